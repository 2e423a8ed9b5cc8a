/**
 * How cells are told apart. `delimiter` is empty where a line is one cell, `quote` where nothing is
 * quoted. `escape` says how a quote stands inside a quoted cell; `padding` that spaces beside a
 * delimiter are no part of a cell.
 */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: "double" | "backslash";
  readonly padding: boolean;
}

/** A record with quotes: its cells, where its text ends, where the next begins, its line ends. */
export interface QuotedRecord {
  readonly cells: string[];
  readonly isSound: boolean;
  readonly end: number;
  readonly next: number;
  readonly lines: number;
}

const [lf, cr] = [10, 13];

interface Cell {
  readonly text: string;
  readonly end: number;
  readonly isSound: boolean;
}

/**
 * The record that begins at a place. Where a quote does not close as it should, the record is the
 * line it stands on and nothing more: what is wrong costs one row. Null where the text may go on.
 */
export function readQuoted(text: string, start: number, dialect: Dialect, isLast: boolean) {
  const whole = readCells(text, start, dialect, text.length);
  if (whole === null && !isLast) return null;
  // A CR at the end of what there is may be half a line end.
  const isOpen = (end: number) => end >= text.length - 1 && !isLast;
  if (whole?.isSound) return isOpen(whole.end) ? null : closeRecord(text, start, whole);
  const end = lineEnd(text, start);
  if (isOpen(end)) return null;
  const cells = readCells(text, start, dialect, end)?.cells ?? [text.slice(start, end)];
  return closeRecord(text, start, { cells, end, isSound: false });
}

function closeRecord(
  text: string,
  start: number,
  { cells, end, isSound }: { cells: string[]; end: number; isSound: boolean },
): QuotedRecord {
  const lines = countBreaks(text, start, end);
  const next = end + (text.startsWith("\r\n", end) ? 2 : 1);
  return { cells, isSound, end, next, lines: lines + 1 };
}

/** The cells of one record up to `limit`; null where a quote is still open there. */
function readCells(text: string, start: number, dialect: Dialect, limit: number) {
  const cells: string[] = [];
  let isSound = true;
  let at = skipRun(text, start, dialect);
  for (;;) {
    const cell = readCell(text, at, dialect, limit);
    if (cell === null) return null;
    cells.push(cell.text);
    isSound &&= cell.isSound;
    if (cell.end >= limit || !isDelimiter(text, cell.end, dialect)) {
      return { cells, end: Math.min(cell.end, limit), isSound };
    }
    at = skipRun(text, cell.end + dialect.delimiter.length, dialect);
  }
}

function readCell(text: string, at: number, dialect: Dialect, limit: number): Cell | null {
  const open = skipSpaces(text, at, dialect);
  if (text.startsWith(dialect.quote, open)) return readQuotedCell(text, at, open, dialect, limit);
  const end = plainEnd(text, at, dialect, limit);
  return { text: text.slice(at, end), end, isSound: true };
}

/** From an opening quote to the quote that a delimiter or a line end follows. */
function readQuotedCell(
  text: string,
  at: number,
  open: number,
  dialect: Dialect,
  limit: number,
): Cell | null {
  const { quote } = dialect;
  let [isSound, hasBreaks] = [true, false];
  let from = open + quote.length;
  for (;;) {
    const close = text.indexOf(quote, from);
    if (close < 0 || close >= limit) {
      return limit < text.length || !isSound ? literal(text, at, dialect, limit) : null;
    }
    hasBreaks ||= hasBreak(text, from, close);
    const after = close + quote.length;
    if (isEscaped(text, open, close, dialect)) from = after;
    else if (text.startsWith(quote, after)) from = after + quote.length;
    else {
      const end = skipSpaces(text, after, dialect);
      if (isEnd(text, end, dialect, limit)) {
        const inner = text.slice(open + quote.length, close);
        return { text: unescapeQuotes(inner, dialect), end, isSound };
      }
      // Not a cell: looking on would take each such row to the end of the file.
      if (hasBreaks) return literal(text, at, dialect, limit);
      isSound = false;
      from = after;
    }
  }
}

/** A cell that begins with a quote that is none: up to the next delimiter as it stands. */
function literal(text: string, at: number, dialect: Dialect, limit: number): Cell {
  const end = plainEnd(text, at, dialect, limit);
  return { text: text.slice(at, end), end, isSound: false };
}

function plainEnd(text: string, at: number, { delimiter }: Dialect, limit: number): number {
  const first = delimiter.charCodeAt(0);
  for (let end = at; end < limit; end += 1) {
    const code = text.charCodeAt(end);
    if (code === lf || code === cr) return end;
    if (code === first && (delimiter.length === 1 || text.startsWith(delimiter, end))) return end;
  }
  return limit;
}

function isEnd(text: string, at: number, dialect: Dialect, limit: number): boolean {
  return at >= limit || text[at] === "\n" || text[at] === "\r" || isDelimiter(text, at, dialect);
}

function isDelimiter(text: string, at: number, { delimiter }: Dialect): boolean {
  return delimiter !== "" && text.startsWith(delimiter, at);
}

/** Spaces beside a delimiter; where the delimiter is itself a space there are none. */
function skipSpaces(text: string, at: number, { delimiter }: Dialect): number {
  if (delimiter === " " || delimiter === "  ") return at;
  let next = at;
  while (text[next] === " ") next += 1;
  return next;
}

/** Where cells stand in columns of spaces, any number of them is one delimiter. */
function skipRun(text: string, at: number, dialect: Dialect): number {
  let next = at;
  if (isSpaced(dialect)) while (text[next] === " ") next += 1;
  return next;
}

/** Whether cells are lined up by spaces. */
export function isSpaced({ delimiter, padding }: Dialect): boolean {
  return padding && (delimiter === " " || delimiter === "  ");
}

/** A line with one delimiter between cells that are lined up by spaces. */
export function joinRuns(text: string, { delimiter }: Dialect): string {
  return text.replace(/^ +/gm, "").replace(delimiter === " " ? / {2,}/g : / {3,}/g, delimiter);
}

function isEscaped(text: string, open: number, close: number, dialect: Dialect): boolean {
  if (dialect.escape !== "backslash") return false;
  let count = 0;
  while (close - 1 - count > open && text[close - 1 - count] === "\\") count += 1;
  return count % 2 === 1;
}

/** The text of a quoted cell as it was before it was quoted. */
export function unescapeQuotes(inner: string, dialect: Dialect): string {
  const { quote } = dialect;
  const single = inner.includes(quote) ? inner.replaceAll(quote + quote, quote) : inner;
  if (dialect.escape !== "backslash" || !single.includes("\\")) return single;
  return single.replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\");
}

function hasBreak(text: string, from: number, to: number): boolean {
  return lineEnd(text, from, to) < to;
}

/** Where a line ends, at the latest at `limit`. */
function lineEnd(text: string, start: number, limit = text.length): number {
  for (let end = start; end < limit; end += 1) {
    const code = text.charCodeAt(end);
    if (code === lf || code === cr) return end;
  }
  return limit;
}

/** How many line ends there are between two places; CR and LF together are one. */
function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = lineEnd(text, from, to); at < to; at = lineEnd(text, at + 1, to)) {
    if (text.charCodeAt(at) === lf || text.charCodeAt(at + 1) !== lf) count += 1;
  }
  return count;
}
