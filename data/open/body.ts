import { type ByteRecord, createByteReader, type ReadRecord } from "./byte-records";
import {
  addCells,
  addScanned,
  type CellColumns,
  createColumns,
  finishColumns,
} from "./cell-columns";
import type { Coded } from "./coded";
import { isBlank } from "./filled";
import { footKind, isTotalWord } from "./foot";
import type { Layout } from "./layout";
import { toPlainTest } from "./plain-row";
import { addLog, createLog, type ProblemLog, quoteCell, report } from "./problem";
import type { Dialect } from "./quoted";
import type { FileRecord } from "./records";
import { toRow } from "./row";
import { createScan, type Scan, scanRecord, signsOf } from "./scan";
import { isHeaderAgain, isOtherTable, mostNear } from "./tables";
import { toCellBytes } from "./word-table";

/** What stands below the headings: rows, what is set aside, and where a further table begins. */
export interface Body {
  readonly size: number;
  /** The line of each row. */
  readonly lines: Uint32Array;
  readonly notes: readonly FileRecord[];
  readonly totals: readonly FileRecord[];
  /** The line of the first record of each further table in the file. */
  readonly tables: readonly number[];
  readonly blankLines: number;
  /** How often the headings stand again among the rows, as on each page of a print. */
  readonly pages: number;
}

/** Where the rows begin in the bytes of a file, and what is known of them. */
export interface BodyPlace {
  readonly file: Uint8Array;
  readonly at: number;
  readonly line: number;
  readonly layout: Layout;
  readonly dialect: Dialect;
  /** About how many bytes a row has. */
  readonly rowBytes: number;
}

/** Hears how far the bytes are read, and how many rows there are. */
export type OnRows = (at: number, rows: number) => void;

/** A record that is a row unless nothing but its like follows. */
interface Pending {
  readonly record: FileRecord;
  readonly kind: "note" | "total";
}

/** How far the table was read at a place: where it turns out to end there, what follows is dropped. */
interface Mark {
  readonly index: number;
  readonly rows: number;
  readonly blankLines: number;
  readonly pages: number;
  readonly pending: readonly Pending[];
  readonly log: ProblemLog;
}

interface Start {
  readonly index: number;
  readonly line: number;
}

/** The reading of a body, record by record. */
interface State {
  readonly place: BodyPlace;
  readonly columns: CellColumns;
  readonly read: ReadRecord;
  log: ProblemLog;
  at: number;
  line: number;
  /** The number of the record in the body. */
  index: number;
  isAfterBlank: boolean;
  /** Whether a further table has begun. */
  isEnded: boolean;
  blankLines: number;
  pages: number;
  pending: Pending[];
  /** Where the headings stand again, how often all of them, and how far the table was at the first. */
  readonly again: Start[];
  wholeHeaders: number;
  firstAgain: Mark | null;
  /** Where another table begins after a gap. */
  readonly others: Start[];
}

/** So many bytes are read between two reports of how far the reading is. */
const partLength = 2_000_000;

/** The bytes below the headings → the cells of rows as wide as the table; what had to be done is reported. */
export function readBody(
  place: BodyPlace,
  log: ProblemLog,
  onRows: OnRows,
): { readonly body: Body; readonly coded: readonly Coded[] } {
  const state = startAt(place);
  readRecords(state, onRows);
  const isPaged = state.wholeHeaders > 1;
  const starts = isPaged ? state.others : mergeStarts(state.again, state.others);
  const tables = starts.filter(({ index }, at) => at === 0 || index - indexAt(starts, at - 1) > 1);
  const end = !isPaged && state.firstAgain ? state.firstAgain : markOf(state);
  const totals = end.pending.filter(({ kind }) => kind === "total").map(({ record }) => record);
  const notes = end.pending.filter(({ kind }) => kind === "note").map(({ record }) => record);
  reportTotals(totals, log);
  addLog(log, end.log);
  const { lines, coded } = finishColumns(state.columns, end.rows);
  reportTotalWords(coded, lines, log);
  const { blankLines, pages } = end;
  const body = { size: end.rows, lines, notes, totals, blankLines, pages };
  return { body: { ...body, tables: tables.map(({ line }) => line) }, coded };
}

function startAt(place: BodyPlace): State {
  const { file, at, line, layout, dialect, rowBytes } = place;
  // Rather too much room than a copy of all that was read.
  const rows = Math.ceil(((file.length - at) / Math.max(1, rowBytes)) * 1.1) + 16;
  return {
    place,
    columns: createColumns(toCellBytes(file), layout.width, rows),
    read: createByteReader(file, dialect),
    log: createLog(),
    ...{ at, line, index: 0, isAfterBlank: false, isEnded: false },
    ...{ blankLines: 0, pages: 0, pending: [], wholeHeaders: 0, firstAgain: null },
    ...{ again: [], others: [] },
  };
}

