import { footOf, isTotalWord } from "./foot";
import { headerVotes } from "./header";
import { kindOf } from "./kind";
import { isBlank, type Layout } from "./layout";
import { counted, countProblems, type ProblemLog, quoteCell, report } from "./problem";
import type { Dialect } from "./quoted";
import { type FileRecord, textOf } from "./records";
import { cutRow, repairRow } from "./repair";

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

/** The indices where a further table begins: the headings again, or another width after a gap. */
function findTables(records: readonly FileRecord[], layout: Layout): number[] {
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
function isHeaderAgain({ cells }: FileRecord, { header, width }: Layout, least = 0.8): boolean {
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

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
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

function reportShort(record: FileRecord, { width, names }: Layout, log: ProblemLog): void {
  const { length } = record.cells;
  const missing = names.slice(length).map(quoteCell).join(", ");
  const message = `${counted(length, "cell")} for ${width} columns; missing here: ${missing}.`;
  report(log, { kind: "cells", line: record.line, column: length, message });
}

function reportQuote(
  record: FileRecord,
  cells: readonly string[],
  { names }: Layout,
  log: ProblemLog,
): void {
  const at = Math.max(
    0,
    cells.findIndex((cell) => /["'`]/.test(cell)),
  );
  const message = `A quote inside ${quoteCell(cells[at] ?? "")} is not doubled; it was kept as text.`;
  report(log, { kind: "quote", line: record.line, column: at + 1, field: names[at], message });
}

const signNames: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
  " ": "spaces",
};

function reportRepair(
  record: FileRecord,
  repair: ReturnType<typeof repairRow>,
  layout: Layout,
  dialect: Dialect,
  log: ProblemLog,
): void {
  const { line, cells } = record;
  const isBroken = !record.isSound;
  const doubt = repair.isSure && repair.cost < 5 ? "" : " Which cell belongs where is not certain.";
  const sign = signNames[repair.delimiter] ?? `“${repair.delimiter}”`;
  const what = isBroken
    ? "A quote in this line does not close; the row ends with its line."
    : repair.delimiter !== dialect.delimiter
      ? `This line is separated by ${sign}; it was read so.`
      : `${counted(cells.length, "cell")} for ${layout.width} columns; ${placing(cells, repair.cells)}`;
  const column = isBroken
    ? 1 +
      Math.max(
        0,
        cells.findIndex((cell) => /["'`]/.test(cell)),
      )
    : 0;
  report(log, { kind: isBroken ? "quote" : "cells", line, column, message: what + doubt });
}

/** How a row came to its cells: what was joined, or that it was filled up. */
function placing(cells: readonly string[], row: readonly string[]): string {
  if (cells.length < row.length) return "a delimiter is missing, and what lacks is left empty.";
  const joined = row.find((cell) => cell !== "" && !cells.includes(cell));
  return joined === undefined ? "an empty one was left out." : `read as one: ${quoteCell(joined)}.`;
}
