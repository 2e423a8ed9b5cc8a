import { type CleanColumn, cleanColumns, type Plain } from "./clean";
import { toDataPackage } from "./data-package";
import { formatRow } from "./output";
import { toSpreadsheet } from "./spreadsheet";
import type { Store } from "./store";

/** The kinds of file that an open table can be taken with. */
export const formats = ["printed", "csv", "xlsx", "json", "package"] as const;
export type Format = (typeof formats)[number];

/** A file in parts, as a Blob takes them. */
export type FileParts = readonly (string | Uint8Array<ArrayBuffer>)[];

/** What is to be taken: which rows, as what, and what it is called. */
export interface Taking {
  readonly format: Format;
  /** The name of the open file. */
  readonly file: string;
  /** How the table was understood, and what of it is taken, in words. */
  readonly description: string;
  /** The day, as ISO 8601. */
  readonly date: string;
}

const makers: {
  readonly [format in Format]: (store: Store, rows: Uint32Array, taking: Taking) => FileParts;
} = {
  printed: (store, rows) => [...printedCsv(store, rows)],
  csv: (store, rows) => [...plainCsv(cleanColumns(store.columns), rows)],
  json: (store, rows) => [...plainJson(cleanColumns(store.columns), rows)],
  xlsx: (store, rows, { file }) => [toSpreadsheet(cleanColumns(store.columns), rows, file)],
  package: (store, rows, taking) => {
    const columns = cleanColumns(store.columns);
    return [toDataPackage(columns, plainCsv(columns, rows), taking)];
  },
};

/** Rows of a table → a file. */
export function takeFile(store: Store, rows: Uint32Array, taking: Taking): FileParts {
  return makers[taking.format](store, rows, taking);
}

/** Why a table cannot be taken as a kind of file; null where it can. */
export function refuseFormat(format: Format, rows: number, columns: number): string | null {
  if (format !== "xlsx" || (rows < mostSheetRows && columns <= mostSheetColumns)) return null;
  return "A sheet of Excel holds 1,048,576 rows and 16,384 columns: save as CSV, or save fewer rows.";
}

const [mostSheetRows, mostSheetColumns] = [1_048_576, 16_384];

/** So many rows are one part of a file. */
const rowsInPart = 10_000;

function* inParts(first: string, rows: Uint32Array, lineOf: (row: number) => string) {
  yield first;
  for (let at = 0; at < rows.length; at += rowsInPart) {
    let part = "";
    for (const row of rows.subarray(at, at + rowsInPart)) part += lineOf(row);
    yield part;
  }
}

function printedCsv({ columns }: Store, rows: Uint32Array) {
  const line = (cells: readonly string[]) => `${formatRow(cells)}\n`;
  return inParts(line(columns.map(({ column }) => column.name)), rows, (row) =>
    line(columns.map(({ words, codes }) => words[codes[row] ?? 0] ?? "")),
  );
}

/** A cell of a column in plain form. */
export function plainAt({ cells, source }: CleanColumn, row: number): Plain {
  return cells[source.codes[row] ?? 0] ?? null;
}

function plainCsv(columns: readonly CleanColumn[], rows: Uint32Array) {
  const line = (cells: readonly string[]) => `${formatRow(cells)}\n`;
  return inParts(line(columns.map(({ name }) => name)), rows, (row) =>
    line(columns.map((column) => String(plainAt(column, row) ?? ""))),
  );
}

/** A record on each line. */
function* plainJson(columns: readonly CleanColumn[], rows: Uint32Array) {
  let isFirst = true;
  const record = (row: number) => {
    const text = JSON.stringify(
      Object.fromEntries(columns.map((column) => [column.name, plainAt(column, row)])),
    );
    const before = isFirst ? "\n" : ",\n";
    isFirst = false;
    return before + text;
  };
  yield* inParts("[", rows, record);
  yield isFirst ? "]\n" : "\n]\n";
}
