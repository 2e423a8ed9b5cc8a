import { type Body, type Row, readBody } from "./body";
import { type Coded, encode } from "./coded";
import { type Column, readColumn } from "./column";
import type { GivenColumn } from "./column-type";
import { readControlLine } from "./control";
import { sniffDialect } from "./dialect";
import { decode, type Encoding } from "./encoding";
import { areMostly, type Evidence, gatherEvidence } from "./evidence";
import type { GivenHeader } from "./header-rows";
import { findLayout, type Layout } from "./layout";
import type { Decimal } from "./number";
import { createLog, type ProblemLog, report } from "./problem";
import type { Dialect } from "./quoted";
import { createRecordReader, type FileRecord } from "./records";
import { refusalOf } from "./refuse";
import { unpack } from "./unpack";
import { unwrap } from "./unwrap";

/** What has been read so far: of the bytes a share of 1, of the rows how many, and the first of them. */
export interface Progress {
  readonly share: number;
  readonly rows: number;
  readonly first: readonly (readonly string[])[];
}

export type OnProgress = (progress: Progress) => void;

/** What a reader may say of a file instead of leaving it to be found out. */
export interface Given {
  readonly encoding?: string;
  readonly dialect?: Partial<Dialect>;
  readonly header?: GivenHeader;
  /** The line on which the table begins, where a file has several. */
  readonly table?: number;
  /** Which sheet of a workbook is read; the first without. */
  readonly sheet?: string;
  /** The names of the columns, where the file has no headings. */
  readonly names?: readonly string[];
  /** False where what a descriptor says of the file is not believed. */
  readonly declared?: boolean;
  /** What columns are, by their names. */
  readonly columns?: ReadonlyMap<string, GivenColumn>;
}

/** A file as it was understood: how it is written, where its parts are, and its rows. */
export interface OpenTable {
  readonly encoding: Encoding;
  readonly control: string | null;
  /** Whether each line was one quoted cell that holds a line of the table. */
  readonly wrapped: boolean;
  readonly dialect: Dialect;
  readonly layout: Layout;
  readonly body: Body;
  readonly columns: readonly Column[];
  /** The cells of each column, as they are kept. */
  readonly coded: readonly Coded[];
  /** The first lines of the file as they stand in it. */
  readonly raw: readonly string[];
}

/** So much of a text is looked at to find out its dialect and its parts. */
const headLength = 200_000;

/** The bytes of a file → its table, or null where it holds none, and every problem on the way. */
export function readFile(file: Uint8Array, given: Given = {}, onProgress: OnProgress = silent) {
  const log = createLog();
  const unpacked = unpack(file);
  const bytes = "bytes" in unpacked ? unpacked.bytes : file;
  const refusal = "refusal" in unpacked ? unpacked.refusal : refusalOf(bytes);
  if (refusal) {
    report(log, { kind: "not a table", line: 0, column: 0, message: refusal });
    return { table: null, log };
  }
  const { text, encoding, problems } = decode(bytes, given.encoding);
  for (const problem of problems) report(log, problem);
  return { table: readText(text, encoding, given, log, onProgress), log };
}

/** Columns without headings have the names that are given. */
function nameColumns(layout: Layout, { names: given }: Given): Layout {
  if (given === undefined || layout.header.length > 0) return layout;
  return { ...layout, names: layout.names.map((name, at) => given[at] ?? name) };
}

const silent: OnProgress = () => undefined;

function readText(
  text: string,
  encoding: Encoding,
  given: Given,
  log: ProblemLog,
  onProgress: OnProgress,
) {
  const control = readControlLine(text);
  const { text: rest, isWrapped: wrapped } = unwrap(control ? text.slice(control.length) : text);
  const sure = control?.delimiter ? { delimiter: control.delimiter } : {};
  const dialect = sniffDialect(headOf(rest), { ...sure, ...given.dialect });
  const all = readInParts(rest, dialect, control ? 2 : 1, onProgress);
  const from = given.table;
  const records = from === undefined ? all : all.filter(({ line }) => line >= from);
  const layout = nameColumns(findLayout(records.slice(0, 2000), dialect, given.header), given);
  const whole = readBody(records.slice(layout.body), layout, dialect, log);
  const kept = usedColumns(layout, whole.rows);
  const isAll = kept.length === layout.width;
  const body = isAll ? whole : { ...whole, rows: pickColumns(whole.rows, kept) };
  if (body.rows.length === 0) report(log, noRows);
  const rows = body.rows;
  const coded = kept.map((_, at) => {
    const share = shareOfRecords + ((1 - shareOfRecords) * at) / kept.length;
    onProgress({ share, rows: rows.length, first: [] });
    return encode(rows.length, (row) => rows[row]?.cells[at] ?? "");
  });
  const columns = readColumns(layout, kept, { rows, coded }, given, log);
  const found = {
    encoding,
    control: control?.text ?? null,
    wrapped,
    dialect,
    layout,
    body,
    columns,
    coded,
    raw: firstLines(text),
  };
  return found satisfies OpenTable;
}

