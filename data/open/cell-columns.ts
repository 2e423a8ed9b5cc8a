import type { Coded } from "./coded";
import type { Scan } from "./scan";
import {
  type CellBytes,
  codeOfBytes,
  codeOfText,
  createWordTable,
  emptyTable,
  type WordTable,
  wordsOf,
} from "./word-table";

/** The columns of a table while it is read: each row is coded as it comes, and not kept otherwise. */
export interface CellColumns {
  readonly bytes: CellBytes;
  readonly tables: readonly WordTable[];
  codes: Uint32Array[];
  lines: Uint32Array;
  size: number;
}

/** Columns of a width, with room for about so many rows. */
export function createColumns(bytes: CellBytes, width: number, rows: number): CellColumns {
  return {
    bytes,
    tables: Array.from({ length: width }, createWordTable),
    codes: Array.from({ length: width }, () => new Uint32Array(rows)),
    lines: new Uint32Array(rows),
    size: 0,
  };
}

/** Adds the cells of a scanned record; what it lacks is empty. */
export function addScanned(columns: CellColumns, scan: Scan, line: number): void {
  const { bytes, tables } = columns;
  const { starts, ends, hashes } = scan;
  const row = startRow(columns, line);
  for (let at = 0; at < scan.count; at++) {
    const table = tables[at] as WordTable;
    const code = codeOfBytes(table, bytes, starts[at] ?? 0, ends[at] ?? 0, hashes[at] ?? 0);
    (columns.codes[at] as Uint32Array)[row] = code;
  }
  for (let at = scan.count; at < tables.length; at++) {
    (columns.codes[at] as Uint32Array)[row] = codeOfText(tables[at] as WordTable, bytes, "");
  }
}

/** Adds a row of texts. */
export function addCells(columns: CellColumns, cells: readonly string[], line: number): void {
  const row = startRow(columns, line);
  for (const [at, table] of columns.tables.entries()) {
    (columns.codes[at] as Uint32Array)[row] = codeOfText(table, columns.bytes, cells[at] ?? "");
  }
}

function startRow(columns: CellColumns, line: number): number {
  const row = columns.size;
  if (row === columns.lines.length) grow(columns);
  columns.lines[row] = line;
  columns.size = row + 1;
  return row;
}

function grow(columns: CellColumns): void {
  const larger = (before: Uint32Array) => {
    const after = new Uint32Array(Math.ceil(before.length * 1.5) + 16);
    after.set(before);
    return after;
  };
  columns.codes = columns.codes.map(larger);
  columns.lines = larger(columns.lines);
}

/** The lines of the first so many rows, and what cells they have. */
export function finishColumns(columns: CellColumns, size: number) {
  const { tables, codes, lines, bytes } = columns;
  const isCut = size < columns.size;
  const coded = tables.map((table, at): Coded => {
    const own = (codes[at] as Uint32Array).slice(0, size);
    codes[at] = empty;
    const used = isCut ? own.reduce((most, code) => Math.max(most, code + 1), 0) : table.size;
    const words = wordsOf({ ...table, size: used }, bytes);
    // Of a column of different cells the index is as large as the cells.
    emptyTable(table);
    return { words, codes: own };
  });
  return { lines: lines.slice(0, size), coded };
}

const empty = new Uint32Array();
