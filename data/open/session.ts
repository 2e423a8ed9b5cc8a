import { toNames } from "../figure/names";
import type { Table } from "../table/table";
import { columnsOf, type Column as ViewColumn } from "../view/column";
import { describeConditions } from "../view/describe";
import { parseView } from "../view/view";
import type { Column } from "./column";
import { describeTable } from "./describe";
import { type Drawn, type DrawRequest, drawRows } from "./draw";
import { type Grouped, type GroupRequest, groupRows } from "./group";
import { tableInside } from "./inside";
import { describeMissing, splitMissing } from "./missing-filter";
import { formatCsv } from "./output";
import { type Pivot, type PivotRequest, pivotRows } from "./pivot";
import { countProblems, type ProblemKind, type ReadingProblem } from "./problem";
import { type Given, type OnProgress, type OpenTable, readFile } from "./read";
import { narrowRows, orderRows, type RowsView } from "./rows-of-view";
import { countSpans, isTime, type SpanCounts, type SpansRequest } from "./spans";
import { isBounded, isOdd, type Store, type StoredColumn, toStore, viewColumnOf } from "./store";
import { type FileParts, type Format, refuseFormat, takeFile } from "./take";
import { type ColumnTotal, totalsOf, valuesOf } from "./totals";
import { viewTableOf } from "./view-table";
import { type WholeTable, wholeOf } from "./whole";
import { isWorkbook, readWorkbook } from "./workbook";

/** In a reader's table nothing is called by an id. */
const noNames = toNames({}, []);

/** A column of an open table, as it was understood and as a view knows it. */
export interface OpenedColumn extends Column {
  readonly id: string;
  readonly kind: ViewColumn["kind"];
  /** How many different cells it has. */
  readonly different: number;
  /** Whether some number of it states bounds. */
  readonly isBounded: boolean;
}

/** What is said of a file once it is open. */
export interface Opened {
  readonly file: string;
  readonly sentence: string;
  readonly size: number;
  readonly columns: readonly OpenedColumn[];
  readonly problems: readonly ReadingProblem[];
  readonly problemCount: number;
  readonly problemCounts: Readonly<Partial<Record<ProblemKind, number>>>;
  readonly encoding: string;
  readonly delimiter: string;
  /** The lines of the headings, and the lines on which further tables begin. */
  readonly header: readonly number[];
  readonly tables: readonly number[];
  /** What was set aside, with the line it stands on. */
  readonly aside: readonly { readonly line: number; readonly text: string }[];
  /** The first lines as they stand in the file. */
  readonly raw: readonly string[];
  /** The first rows as they were read. */
  readonly first: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** The sheets of a workbook, or the tables of an archive, and the one that is open; none of a text. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly inside: "workbook" | "archive" | null;
  /** Whether a descriptor has said what its columns are. */
  readonly isDeclared: boolean;
}

/** What a view makes of an open table. */
export interface OpenedView {
  readonly count: number;
  /** Lines of the query that mean nothing. */
  readonly problems: readonly string[];
  /** The filters in words; "" where there is none. */
  readonly conditions: string;
  /** For each column that may be added, what its cells come to in the rows of the view. */
  readonly totals: readonly ColumnTotal[];
}

/** A row as a table shows it: its place in the file, and its cells as printed. */
export interface OpenedRow {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
  /** The numbers of the columns whose cell is not of their type. */
  readonly odd: readonly number[];
}

/** The rows of a view by their numbers, and whether a filter of it is about time. */
export interface Shown {
  readonly rows: Uint32Array;
  readonly isTimeNarrowed: boolean;
}

