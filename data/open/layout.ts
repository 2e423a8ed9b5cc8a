import { countComments, filledCount, isBlank, isText, soundRows } from "./filled";
import { headerVotes, isHeader, isLowerLevel, isTagRow } from "./header";
import { brokenHeader, type GivenHeader, headerOf, noHeader } from "./header-rows";
import { type Profile, profileOf } from "./kind";
import { namesOf } from "./names";
import type { Dialect } from "./quoted";
import type { FileRecord } from "./records";
import { commonWidth, usedWidth } from "./width";

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

function profilesOf(rows: readonly (readonly string[])[], width: number): Profile[] {
  return Array.from({ length: width }, (_, at) => profileOf(rows.map((cells) => cells[at] ?? "")));
}
