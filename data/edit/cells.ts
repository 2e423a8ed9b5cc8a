import { type Coded, encode } from "../open/coded";
import { readColumn } from "../open/column";
import type { GivenColumn } from "../open/column-type";
import { gatherEvidence } from "../open/evidence";
import { createLog } from "../open/problem";
import { castAll, type StoredColumn } from "../open/store";

/** Up to so many cells are looked for one by one; for more an index is made of what there is. */
const fewWords = 8;

/** The column with words that it may not have had, and the code of each of them there. */
function withWords(column: StoredColumn, words: readonly string[]) {
  const find = words.length > fewWords ? indexOf(column) : (word: string) => codeOf(column, word);
  const added: string[] = [];
  const codes = Uint32Array.from(words, (word) => {
    const known = find(word);
    return known >= 0 ? known : column.words.length + added.push(word) - 1;
  });
  return { column: added.length > 0 ? addWords(column, added) : column, codes };
}

function codeOf({ words }: StoredColumn, word: string): number {
  // What was added last stands at the end.
  return words.lastIndexOf(word);
}

function indexOf({ words }: StoredColumn): (word: string) => number {
  const codes = new Map(words.map((word, code) => [word, code]));
  return (word) => codes.get(word) ?? -1;
}

function addWords(column: StoredColumn, added: readonly string[]): StoredColumn {
  const casts = castAll(added, column.column);
  const { words, missing, low, high } = column;
  const [both, lows, highs] = [
    new Uint8Array(words.length + added.length),
    new Float64Array(words.length + added.length),
    new Float64Array(words.length + added.length),
  ];
  for (const [all, before, more] of [
    [both, missing, casts.missing],
    [lows, low, casts.low],
    [highs, high, casts.high],
  ] as const) {
    all.set(before);
    all.set(more, words.length);
  }
  return { ...column, words: words.concat(added), missing: both, low: lows, high: highs };
}

/** The column with other codes, made of its own by a function that is given those of a block. */
export function withCells(
  column: StoredColumn,
  { words, codes }: Coded,
  change: (own: Uint32Array, block: Uint32Array) => Uint32Array,
): StoredColumn {
  const wide = withWords(column, words);
  const block = codes.map((code) => wide.codes[code] ?? 0);
  return settle({ ...wide.column, codes: change(wide.column.codes, block) });
}

/** The cells of a column in some rows. */
export function cellsAt({ words, codes }: StoredColumn, rows: Uint32Array): Coded {
  return encode(rows.length, (at) => words[codes[rows[at] ?? 0] ?? 0] ?? "");
}

/** A column whose type follows its cells is read anew after each edit. */
export function settle(column: StoredColumn): StoredColumn {
  const isOpen = column.isOpen || column.column.type === "empty";
  return isOpen ? { ...readAs(column, {}), isOpen } : column;
}

/** A column as its cells make it out to be, but for what is given. */
export function readAs(column: StoredColumn, given: GivenColumn): StoredColumn {
  const { words, codes } = column;
  const coded = encode(codes.length, (row) => words[codes[row] ?? 0] ?? "");
  const evidence = gatherEvidence(column.column.name, coded, given);
  const read = readColumn(evidence, createLog(), () => ({ line: 0, column: 0 }));
  const { tag } = column.column;
  const typed = { ...read, ...(tag && { tag }) };
  return { id: column.id, column: typed, ...coded, ...castAll(coded.words, typed) };
}