/** An open table and all that is asked of it; rows are those of the view that was asked for last. */
export interface Session {
  readonly opened: Opened;
  readonly store: Store;
  shown(): Shown;
  view(query: string): OpenedView;
  /** What the rows of the view come to, as `view` says it. */
  totals(): readonly ColumnTotal[];
  rows(from: number, to: number): readonly OpenedRow[];
  group(request: GroupRequest): Grouped | null;
  pivot(request: PivotRequest): Pivot | null;
  /** What the rows come to in each of some periods. */
  spans(request: SpansRequest): SpanCounts | null;
  /** The first so many rows with all their cells, whatever the view. */
  whole(most: number): WholeTable;
  draw(request: DrawRequest): Drawn | null;
  /** The different cells of a column with their number of rows in the view, most first. */
  values(column: string): readonly (readonly [value: string, rows: number])[];
  /** The rows of the view as CSV, cells as printed; whole is every row. */
  csv(part: "view" | "whole"): string;
  /** The same as a file of another kind, or why it cannot be. */
  take(part: "view" | "whole", format: Format, date: string): FileParts | { refusal: string };
}

/** The bytes of a file → a session, or the sentence that says why it is no table. */
export async function openFile(
  file: string,
  bytes: Uint8Array,
  given: Given = {},
  onProgress?: OnProgress,
): Promise<Session | { readonly refusal: string }> {
  const inside = tableInside(bytes, given);
  if (inside) {
    if ("refusal" in inside) return inside;
    const session = await openFile(file, inside.bytes, inside.given, onProgress);
    if ("refusal" in session) return session;
    return { ...session, opened: { ...session.opened, ...inside.place } };
  }
  if (!isWorkbook(bytes)) return openBytes(file, bytes, given, onProgress);
  const workbook = await readWorkbook(bytes, given.sheet);
  if ("refusal" in workbook) return workbook;
  const comma = { ...given, encoding: "utf-8", dialect: { delimiter: "," } };
  const session = openBytes(file, workbook.bytes, comma, onProgress);
  if ("refusal" in session) return session;
  const { sheets, sheet } = workbook;
  return { ...session, opened: { ...session.opened, sheets, sheet, inside: "workbook" } };
}

function openBytes(file: string, bytes: Uint8Array, given: Given, onProgress?: OnProgress) {
  const { table, log } = readFile(bytes, given, onProgress);
  if (!table) return { refusal: log.listed[0]?.message ?? "This file holds no table." };
  const store = toStore(table);
  const opened: Opened = {
    file,
    sentence: describeTable(table),
    size: store.size,
    columns: store.columns.map((column) => openedColumn(column, column.words.length)),
    problems: log.listed,
    problemCount: countProblems(log),
    problemCounts: log.counts,
    encoding: table.encoding.name,
    delimiter: table.dialect.delimiter,
    header: table.layout.header.map(({ line }) => line),
    tables: table.body.tables,
    aside: asideOf(table),
    raw: table.raw,
    first: [...store.lines.subarray(0, 10)].map((line, row) => ({
      line,
      cells: cellsAt(store, row)
        .slice(0, mostSampled)
        .map((cell) => cut(cell, longestSample)),
    })),
    sheets: [],
    sheet: null,
    inside: null,
    isDeclared: false,
  };
  return sessionOf(store, opened);
}

/** A column as a page knows it. */
export function openedColumn(column: StoredColumn, different: number): OpenedColumn {
  return {
    ...column.column,
    id: column.id,
    kind: viewColumnOf(column).kind,
    different,
    isBounded: column.column.type === "number" && isBounded(column),
  };
}

function asideOf({ layout, body }: OpenTable): Opened["aside"] {
  return [...layout.preamble, ...body.totals, ...body.notes].map(({ line, cells }) => ({
    line,
    text: cut(cells.filter(Boolean).join(" "), longestSample),
  }));
}

