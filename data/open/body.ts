import { isBlank, lastFilled } from "./filled";
import { footOf, isTotalWord } from "./foot";
import { kindOf } from "./kind";
import type { Layout } from "./layout";
import { countProblems, type ProblemLog, quoteCell, report } from "./problem";
import type { Dialect } from "./quoted";
import { type FileRecord, textOf } from "./records";
import { cutRow, repairRow } from "./repair";
import { reportQuote, reportRepair, reportShort } from "./row-problem";
import { findTables, isHeaderAgain } from "./tables";

/** A row of the table: its cells as printed, and the line it stands on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What stands below the headings: rows, what is set aside, and where a further table begins. */
export interface Body {
  readonly rows: readonly Row[];
  readonly notes: readonly FileRecord[];
  readonly totals: readonly FileRecord[];
  /** The line of the first record of each further table in the file. */
  readonly tables: readonly number[];
  readonly blankLines: number;
  /** How often the headings stand again among the rows, as on each page of a print. */
  readonly pages: number;
}

/** The records below the headings → rows as wide as the table; what had to be done is reported. */
export function readBody(
  records: readonly FileRecord[],
  layout: Layout,
  dialect: Dialect,
  log: ProblemLog,
): Body {
  const tables = findTables(records, layout);
  const first = tables[0] ?? records.length;
  const isRow = (record: FileRecord) => !isBlank(record) && !isHeaderAgain(record, layout);
  const filled = records.slice(0, first).filter(isRow);
  const blankLines = records.slice(0, first).filter(isBlank).length;
  const { end, notes, totals } = footOf(records.slice(0, first), filled, layout, dialect);
  for (const { line, cells } of totals) {
    const first = quoteCell(cells.find((cell) => cell.trim() !== "") ?? "");
    report(log, { kind: "total", line, column: 0, message: `${first} is a total, not a row.` });
  }
  const rows = filled.slice(0, end).map((record) => toRow(record, layout, dialect, log));
  for (const { line, cells } of rows) {
    const word = cells.slice(0, 2).find(isTotalWord);
    if (word === undefined) continue;
    const message = `${quoteCell(word)} may be a total; it stands among the rows and was kept.`;
    report(log, { kind: "total", line, column: 0, message });
  }
  return {
    rows,
    notes,
    totals,
    tables: tables.map((at) => records[at]?.line ?? 0),
    blankLines,
    pages: first - filled.length - blankLines,
  };
}

/** One record → one row; a record of another width or with unsound quotes is made to fit. */
export function toRow(record: FileRecord, layout: Layout, dialect: Dialect, log: ProblemLog): Row {
  const cells = dialect.padding ? record.cells.map((cell) => cell.trim()) : record.cells;
  const { width } = layout;
  const { line } = record;
  if (record.isSound && cells.length === width) return { line, cells };
  if (record.isSound && cells.length === layout.rowWidth)
    return { line, cells: fill(cells, width) };
  if (record.isSound && cells.length > width && lastFilled(cells) <= width) {
    return { line, cells: cells.slice(0, width) };
  }
  if (cells.length === width && fits(cells, layout)) {
    reportQuote(record, cells, layout, log);
    return { line, cells };
  }
  if (record.isSound && cells.length < width && fits(cells, layout)) {
    reportShort(record, layout, log);
    return { line, cells: fill(cells, width) };
  }
  const mend = countProblems(log) > mostMended ? cutRow : repairRow;
  const repair = mend(textOf(record, dialect), { dialect, profiles: layout.profiles });
  reportRepair(record, repair, layout, dialect, log);
  return { line, cells: repair.cells };
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
