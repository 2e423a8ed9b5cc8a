import { type Body, readBody } from "./body";
import { createByteReader } from "./byte-records";
import type { Coded } from "./coded";
import { type Column, readColumn } from "./column";
import { type GivenColumn, sayOver } from "./column-type";
import { readControlLine } from "./control";
import { sniffDialect } from "./dialect";
import { type Encoding, toUtf8 } from "./encoding";
import { areMostly, type Evidence, gatherEvidence } from "./evidence";
import type { GivenHeader } from "./header-rows";
import { findLayout, type Layout } from "./layout";
import type { Decimal } from "./number";
import { createLog, type ProblemLog, report } from "./problem";
import type { Dialect } from "./quoted";
import type { FileRecord } from "./records";
import { refusalOf } from "./refuse";
import { unpack } from "./unpack";
import { findWrapping } from "./unwrap";

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
  /** The same as the reader chose it on the page, over all that is said otherwise. */
  readonly chosen?: ReadonlyMap<string, GivenColumn>;
}

/** A row of the table: its cells as printed, and the line it stands on. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
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
  const { utf8, encoding, problems } = toUtf8(bytes, given.encoding);
  for (const problem of problems) report(log, problem);
  return { table: readText(utf8, encoding, given, log, onProgress), log };
}

/** Columns without headings have the names that are given. */
function nameColumns(layout: Layout, { names: given }: Given): Layout {
  if (given === undefined || layout.header.length > 0) return layout;
  return { ...layout, names: layout.names.map((name, at) => given[at] ?? name) };
}

const silent: OnProgress = () => undefined;

function readText(
  utf8: Uint8Array,
  encoding: Encoding,
  given: Given,
  log: ProblemLog,
  onProgress: OnProgress,
) {
  const head = headOf(utf8);
  const control = readControlLine(head);
  const { file, at, wrapped } = unwrapBytes(utf8, head, control?.length ?? 0);
  const sure = control?.delimiter ? { delimiter: control.delimiter } : {};
  const start = cutHead(headOf(file.subarray(at)));
  const dialect = sniffDialect(start, { ...sure, ...given.dialect });
  const top = readTop(file, at, control ? 2 : 1, dialect, given.table ?? 0);
  const layout = nameColumns(findLayout(top.records, dialect, given.header), given);
  const first = top.records.slice(0, 20).map(({ cells }) => cells.slice(0, 20).map(cutCell));
  onProgress({ share: 0, rows: top.records.length, first });
  const place = { file, ...placeOf(top, layout.body), layout, dialect, rowBytes: top.rowBytes };
  const { body, coded: all } = readBody(place, log, (at, rows) =>
    onProgress({ share: (at / file.length) * shareOfRecords, rows, first: [] }),
  );
  if (body.size === 0) report(log, noRows);
  const kept = usedColumns(layout, all, body.size);
  const coded = kept.map((at) => all[at] ?? noCells);
  const columns = readColumns(layout, kept, { body, coded }, given, log, (share) =>
    onProgress({
      share: shareOfRecords + (1 - shareOfRecords) * share,
      rows: body.size,
      first: [],
    }),
  );
  const found = {
    encoding,
    control: control?.text ?? null,
    wrapped,
    dialect,
    layout,
    body,
    columns,
    coded,
    raw: firstLines(head),
  };
  return found satisfies OpenTable;
}

/** The first share of the work is to read records; the rest is to look at each column. */
const shareOfRecords = 0.6;

const noCells: Coded = { words: [], codes: new Uint32Array() };

/** The rows of a table as they were read: the line of each, and its cells as printed. */
export function* rowsOf({ body, coded }: Pick<OpenTable, "body" | "coded">): Generator<Row> {
  for (const [row, line] of body.lines.entries()) {
    yield { line, cells: coded.map(({ words, codes }) => words[codes[row] ?? 0] ?? "") };
  }
}