/** A session over a table, of the rows that another one shows or of all. */
export function sessionOf(store: Store, opened: Opened, given?: Shown): Session {
  let rows = given?.rows ?? allRows(store);
  const times = new Set(store.columns.filter(isTime).map(({ id }) => id));
  let isTimeNarrowed = given?.isTimeNarrowed ?? false;
  // Made when it is first asked for: each edit makes another session.
  let known: Table | undefined;
  const tableOf = () => {
    known ??= viewTableOf(store);
    return known;
  };
  return {
    opened,
    store,
    shown: () => ({ rows, isTimeNarrowed }),
    view(query) {
      const table = tableOf();
      const columns = columnsOf(table.schema);
      const { query: asked, missing } = splitMissing(query, columns);
      const { view, problems } = parseView(asked, table);
      const kept = keepNarrowed(store, String(unsorted(query)), { ...view, missing });
      rows = orderRows(store, kept.rows, view.sort);
      isTimeNarrowed =
        view.filters.some(({ column }) => times.has(column)) ||
        [...missing.keys()].some((column) => times.has(column));
      const said = describeConditions(view, columns, noNames);
      const conditions = [...said, ...describeMissing(missing, columns)].join("; ");
      return { count: rows.length, problems, conditions, totals: kept.totals };
    },
    totals: () => totalsOf(store, rows),
    rows: (from, to) =>
      [...rows.subarray(from, to)].map((row) => ({
        row,
        line: store.lines[row] ?? 0,
        cells: cellsAt(store, row).map((cell) => cut(cell, longestShown)),
        odd: oddAt(store, row),
      })),
    group: (request) => groupRows(store, rows, request),
    pivot: (request) => pivotRows(store, rows, request),
    // What a filter by time takes away the table does not speak of; what another one does, it does.
    spans: (request) => countSpans(store, rows, request, isTimeNarrowed ? rows : allRows(store)),
    whole: (most) => wholeOf(store, most),
    draw: (request) => drawRows(store, rows, request),
    values: (id) => valuesOf(store, rows, id),
    csv: (part) =>
      formatCsv(
        store.columns.map(({ column }) => column.name),
        cellsOf(store, part === "whole" ? allRows(store) : rows),
      ),
    take(part, format, date) {
      const taken = part === "whole" ? allRows(store) : rows;
      const refusal = refuseFormat(format, taken.length, store.columns.length);
      if (refusal) return { refusal };
      const { file, sentence } = opened;
      const of = taken.length === store.size ? "" : `${taken.length} of ${store.size} rows. `;
      return takeFile(store, taken, { format, file, description: of + sentence, date });
    },
  };
}

/** The rows of a query in the order of the table, and what they come to. */
interface Narrowed {
  readonly key: string;
  readonly rows: Uint32Array;
  readonly totals: readonly ColumnTotal[];
}

/** What was asked of a table last: to sort the same rows otherwise they need not be found and added again. */
const narrowed = new WeakMap<Store, Narrowed>();

function keepNarrowed(store: Store, key: string, view: RowsView): Narrowed {
  const known = narrowed.get(store);
  if (known?.key === key) return known;
  const rows = narrowRows(store, view);
  const found = { key, rows, totals: totalsOf(store, rows) };
  narrowed.set(store, found);
  return found;
}

function unsorted(query: string): URLSearchParams {
  const asked = new URLSearchParams(query);
  asked.delete("_sort");
  return asked;
}

/** So many cells of a row are shown beside its line. */
const mostSampled = 60;

/** So many signs of a cell are shown; a file of the rows has all of them. */
export const longestShown = 2_000;
const longestSample = 300;

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function allRows({ size }: Store): Uint32Array {
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) rows[row] = row;
  return rows;
}

function oddAt({ columns }: Store, row: number): readonly number[] {
  return columns.flatMap((column, at) => (isOdd(column, column.codes[row] ?? 0) ? [at] : []));
}

function cellsAt(store: Store, row: number): string[] {
  return store.columns.map(({ words, codes }) => words[codes[row] ?? 0] ?? "");
}

function* cellsOf(store: Store, rows: Uint32Array): Generator<readonly string[]> {
  for (const row of rows) yield cellsAt(store, row);
}
