/** The bytes that cells are made of: those of the file, and those that stand otherwise in it. */
export interface CellBytes {
  readonly file: Uint8Array;
  /** Cells without the signs that escape a quote in them, and cells of mended rows. */
  more: Uint8Array;
  moreSize: number;
}

/**
 * The different cells of a column, each once: where its bytes are, a place after the end of the file
 * being one in `more`. A cell is found by the hash of its bytes, and becomes a text when all are known.
 */
export interface WordTable {
  size: number;
  /** By hash: the code of a cell and one, or 0. */
  slots: Int32Array;
  hashes: Int32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

export function createWordTable(): WordTable {
  const [starts, ends] = [new Uint32Array(16), new Uint32Array(16)];
  return { size: 0, slots: new Int32Array(32), hashes: new Int32Array(16), starts, ends };
}

/** Lets go of what a table holds. */
export function emptyTable(table: WordTable): void {
  Object.assign(table, createWordTable());
}

export function toCellBytes(file: Uint8Array): CellBytes {
  return { file, more: new Uint8Array(1024), moreSize: 0 };
}

/** The hash of a cell without bytes (FNV-1a). */
export const emptyHash = -2_128_831_035;

/** The hash of the bytes between two places, as a scan makes it. */
export function hashOf({ file, more }: CellBytes, start: number, end: number): number {
  const [from, offset] = start < file.length ? [file, 0] : [more, file.length];
  let hash = emptyHash;
  for (let at = start - offset; at < end - offset; at++) {
    hash = Math.imul(hash ^ (from[at] ?? 0), 16_777_619);
  }
  return hash;
}

/** The code of the cell whose bytes stand between two places; a new one where it was not there. */
export function codeOfBytes(
  table: WordTable,
  bytes: CellBytes,
  start: number,
  end: number,
  hash: number,
): number {
  const { slots, hashes } = table;
  const mask = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const code = (slots[slot] ?? 0) - 1;
    if (code < 0) break;
    if (hashes[code] === hash && isSame(table, bytes, code, start, end)) return code;
    slot = (slot + 1) & mask;
  }
  return addWord(table, slot, start, end, hash);
}

/** Where cells are known, and in which bytes: nothing is made for it, since it is asked for each cell. */
function isSame(table: WordTable, bytes: CellBytes, code: number, start: number, end: number) {
  const { file, more } = bytes;
  const { length } = file;
  const known = table.starts[code] ?? 0;
  if ((table.ends[code] ?? 0) - known !== end - start) return false;
  const knownIn = known < length ? file : more;
  const askedIn = start < length ? file : more;
  const apart =
    (known < length ? known : known - length) - (start < length ? start : start - length);
  const from = start < length ? start : start - length;
  const to = from + end - start;
  for (let at = from; at < to; at++) if (knownIn[at + apart] !== askedIn[at]) return false;
  return true;
}

function addWord(table: WordTable, slot: number, start: number, end: number, hash: number): number {
  const code = table.size;
  if (code === table.starts.length) growWords(table);
  table.starts[code] = start;
  table.ends[code] = end;
  table.hashes[code] = hash;
  table.slots[slot] = code + 1;
  table.size = code + 1;
  if (table.size * 2 > table.slots.length) growSlots(table);
  return code;
}

function growWords(table: WordTable): void {
  const { starts, ends, hashes } = table;
  table.starts = new Uint32Array(starts.length * 2);
  table.starts.set(starts);
  table.ends = new Uint32Array(starts.length * 2);
  table.ends.set(ends);
  table.hashes = new Int32Array(starts.length * 2);
  table.hashes.set(hashes);
}

function growSlots(table: WordTable): void {
  const slots = new Int32Array(table.slots.length * 2);
  const mask = slots.length - 1;
  for (let code = 0; code < table.size; code++) {
    const hash = table.hashes[code] ?? 0;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = code + 1;
  }
  table.slots = slots;
}

/** The code of a cell that is a text. */
export function codeOfText(table: WordTable, bytes: CellBytes, text: string): number {
  const start = bytes.file.length + bytes.moreSize;
  reserve(bytes, text.length * 3);
  const { written } = encoder.encodeInto(text, bytes.more.subarray(bytes.moreSize));
  const known = table.size;
  const hash = hashOf(bytes, start, start + written);
  const code = codeOfBytes(table, bytes, start, start + written, hash);
  if (code === known) bytes.moreSize += written;
  return code;
}

/** Makes room for so many bytes. */
export function reserve(bytes: CellBytes, count: number): void {
  if (bytes.moreSize + count <= bytes.more.length) return;
  const more = new Uint8Array(Math.max(bytes.more.length * 2, bytes.moreSize + count));
  more.set(bytes.more.subarray(0, bytes.moreSize));
  bytes.more = more;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** So many bytes become one text, of which the cells are parts: a text for each takes much longer. */
const blockSize = 1 << 17;

/** The texts of all cells, in the order of their codes. */
export function wordsOf({ size, starts, ends }: WordTable, { file, more }: CellBytes): string[] {
  const words: string[] = [];
  let block = new Uint8Array(blockSize);
  let filled = 0;
  const flush = () => {
    // No text holds a NUL: each cell ends with one.
    const texts = decoder.decode(block.subarray(0, filled)).split("\0");
    for (let at = 0; at < texts.length - 1; at++) words.push(texts[at] ?? "");
    filled = 0;
  };
  for (let code = 0; code < size; code++) {
    const [start, end] = [starts[code] ?? 0, ends[code] ?? 0];
    if (filled + end - start >= block.length) {
      flush();
      if (end - start >= block.length) block = new Uint8Array(end - start + 1);
    }
    const [from, offset] = start < file.length ? [file, 0] : [more, file.length];
    for (let at = start - offset; at < end - offset; at++) block[filled++] = from[at] ?? 0;
    block[filled++] = 0;
  }
  flush();
  return words;
}

/** The text between two places. */
export function textBetween({ file, more }: CellBytes, start: number, end: number): string {
  const isInFile = start < file.length;
  const part = isInFile
    ? file.subarray(start, end)
    : more.subarray(start - file.length, end - file.length);
  return decoder.decode(part);
}
