import { headerVotes, isHeader, isLowerLevel, isTagRow, isUpperLevel } from "./header";
import { type Profile, profileOf } from "./kind";
import { namesOf } from "./names";
import type { Dialect } from "./quoted";
import { type FileRecord, textOf } from "./records";
import { type RowShape, repairRow } from "./repair";

/** Where the parts of a table are: what stands above it, its headings, and where its rows begin. */
export interface Layout {
  readonly width: number;
  /** How many cells a sound record has: fewer than columns where headings go further than rows. */
  readonly rowWidth: number;
  readonly preamble: readonly FileRecord[];
  readonly header: readonly FileRecord[];
  readonly tags: FileRecord | null;
  readonly names: readonly string[];
  /** Whether each name stands in the file; the others name a column by its place. */
  readonly isNamed: readonly boolean[];
  /** The index of the first record that can be a row. */
  readonly body: number;
  readonly profiles: readonly Profile[];
}

/** What a reader may have said of the headings: the line of the first, and how many rows they are. */
export interface GivenHeader {
  readonly line?: number;
  readonly rows?: number;
}

/** So many records are looked at to find out what a column holds, fewer of very wide ones. */
const profiled = 300;
const profiledCells = 60_000;

/** The records at the head of a table → its parts. */
export function findLayout(
  records: readonly FileRecord[],
  dialect: Dialect,
  given: GivenHeader = {},
): Layout {
  const width = commonWidth(records.slice(countComments(records)));
  const top = given.line === undefined ? findTop(records, width) : indexOfLine(records, given.line);
  const levels = given.rows ?? countLevels(records, top, width);
  const header =
    levels > 0
      ? headerOf(records, top, levels, width, dialect, given)
      : (given.rows === undefined && brokenHeader(records, top, width, dialect)) || noHeader(top);
  const afterHeader = header.end;
  const tagRow = records.slice(afterHeader).find((record) => !isBlank(record));
  const tags = header.rows.length > 0 && tagRow && isTagRow(tagRow.cells) ? tagRow : null;
  const body = tags ? records.indexOf(tags) + 1 : afterHeader;
  const rows = soundRows(records.slice(body), width);
  const heads = header.rows.map(({ cells }) => cells);
  const used = usedWidth(width, heads, rows);
  return {
    width: used,
    rowWidth: Math.min(width, used),
    preamble: records.slice(0, header.start).filter((record) => !isBlank(record)),
    header: header.rows,
    tags,
    names: namesOf(heads, used, rows),
    isNamed: Array.from({ length: used }, (_, at) => heads.some((cells) => isText(cells[at]))),
    body,
    profiles: profilesOf(rows, used),
  };
}

/** A record without anything in it, or with a rule that is drawn in dashes. */
export function isBlank({ cells }: FileRecord): boolean {
  return cells.every((cell) => {
    const text = cell.trim();
    return text === "" || (text.length < 200 && /^[+|:]*-{3}[-+|:]*$/.test(text));
  });
}

/** How many lines at the top are comments: begun by a #, all but the last where that has headings. */
function countComments(records: readonly FileRecord[]): number {
  const end = records.findIndex(({ cells }) => !cells[0]?.trimStart().startsWith("#"));
  if (end < 1) return 0;
  const [last, next] = [records[end - 1], records[end]];
  return last && last.cells.length > 1 && last.cells.length === next?.cells.length ? end - 1 : end;
}

/**
 * How many cells a row of the table has: as many as the first long run of records, else as most
 * records, else (where rows fall apart in many ways) as the first record.
 */
function commonWidth(records: readonly FileRecord[]): number {
  const widths = records.filter((record) => !isBlank(record)).map(({ cells }) => cells.length);
  const runs = runsOf(widths);
  const sizeOf = ({ width, count }: Run) => (width - 1) * count;
  const most = runs.reduce((most, run) => Math.max(most, sizeOf(run)), 0);
  const longest = runs.reduce((most, { count }) => Math.max(most, count), 0);
  const isLong = (run: Run) =>
    run.width > 1 && sizeOf(run) >= 0.25 * most && run.count >= Math.min(3, longest);
  const run = longest * 4 >= widths.length ? runs.find(isLong) : undefined;
  if (run) return run.width;
  const first = widths[0] ?? 1;
  const [width, count] = mostCommon(widths);
  const isLeast = widths.filter((one) => one >= first).length > 0.9 * widths.length;
  return count * 2 < widths.length && isLeast && first > 1 ? first : width;
}

