import { isBlank, lastFilled } from "./filled";
import { headerVotes } from "./header";
import type { Layout } from "./layout";
import type { FileRecord } from "./records";

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

/** So many records are looked at to find out whether they are another table. */
export const mostNear = 50;

/** The records after a gap: perhaps a title, then headings of another width or unlike the rows above. */
export function isOtherTable(near: readonly FileRecord[], layout: Layout): boolean {
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
