import { totalWordStarts } from "./foot";
import type { Layout } from "./layout";
import type { Scan } from "./scan";
import { type CellBytes, textBetween } from "./word-table";

const encoder = new TextEncoder();

/** Whether a scanned record is certainly a row, and nothing else: no headings again, no note, no total. */
export function toPlainTest(layout: Layout, bytes: CellBytes): (scan: Scan) => boolean {
  const { width, rowWidth } = layout;
  const least = Math.min(2, width);
  const head = encoder.encode(layout.header.at(-1)?.cells[0] ?? "");
  const isHead = (scan: Scan) => {
    const [start = 0, end = 0] = [scan.starts[0], scan.ends[0]];
    if (layout.header.length === 0 || end - start !== head.length) return false;
    return textBetween(bytes, start, end) === layout.header.at(-1)?.cells[0];
  };
  return (scan) => {
    if (scan.filled < least) return false;
    // What is narrower than the table may be a note.
    if (scan.count !== width && (scan.count !== rowWidth || !beginsWithDigit(bytes, scan)))
      return false;
    return !mayBeTotal(bytes, scan) && !isHead(scan);
  };
}

function beginsWithDigit(bytes: CellBytes, scan: Scan): boolean {
  const first = byteAt(bytes, scan.starts[0] ?? 0);
  return first > 47 && first < 58;
}

/** Whether the first filled cell begins as a word for a total does, or may begin with a space. */
function mayBeTotal(bytes: CellBytes, { starts, ends, count }: Scan): boolean {
  let at = 0;
  while (at < count && starts[at] === ends[at]) at++;
  const start = starts[at] ?? 0;
  const first = byteAt(bytes, start);
  if (first > 47 && first < 58) return false;
  if (first < 33 || spaceStarts.includes(first)) return true;
  return totalStarts.has(pack(first, byteAt(bytes, start + 1), byteAt(bytes, start + 2)));
}

/** The first bytes of spaces beyond ASCII. */
const spaceStarts = [0xc2, 0xe1, 0xe2, 0xe3, 0xef];

function byteAt({ file, more }: CellBytes, place: number): number {
  return (place < file.length ? file[place] : more[place - file.length]) ?? 0;
}

/** Three bytes as one number; ASCII letters are small. */
function pack(first = 0, second = 0, third = 0): number {
  return ((first | 32) << 16) | ((second | 32) << 8) | (third | 32);
}

/** How the words for a total begin. */
const totalStarts = new Set(
  totalWordStarts
    .flatMap((word) => [word, word.toUpperCase()])
    .map((word) => pack(...encoder.encode(word))),
);
