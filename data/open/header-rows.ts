import type { RowShape } from "./cell-cost";
import { countComments, filledCount, isBlank, soundRows } from "./filled";
import { isHeader, isUpperLevel } from "./header";
import type { Profile } from "./kind";
import type { Dialect } from "./quoted";
import { type FileRecord, textOf } from "./records";
import { repairRow } from "./repair";

/** What a reader may have said of the headings: the line of the first, and how many rows they are. */
export interface GivenHeader {
  readonly line?: number;
  readonly rows?: number;
}

export function noHeader(top: number) {
  return { rows: [] as FileRecord[], start: top, end: top };
}

/** The rows of headings from the top, with those above it that reach over several columns. */
export function headerOf(
  records: readonly FileRecord[],
  top: number,
  levels: number,
  width: number,
  dialect: Dialect,
  given: GivenHeader,
) {
  let [start, end] = [top, top];
  const rows: FileRecord[] = [];
  while (rows.length < levels && end < records.length) {
    const record = records[end];
    if (record && !isBlank(record)) rows.push(record);
    end += 1;
  }
  const floor = countComments(records);
  while (given.line === undefined && start > floor && rows.length < 4) {
    const above = records[start - 1];
    if (!above || isBlank(above) || !isUpperLevel(above.cells, width)) break;
    rows.unshift(above);
    start -= 1;
  }
  return { rows: rows.map((row) => fitHeader(row, width, dialect)), start, end };
}

/** A heading too many that is empty is none: the delimiter was. */
function fitHeader(record: FileRecord, width: number, dialect: Dialect): FileRecord {
  const { cells } = record;
  if (cells.length === width + 1 && cells.at(-1)?.trim() !== "") {
    const empty = cells.findIndex((cell) => cell.trim() === "");
    if (empty >= 0) return { ...record, cells: cells.filter((_, at) => at !== empty) };
  }
  if (record.isSound || cells.length === width) return record;
  return {
    ...record,
    cells: repairRow(textOf(record, dialect), headingShape(width, dialect)).cells,
  };
}

/** A line right above the first row that is headings once a quote or its delimiter is mended. */
export function brokenHeader(
  records: readonly FileRecord[],
  top: number,
  width: number,
  dialect: Dialect,
) {
  const record = records[top - 1];
  if (!record || isBlank(record) || width < 2) return null;
  const rows = soundRows(records.slice(top), width);
  const isShort = record.isSound && record.cells.length * 2 >= width;
  if (
    isShort &&
    filledCount(record.cells) === record.cells.length &&
    isHeader(record.cells, rows)
  ) {
    return { rows: [record], start: top - 1, end: top };
  }
  const { cells, cost } = repairRow(textOf(record, dialect), headingShape(width, dialect));
  if (cost > 5 || filledCount(cells) < width - 1) return null;
  if (!isHeader(cells, rows)) return null;
  return { rows: [{ ...record, cells }], start: top - 1, end: top };
}

/** What headings look like: words. */
function headingShape(width: number, dialect: Dialect): RowShape {
  return { dialect, profiles: new Array<Profile>(width).fill({ word: 0.5, text: 0.3, code: 0.2 }) };
}
