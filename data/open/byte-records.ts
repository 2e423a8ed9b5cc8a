import { type Dialect, readQuoted } from "./quoted";
import type { FileRecord } from "./records";

/** A record as it stands in the bytes of a file, where the next one begins, and how many lines further down. */
export interface ByteRecord {
  readonly record: FileRecord;
  readonly next: number;
  readonly lines: number;
}

/** Reads the record that begins at a place on a line. */
export type ReadRecord = (at: number, line: number) => ByteRecord;

/** So many bytes become a text at first; twice as many where more are asked for right after it. */
const [shortest, longest] = [4_096, 1 << 18];

interface Window {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A place in the bytes, and where that is in the text. */
  at: number;
  index: number;
}

/** Records of UTF-8 bytes by their text, wherever they stand; those in order are read fastest. */
export function createByteReader(file: Uint8Array, dialect: Dialect): ReadRecord {
  // One sign that no text has quotes nothing.
  const signs = { ...dialect, quote: dialect.quote || "\uFFFF" };
  let window: Window = { text: "", from: 0, to: 0, at: -1, index: 0 };
  let size = shortest;
  return (at, line) => {
    if (window.at !== at) {
      size = at >= window.to && at - window.to < shortest ? Math.min(size * 2, longest) : shortest;
      window = openWindow(file, at, size);
    }
    for (;;) {
      const { text, index, to } = window;
      const isLast = to === file.length;
      const found = readQuoted(text, index, signs, isLast);
      if (found) {
        const own = text.slice(index, found.end);
        moveTo(window, Math.min(found.next, text.length));
        const { cells, isSound, lines } = found;
        const quoted = own.includes(signs.quote) && { text: own };
        return { record: { line, cells, ...quoted, isSound }, next: window.at, lines };
      }
      // A record may begin where the window ends.
      window = openWindow(file, at, Math.max(shortest, (to - at) * 4));
    }
  };
}

function openWindow(file: Uint8Array, at: number, size: number): Window {
  let to = Math.min(at + size, file.length);
  // Not in the middle of a letter.
  while (to < file.length && ((file[to] ?? 0) & 0xc0) === 0x80) to++;
  return { text: decoder.decode(file.subarray(at, to)), from: at, to, at, index: 0 };
}

function moveTo(window: Window, index: number): void {
  const { text, from, to } = window;
  const isAscii = text.length === to - from;
  window.at += isAscii ? index - window.index : byteLength(text, window.index, index);
  window.index = index;
}

function byteLength(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // Each half of a letter of four bytes is two.
    length += code < 0x80 ? 1 : code < 0x800 || (code & 0xf800) === 0xd800 ? 2 : 3;
  }
  return length;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
