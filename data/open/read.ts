import { type Body, type Row, readBody } from "./body";
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
import { type FileRecord, readRecords } from "./records";
import { refusalOf } from "./refuse";
import { unpack } from "./unpack";
import { unwrap } from "./unwrap";

/** What a reader may say of a file instead of leaving it to be found out. */
export interface Given {
  readonly encoding?: string;
  readonly dialect?: Partial<Dialect>;
  readonly header?: GivenHeader;
  /** The line on which the table begins, where a file has several. */
  readonly table?: number;
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
}

/** So much of a text is looked at to find out its dialect and its parts. */
const headLength = 200_000;

/** The bytes of a file → its table, or null where it holds none, and every problem on the way. */
export function readFile(file: Uint8Array, given: Given = {}) {
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
  return { table: readText(text, encoding, given, log), log };
}

function readText(text: string, encoding: Encoding, given: Given, log: ProblemLog) {
  const control = readControlLine(text);
  const { text: rest, isWrapped: wrapped } = unwrap(control ? text.slice(control.length) : text);
  const sure = control?.delimiter ? { delimiter: control.delimiter } : {};
  const dialect = sniffDialect(headOf(rest), { ...sure, ...given.dialect });
  const all = readRecords(rest, dialect).map((record) => shift(record, control ? 1 : 0));
  const records = all.filter(({ line }) => line >= (given.table ?? 0));
  const layout = findLayout(records.slice(0, 2000), dialect, given.header);
  const whole = readBody(records.slice(layout.body), layout, dialect, log);
  const kept = usedColumns(layout, whole.rows);
  const isAll = kept.length === layout.width;
  const body = isAll ? whole : { ...whole, rows: pickColumns(whole.rows, kept) };
  if (body.rows.length === 0) report(log, noRows);
  const columns = readColumns(layout, kept, body.rows, given, log);
  const found = {
    encoding,
    control: control?.text ?? null,
    wrapped,
    dialect,
    layout,
    body,
    columns,
  };
  return found satisfies OpenTable;
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
  rows: readonly Row[],
  given: Given,
  log: ProblemLog,
) {
  const evidence = kept.map((inFile, at) => {
    const name = names[inFile] ?? "";
    const cellAt = (row: number) => rows[row]?.cells[at] ?? "";
    return gatherEvidence(name, rows.length, cellAt, given.columns?.get(name));
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

function shift(record: FileRecord, lines: number): FileRecord {
  return lines === 0 ? record : { ...record, line: record.line + lines };
}

/** The beginning of a text, up to a line end. */
function headOf(text: string): string {
  if (text.length <= headLength) return text;
  const head = text.slice(0, headLength);
  const end = Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r"));
  return end > 0 ? head.slice(0, end + 1) : head;
}
