import { fold } from "../view/fold";
import type { StoredColumn } from "./store";

/** Some cells of a column as a search compares them, as one text: that is searched in a go. */
interface Block {
  /** The code of the first, and where each begins. */
  readonly from: number;
  readonly starts: Uint32Array;
  /** A NUL stands after each: no folded text has one. */
  readonly text: string;
}

/** So many cells are one text. */
const blockSize = 4_096;

/** By the array of what is missing, which a column keeps as long as its words are the same. */
const known = new WeakMap<Uint8Array, readonly Block[]>();

function blocksOf({ missing, words }: StoredColumn): readonly Block[] {
  const count = Math.ceil(words.length / blockSize);
  const blocks = known.get(missing) ?? Array.from({ length: count }, (_, at) => toBlock(words, at));
  known.set(missing, blocks);
  return blocks;
}

/** Signs that `fold` may change otherwise than to small letters. */
const special = /[^ -_a-~\0]| {2}/;

function toBlock(all: readonly string[], at: number): Block {
  const from = at * blockSize;
  const words = all.slice(from, from + blockSize);
  const joined = `${words.join("\0")}\0`;
  // One look at all of them: most cells of most tables are plain.
  const folded = special.test(joined) ? words.map(fold) : null;
  const text = folded ? `${folded.join("\0")}\0` : joined.toLowerCase();
  const starts = new Uint32Array(words.length + 1);
  for (const [index, { length }] of (folded ?? words).entries()) {
    starts[index + 1] = (starts[index] ?? 0) + length + 1;
  }
  return { from, starts, text };
}

/** The cells of a column, in the order of their codes, as they are compared. */
export function foldedWords(column: StoredColumn): readonly string[] {
  return blocksOf(column).flatMap(({ text }) => text.slice(0, -1).split("\0"));
}

/** By cell: 1 where it holds a text, and passes a test if one is given; null where none does. */
export function holding(
  column: StoredColumn,
  sought: string,
  isMeant?: (cell: string, code: number) => boolean,
): Uint8Array | null {
  let held: Uint8Array | null = null;
  for (const { from, starts, text } of blocksOf(column)) {
    let at = 0;
    for (let place = text.indexOf(sought); place >= 0; place = text.indexOf(sought, starts[at])) {
      while ((starts[at + 1] ?? 0) <= place) at++;
      const cell = isMeant && text.slice(starts[at], (starts[at + 1] ?? 0) - 1);
      at++;
      if (isMeant && !isMeant(cell ?? "", from + at - 1)) continue;
      held ??= new Uint8Array(column.words.length);
      held[from + at - 1] = 1;
    }
  }
  return held;
}