function readRecords(state: State, onRows: OnRows): void {
  const { file, layout, dialect } = state.place;
  const { bytes } = state.columns;
  const signs = signsOf(dialect);
  const scan = createScan(layout.width);
  const isPlain = toPlainTest(layout, bytes);
  const stop = signs ? lastLineEnd(file) : 0;
  let report = state.at + partLength;
  while (state.at < file.length) {
    const before = bytes.moreSize;
    const canScan = signs && state.at < stop && !state.isAfterBlank;
    if (canScan && scanRecord(bytes, state.at, stop, signs, scan) && isPlain(scan)) {
      addPlain(state, scan, before);
    } else {
      bytes.moreSize = before;
      addRecord(state, state.read(state.at, state.line));
    }
    if (state.at < report) continue;
    onRows(state.at, state.columns.size);
    report = state.at + partLength;
  }
}

/** Where the line after the last line end begins. */
function lastLineEnd(file: Uint8Array): number {
  let end = file.length;
  while (end > 0 && file[end - 1] !== 10 && file[end - 1] !== 13) end--;
  return end;
}

function addPlain(state: State, scan: Scan, before: number): void {
  const { columns } = state;
  if (!state.isEnded) {
    if (state.pending.length > 0) addPending(state);
    addScanned(columns, scan, state.line);
  } else columns.bytes.moreSize = before;
  state.index++;
  state.line += scan.lines;
  state.at = scan.next;
}

function addRecord(state: State, found: ByteRecord): void {
  const { layout } = state.place;
  const { record } = found;
  const { isAfterBlank } = state;
  state.isAfterBlank = isBlank(record);
  if (isHeaderAgain(record, layout)) addHeader(state, record);
  else {
    const isGap = state.index > 0 && isAfterBlank && !state.isAfterBlank;
    if (isGap && isOtherTable(nearRecords(state, found), layout)) {
      state.others.push({ index: state.index, line: record.line });
      state.isEnded = true;
    }
    if (!state.isEnded && state.isAfterBlank) state.blankLines++;
    else if (!state.isEnded) addCandidate(state, record, isAfterBlank && state.index > 0);
  }
  state.index++;
  state.line += found.lines;
  state.at = found.next;
}

function addHeader(state: State, record: FileRecord): void {
  state.again.push({ index: state.index, line: record.line });
  if (isHeaderAgain(record, state.place.layout, 1)) state.wholeHeaders++;
  if (state.isEnded) return;
  state.firstAgain ??= markOf(state);
  state.pages++;
}

function markOf({ index, columns, blankLines, pages, pending, log }: State): Mark {
  const known = { listed: [...log.listed], counts: { ...log.counts } };
  return { index, rows: columns.size, blankLines, pages, pending: [...pending], log: known };
}

/** The record and those right after it, up to a blank one. */
function nearRecords(state: State, { record, next, lines }: ByteRecord): FileRecord[] {
  const near = [record];
  let [at, line] = [next, state.line + lines];
  const read = createByteReader(state.place.file, state.place.dialect);
  while (near.length < mostNear && at < state.place.file.length) {
    const found = read(at, line);
    near.push(found.record);
    if (isBlank(found.record)) break;
    at = found.next;
    line += found.lines;
  }
  return near;
}

/** A note or a total waits: it is a row if a row follows. */
function addCandidate(state: State, record: FileRecord, isApart: boolean): void {
  const { layout, dialect } = state.place;
  const kind = footKind(record, isApart, layout, dialect);
  if (kind) state.pending.push({ record, kind });
  else {
    addPending(state);
    addRow(state, record);
  }
}

function addPending(state: State): void {
  for (const { record } of state.pending) addRow(state, record);
  state.pending = [];
}

function addRow({ columns, log, place: { layout, dialect } }: State, record: FileRecord): void {
  addCells(columns, toRow(record, layout, dialect, log), record.line);
}

function mergeStarts(again: readonly Start[], others: readonly Start[]): readonly Start[] {
  return [...again, ...others].sort((one, other) => one.index - other.index);
}

function indexAt(starts: readonly Start[], at: number): number {
  return starts[at]?.index ?? 0;
}

function reportTotals(totals: readonly FileRecord[], log: ProblemLog): void {
  for (const { line, cells } of totals) {
    const first = quoteCell(cells.find((cell) => cell.trim() !== "") ?? "");
    report(log, { kind: "total", line, column: 0, message: `${first} is a total, not a row.` });
  }
}

/** Rows whose first or second cell says that they are totals. */
function reportTotalWords(coded: readonly Coded[], lines: Uint32Array, log: ProblemLog): void {
  const columns = coded.slice(0, 2).map(({ words, codes }) => {
    const isTotal = Uint8Array.from(words, (word) => Number(isTotalWord(word)));
    return { words, codes, isTotal, isAny: isTotal.includes(1) };
  });
  if (!columns.some(({ isAny }) => isAny)) return;
  for (const [row, line] of lines.entries()) {
    const found = columns.find(({ codes, isTotal }) => isTotal[codes[row] ?? 0] === 1);
    if (!found) continue;
    const word = quoteCell(found.words[found.codes[row] ?? 0] ?? "");
    const message = `${word} may be a total; it stands among the rows and was kept.`;
    report(log, { kind: "total", line, column: 0, message });
  }
}