/** So many signs are read between two reports of how far the reading is. */
const partLength = 2_000_000;

/** The first share of the work is to read records; the rest is to look at each column. */
const shareOfRecords = 0.6;

function readInParts(text: string, dialect: Dialect, line: number, onProgress: OnProgress) {
  const reader = createRecordReader(dialect, line);
  const records: FileRecord[] = [];
  const add = (more: readonly FileRecord[]) => {
    for (const record of more) records.push(record);
  };
  for (let at = 0; at < text.length; at += partLength) {
    add(reader.push(text.slice(at, at + partLength)));
    const read = Math.min(1, (at + partLength) / text.length);
    onProgress({
      share: read * shareOfRecords,
      rows: records.length,
      first: at === 0 ? records.slice(0, 20).map(({ cells }) => cells.slice(0, 20).map(head)) : [],
    });
  }
  add(reader.end());
  return records;
}

const head = (cell: string) => cell.slice(0, 60);

/** So many lines, and so much of each, are shown beside how they were read. */
const [rawLines, rawLength] = [10, 300];

function firstLines(text: string): string[] {
  const lines = text.slice(0, 100_000).split(/\r\n|\n|\r/);
  return lines.slice(0, rawLines).map((line) => line.slice(0, rawLength));
}

/** The columns that have a name or a value; where nothing is named, all of them. */
function usedColumns({ names, isNamed, header }: Layout, rows: readonly Row[]): number[] {
  const all = names.map((_, at) => at);
  if (header.length === 0 || rows.length === 0) return all;
  const isUsed = (at: number) =>
    isNamed[at] || rows.some(({ cells }) => (cells[at] ?? "").trim() !== "");
  return all.filter(isUsed);
}

function pickColumns(rows: readonly Row[], kept: readonly number[]): Row[] {
  return rows.map(({ line, cells }) => ({ line, cells: kept.map((at) => cells[at] ?? "") }));
}

/** The columns of a table; one that shows its decimal sign speaks for those that do not. */
function readColumns(
  { names, tags }: Layout,
  kept: readonly number[],
  { rows, coded }: { readonly rows: readonly Row[]; readonly coded: readonly Coded[] },
  given: Given,
  log: ProblemLog,
) {
  const codes = new Uint32Array();
  const evidence = kept.map((inFile, at) => {
    const name = names[inFile] ?? "";
    return gatherEvidence(name, coded[at] ?? { words: [], codes }, given.columns?.get(name));
  });
  const decimal = shownDecimal(evidence);
  return evidence.map((column, at) => {
    const inFile = kept[at] ?? at;
    const place = (row: number) => ({ line: rows[row]?.line ?? 0, column: inFile + 1 });
    const tag = tags?.cells[inFile];
    return { ...readColumn({ ...column, decimal }, log, place), ...(tag && { tag }) };
  });
}

/** The decimal sign of the file, where columns of numbers show one and none shows the other. */
function shownDecimal(columns: readonly Evidence[]): Decimal | undefined {
  const signs = new Set<Decimal>();
  for (const column of columns) {
    if (!areMostly(column, ({ point, comma }) => point || comma)) continue;
    const numbers = column.filled.filter(({ point, comma }) => point || comma);
    const isAll = (sign: "point" | "comma") => numbers.every((cell) => cell[sign]);
    if (isAll("point") !== isAll("comma")) signs.add(isAll("point") ? "." : ",");
  }
  const [sign] = signs;
  return signs.size === 1 ? sign : undefined;
}

const noRows = { kind: "size", line: 0, column: 0, message: "The table has no rows." } as const;

/** The beginning of a text, up to a line end. */
function headOf(text: string): string {
  if (text.length <= headLength) return text;
  const head = text.slice(0, headLength);
  const end = Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r"));
  return end > 0 ? head.slice(0, end + 1) : head;
}
