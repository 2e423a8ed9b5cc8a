import type { Dialect } from "./quoted";
import { isSpaced } from "./quoted";
import { type CellBytes, emptyHash, hashOf, reserve } from "./word-table";

/** The signs of a dialect as bytes; none is −1. */
export interface Signs {
  readonly delimiter: number;
  readonly quote: number;
  readonly isSlashed: boolean;
  readonly isPadded: boolean;
}

/** Where the cells of a record are in the bytes of a file, and the hash of each. */
export interface Scan {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
  count: number;
  /** How many cells certainly hold a letter or a digit. */
  filled: number;
  /** Where the next record begins, and how many lines further down. */
  next: number;
  lines: number;
}

export function createScan(width: number): Scan {
  const [starts, ends] = [new Uint32Array(width), new Uint32Array(width)];
  return { starts, ends, hashes: new Int32Array(width), count: 0, filled: 0, next: 0, lines: 0 };
}

/** A dialect as bytes; null where its signs are not one byte each, or cells are lined up by spaces. */
export function signsOf(dialect: Dialect): Signs | null {
  const { delimiter, quote, padding } = dialect;
  if (isSpaced(dialect)) return null;
  const [parting, quoting] = [delimiter, quote].map((sign) =>
    sign === "" ? -1 : sign.length === 1 && sign < "\u0080" ? sign.charCodeAt(0) : null,
  );
  if (parting === null || quoting === null) return null;
  const isSlashed = dialect.escape === "backslash";
  return { delimiter: parting ?? -1, quote: quoting ?? -1, isSlashed, isPadded: padding };
}

const [lf, cr, space, backslash] = [10, 13, 32, 92];

/** By byte: 1 where a cell that begins with it has a letter or a digit; other signs may be spaces or rules. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(
    byte < 128
      ? /^[0-9A-Za-z]$/.test(String.fromCharCode(byte))
      : ![0xc2, 0xe1, 0xe2, 0xe3, 0xef].includes(byte),
  ),
);

/**
 * Reads the record at a place where it is regular: false where a look at its text is needed. A line end
 * has to follow before `stop`. Most of the time that a large file takes is spent here, so it is one loop.
 */
export function scanRecord(
  bytes: CellBytes,
  from: number,
  stop: number,
  { delimiter, quote, isSlashed, isPadded }: Signs,
  scan: Scan,
): boolean {
  const { file } = bytes;
  const { starts, ends, hashes } = scan;
  const width = starts.length;
  const hasSpaces = delimiter !== space;
  let [at, count, filled, lines] = [from, 0, 0, 1];
  for (;;) {
    let [start, end, hash] = [at, 0, emptyHash];
    if (hasSpaces) while (file[at] === space) at++;
    filled += isPlain[file[at] ?? 0] ?? 0;
    if (file[at] === quote) {
      start = ++at;
      filled += isPlain[file[at] ?? 0] ?? 0;
      for (; at < stop; at++) {
        const byte = file[at] ?? 0;
        if (byte === quote) break;
        if (byte === backslash && isSlashed) return false;
        if (byte === lf || (byte === cr && file[at + 1] !== lf)) lines++;
        hash = Math.imul(hash ^ byte, 16_777_619);
      }
      end = at;
      if (file[at + 1] === quote) {
        at = closeOf(file, at, stop, quote);
        lines += countBreaks(file, end, at);
        [start, end] = unquote(bytes, start, at, quote);
        hash = hashOf(bytes, start, end);
      }
      if (at >= stop) return false;
      at++;
      if (hasSpaces) while (file[at] === space) at++;
      const byte = file[at];
      if (byte !== delimiter && byte !== lf && byte !== cr) return false;
    } else {
      if (isPadded) start = at;
      else at = start;
      for (; ; at++) {
        const byte = file[at] ?? 0;
        if (byte === delimiter || byte === lf || byte === cr) break;
        hash = Math.imul(hash ^ byte, 16_777_619);
      }
      end = at;
    }
    if (isPadded && end > start && hasEdge(bytes, start, end)) return false;
    starts[count] = start;
    ends[count] = end;
    hashes[count] = hash;
    count++;
    if (file[at] !== delimiter) break;
    at++;
    if (count === width) {
      // Delimiters at the end of a line are no cells.
      while (file[at] === delimiter) at++;
      if (file[at] !== lf && file[at] !== cr) return false;
      break;
    }
  }
  scan.count = count;
  scan.filled = filled;
  scan.lines = lines;
  scan.next = file[at] === cr && file[at + 1] === lf ? at + 2 : at + 1;
  return true;
}

/** Where a cell closes in which a quote is doubled. */
function closeOf(file: Uint8Array, from: number, stop: number, quote: number): number {
  let at = from;
  while (at < stop && (file[at] !== quote || file[at + 1] === quote)) {
    at += file[at] === quote ? 2 : 1;
  }
  return Math.min(at, stop);
}

/** How many line ends there are between two places; CR and LF together are one. */
export function countBreaks(file: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = file[at];
    if (byte === lf || (byte === cr && file[at + 1] !== lf)) count++;
  }
  return count;
}

/** Writes a cell with one quote for two, and says where it stands then. */
function unquote(
  bytes: CellBytes,
  from: number,
  to: number,
  quote: number,
): [start: number, end: number] {
  reserve(bytes, to - from);
  const start = bytes.moreSize;
  for (let at = from; at < to; at++) {
    bytes.more[bytes.moreSize++] = bytes.file[at] ?? 0;
    if (bytes.file[at] === quote) at++;
  }
  return [bytes.file.length + start, bytes.file.length + bytes.moreSize];
}

/** Whether a cell begins or ends with a sign that may be taken off it as a space is. */
function hasEdge({ file, more }: CellBytes, start: number, end: number): boolean {
  const [from, offset] = start < file.length ? [file, 0] : [more, file.length];
  return !isVisible(from[start - offset]) || !isVisible(from[end - 1 - offset]);
}

function isVisible(byte = 0): boolean {
  return byte > 32 && byte < 128;
}