/** Bytes after the control line, without the quotes that another program has put around whole lines. */
function unwrapBytes(utf8: Uint8Array, head: string, length: number) {
  const at = encoder.encode(head.slice(0, length)).length;
  const wrapping = findWrapping(head.slice(length));
  if (!wrapping) return { file: utf8, at, wrapped: false };
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(utf8.subarray(at));
  return { file: encoder.encode(wrapping.undo(text)), at: 0, wrapped: wrapping.isOfLines };
}

const encoder = new TextEncoder();

/** So many records, and about so many bytes, are looked at to find out where the parts of a table are. */
const [mostTop, mostTopBytes] = [2_000, 16_000_000];

/** The first records of a table, from a line on, and where each begins. */
function readTop(file: Uint8Array, from: number, line: number, dialect: Dialect, fromLine: number) {
  const read = createByteReader(file, dialect);
  const records: FileRecord[] = [];
  const starts: number[] = [];
  let at = from;
  let next = line;
  while (at < file.length && records.length < mostTop) {
    const found = read(at, next);
    if (next >= fromLine) {
      records.push(found.record);
      starts.push(at);
    }
    if (at - (starts[0] ?? at) > mostTopBytes) break;
    at = found.next;
    next += found.lines;
  }
  const rowBytes = (at - (starts[0] ?? at)) / Math.max(1, records.length);
  return { records, starts, end: { at, line: next }, rowBytes };
}

type Top = ReturnType<typeof readTop>;

/** Where a record of the top begins. */
function placeOf({ records, starts, end }: Top, index: number) {
  const [record, at] = [records[index], starts[index]];
  return record && at !== undefined ? { at, line: record.line } : end;
}

const cutCell = (cell: string) => cell.slice(0, 60);

/** So many lines, and so much of each, are shown beside how they were read. */
const [rawLines, rawLength] = [10, 300];

function firstLines(text: string): string[] {
  const lines = text.slice(0, 100_000).split(/\r\n|\n|\r/);
  return lines.slice(0, rawLines).map((line) => line.slice(0, rawLength));
}

/** The columns that have a name or a value; where nothing is named, all of them. */
function usedColumns({ names, isNamed, header }: Layout, coded: readonly Coded[], size: number) {
  const all = names.map((_, at) => at);
  if (header.length === 0 || size === 0) return all;
  const isUsed = (at: number) => isNamed[at] || coded[at]?.words.some((word) => word.trim() !== "");
  return all.filter(isUsed);
}

/** The columns of a table; one that shows its decimal sign speaks for those that do not. */
function readColumns(
  { names, tags }: Layout,
  kept: readonly number[],
  { body, coded }: Pick<OpenTable, "body" | "coded">,
  given: Given,
  log: ProblemLog,
  onShare: (share: number) => void,
) {
  const evidence = kept.map((inFile, at) => {
    onShare(at / kept.length);
    const name = names[inFile] ?? "";
    const said = sayOver(given.columns?.get(name), given.chosen?.get(name));
    return gatherEvidence(name, coded[at] ?? noCells, said);
  });
  const decimal = shownDecimal(evidence);
  return evidence.map((column, at) => {
    const inFile = kept[at] ?? at;
    const place = (row: number) => ({ line: body.lines[row] ?? 0, column: inFile + 1 });
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

/** The text of the first bytes, as much as is looked at and more. */
function headOf(utf8: Uint8Array): string {
  let end = Math.min(utf8.length, headLength * 5);
  // Not in the middle of a letter.
  while (end < utf8.length && ((utf8[end] ?? 0) & 0xc0) === 0x80) end++;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(utf8.subarray(0, end));
}

/** The beginning of a text, up to a line end. */
function cutHead(text: string): string {
  if (text.length <= headLength) return text;
  const head = text.slice(0, headLength);
  const end = Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r"));
  return end > 0 ? head.slice(0, end + 1) : head;
}