interface Run {
  readonly width: number;
  count: number;
}

/** Numbers → how often each stands in a row, in order. */
function runsOf(widths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const width of widths) {
    const last = runs.at(-1);
    if (last?.width === width) last.count += 1;
    else runs.push({ width, count: 1 });
  }
  return runs;
}

/** The number that stands most often, the larger the better, and how often. */
function mostCommon(widths: readonly number[]): readonly [number, number] {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const weight = ([width, count]: readonly [number, number]) =>
    width > 1 ? count * (1 - 1 / width) : count / 20;
  const sorted = [...counts].sort((one, other) => weight(other) - weight(one));
  return sorted[0] ?? [1, 0];
}

function indexOfLine(records: readonly FileRecord[], line: number): number {
  const at = records.findIndex((record) => record.line >= line);
  return at < 0 ? records.length : at;
}

/** The first record that has about as many cells as the table, most of them filled. */
function findTop(records: readonly FileRecord[], width: number): number {
  const least = Math.max(Math.min(2, width), Math.ceil(width / 2));
  const isFull = ({ cells }: FileRecord) =>
    (Math.abs(cells.length - width) <= 1 && filledCount(cells) >= least) ||
    (cells.length > width && cells.length < 2 * width && filledCount(cells) === cells.length);
  const from = countComments(records);
  const full = records.findIndex((record, at) => at >= from && isFull(record));
  if (full >= 0) {
    return isBetterBelow(records, full, width) ? nextFilled(records, full) : full;
  }
  const wide = records.findIndex((record) => record.cells.length === width && !isBlank(record));
  return Math.max(0, wide);
}

/** A title with a cell too many or too few, or a blank line below it, above the real headings. */
function isBetterBelow(records: readonly FileRecord[], at: number, width: number): boolean {
  const next = nextFilled(records, at);
  const [here, below] = [records[at], records[next]];
  if (!here || !below || below.cells.length !== width) return false;
  if (here.cells.length === width && next === at + 1) return false;
  return headerVotes(below.cells, soundRows(records.slice(next + 1), width)) > 0.9;
}

function nextFilled(records: readonly FileRecord[], at: number): number {
  return records.findIndex((record, index) => index > at && !isBlank(record));
}

function isText(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== "";
}

function filledCount(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}

/** Rows that are certainly rows: as wide as the table, with sound quotes. */
export function soundRows(records: readonly FileRecord[], width: number): (readonly string[])[] {
  return records
    .filter((record) => record.isSound && record.cells.length === width && !isBlank(record))
    .slice(0, Math.max(20, Math.min(profiled, Math.floor(profiledCells / width))))
    .map(({ cells }) => cells);
}

/** How many rows of headings begin at the top: none where the first row is like the others. */
function countLevels(records: readonly FileRecord[], top: number, width: number): number {
  const first = records[top];
  if (!first) return 0;
  const below = records.slice(top + 1).filter((record) => !isBlank(record));
  if (!isHeader(first.cells, soundRows(below, width))) return 0;
  let levels = 1;
  while (levels < 3) {
    const next = below[levels - 1];
    const rest = soundRows(below.slice(levels), width);
    if (!next || !isLowerLevel(next.cells, first.cells, rest)) break;
    levels += 1;
  }
  return levels;
}

function noHeader(top: number) {
  return { rows: [] as FileRecord[], start: top, end: top };
}

/** The rows of headings from the top, with those above it that reach over several columns. */
function headerOf(
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
function brokenHeader(
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

/** The width without columns at the end that have neither a heading nor a value. */
function usedWidth(
  width: number,
  heads: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): number {
  const headed = Math.max(0, ...heads.map((cells) => lastFilled(cells)));
  if (heads.length === 0 || headed >= width) return Math.max(headed, width);
  const filled = rows.reduce((most, cells) => Math.max(most, lastFilled(cells)), 0);
  return rows.length === 0 ? width : Math.max(headed, filled, 1);
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

function profilesOf(rows: readonly (readonly string[])[], width: number): Profile[] {
  return Array.from({ length: width }, (_, at) => profileOf(rows.map((cells) => cells[at] ?? "")));
}
