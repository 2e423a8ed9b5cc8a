import { isBlank, lastFilled } from "./filled";
import { headerVotes } from "./header";
import type { Layout } from "./layout";
import type { FileRecord } from "./records";

/** The indices where a further table begins: the headings again, or another width after a gap. */
export function findTables(records: readonly FileRecord[], layout: Layout): number[] {
  const starts: number[] = [];
  const isPaged = countPages(records, layout) > 1;
  records.forEach((record, at) => {
    const isAfterGap = at > 0 && isBlank(records[at - 1] ?? record) && !isBlank(record);
    if (isHeaderAgain(record, layout)) {
      if (!isPaged) starts.push(at);
    } else if (isAfterGap && isOtherTable(records, at, layout)) starts.push(at);
  });
  return starts.filter((at, index) => index === 0 || at - (starts[index - 1] ?? 0) > 1);
}

/** How often all headings stand again: more than once, a table was printed on pages. */
function countPages(records: readonly FileRecord[], layout: Layout): number {
  return records.filter((record) => isHeaderAgain(record, layout, 1)).length;
}

/** Whether nearly all cells of a row are the headings of their columns. */
export function isHeaderAgain(
  { cells }: FileRecord,
  { header, width }: Layout,
  least = 0.8,
): boolean {
  const heads = header.at(-1)?.cells;
  if (!heads || width < 2 || cells[0] !== heads[0]) return false;
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  const same = cells.filter((cell, at) => cell.trim() !== "" && cell === heads[at]).length;
  return same > 1 && same >= least * filled && filled >= (least === 1 ? width : 0.5 * width);
}

/** After a gap: perhaps a title, then headings of another width or unlike the rows above. */
function isOtherTable(records: readonly FileRecord[], at: number, layout: Layout): boolean {
  const near = records.slice(at, at + 50);
  const gap = near.findIndex(isBlank);
  const group = gap < 0 ? near : near.slice(0, gap);
  const start = group.findIndex(({ cells }) => lastFilled(cells) > 1);
  const [first, ...rows] = start < 0 || start > 2 ? [] : group.slice(start);
  const width = lastFilled(first?.cells ?? []);
  if (!first || rows.length === 0) return false;
  const isEven = rows.every(({ cells }) => lastFilled(cells) === width);
  if (width !== layout.width) return isEven;
  return (
    headerVotes(
      first.cells,
      rows.map(({ cells }) => cells),
    ) > 0.9
  );
}
