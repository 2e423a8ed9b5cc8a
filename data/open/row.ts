import { lastFilled } from "./filled";
import { kindOf } from "./kind";
import type { Layout } from "./layout";
import { countProblems, type ProblemLog } from "./problem";
import type { Dialect } from "./quoted";
import { type FileRecord, textOf } from "./records";
import { cutRow, repairRow } from "./repair";
import { reportQuote, reportRepair, reportShort } from "./row-problem";

/** One record → the cells of one row; a record of another width or with unsound quotes is made to fit. */
export function toRow(
  record: FileRecord,
  layout: Layout,
  dialect: Dialect,
  log: ProblemLog,
): readonly string[] {
  const cells = dialect.padding ? record.cells.map((cell) => cell.trim()) : record.cells;
  const { width } = layout;
  if (record.isSound && cells.length === width) return cells;
  if (record.isSound && cells.length === layout.rowWidth) return fill(cells, width);
  if (record.isSound && cells.length > width && lastFilled(cells) <= width) {
    return cells.slice(0, width);
  }
  if (cells.length === width && fits(cells, layout)) {
    reportQuote(record, cells, layout, log);
    return cells;
  }
  if (record.isSound && cells.length < width && fits(cells, layout)) {
    reportShort(record, layout, log);
    return fill(cells, width);
  }
  const mend = countProblems(log) > mostMended ? cutRow : repairRow;
  const repair = mend(textOf(record, dialect), { dialect, profiles: layout.profiles });
  reportRepair(record, repair, layout, dialect, log);
  return repair.cells;
}

function fill(cells: readonly string[], width: number): string[] {
  return [...cells, ...new Array<string>(width - cells.length).fill("")];
}

/** So many rows are mended with care; where more are broken, the rest is taken as it stands. */
const mostMended = 20_000;

/** Whether each cell is of a kind that its column has. */
function fits(cells: readonly string[], { profiles }: Layout): boolean {
  return cells.every((cell, at) => {
    const kind = kindOf(cell);
    return kind === "empty" || (profiles[at]?.[kind] ?? 0) > 0;
  });
}
