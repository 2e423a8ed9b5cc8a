import { type Coded, encode } from "../open/coded";
import { readColumn } from "../open/column";
import type { GivenColumn } from "../open/column-type";
import { gatherEvidence } from "../open/evidence";
import { createLog } from "../open/problem";
import { castAll, type StoredColumn } from "../open/store";
import { pick } from "./numbers";

/** From so many rows on it is quicker to keep the words of a column than to look which of them are used. */
const manyRows = 1_000;

/** Once so many words were looked for among the same ones, an index is made of these. */
const fewAsked = 8;

const indexes = new WeakMap<readonly string[], { asked: number; codes?: Map<string, number> }>();

/** How a word is found among some, which are looked through from the end: what was added last is asked for most. */
function codeAmong(words: readonly string[], count: number): (word: string) => number {
  const index = indexes.get(words) ?? { asked: 0 };
  indexes.set(words, index);
  index.asked += count;
  if (index.asked <= fewAsked) return (word) => words.lastIndexOf(word);
  index.codes ??= new Map(words.map((word, code) => [word, code]));
  const { codes } = index;
  return (word) => codes.get(word) ?? -1;
}

/** The column with words that it may not have had, and the code of each of them there. */
export function withWords(column: StoredColumn, words: readonly string[]) {
  const codeOf = codeAmong(column.words, words.length);
  const added: string[] = [];
  const codes = Uint32Array.from(words, (word) => {
    const known = codeOf(word);
    return known >= 0 ? known : column.words.length + added.push(word) - 1;
  });
  return { column: added.length > 0 ? addWords(column, added) : column, codes };
}

/** The words of which others are a continuation: in both a code means the same. */
const begunBy = new WeakMap<readonly string[], readonly string[]>();

/** Whether every code of some words means the same among others, which continue them. */
function isBegunBy(words: readonly string[], start: readonly string[]): boolean {
  let now: readonly string[] | undefined = words;
  while (now && now !== start) now = begunBy.get(now);
  return now === start;
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
  const longer = words.concat(added);
  begunBy.set(longer, words);
  return { ...column, words: longer, missing: both, low: lows, high: highs };
}

/** The column with other codes, made of its own by a function that is given those of a block. */
export function withCells(
  column: StoredColumn,
  { words, codes }: Coded,
  change: (own: Uint32Array, block: Uint32Array) => Uint32Array,
  read: Reading,
): StoredColumn {
  if (isBegunBy(column.words, words))
    return read({ ...column, codes: change(column.codes, codes) });
  const wide = withWords(column, words);
  return read({ ...wide.column, codes: change(wide.column.codes, pick(wide.codes, codes)) });
}

/** The cells of a column in some rows; of many rows with all words that the column has. */
export function cellsAt({ words, codes }: StoredColumn, rows: Uint32Array): Coded {
  if (rows.length > manyRows) return { words, codes: pick(codes, rows) };
  return encode(rows.length, (at) => words[codes[rows[at] ?? 0] ?? 0] ?? "");
}

/** What becomes of a column once it has other cells. */
export type Reading = (column: StoredColumn) => StoredColumn;

/** Nothing: it is read later. */
export const asItStands: Reading = (column) => column;

/** A column whose type follows its cells is read anew after each edit. */
export function settle(column: StoredColumn): StoredColumn {
  const isOpen = column.isOpen || column.column.type === "empty";
  return isOpen ? { ...readAs(column, {}), isOpen } : column;
}

/** A column as its cells make it out to be, but for what is given. */
export function readAs(column: StoredColumn, given: GivenColumn): StoredColumn {
  const coded = usedOnly(column);
  const evidence = gatherEvidence(column.column.name, coded, given);
  const read = readColumn(evidence, createLog(), () => ({ line: 0, column: 0 }));
  const { tag } = column.column;
  const typed = { ...read, ...(tag && { tag }) };
  return { id: column.id, column: typed, ...coded, ...castAll(coded.words, typed) };
}

/** The cells of a column with the words alone that some row has, in the order of the rows. */
function usedOnly({ words, codes }: Coded): Coded {
  const numbers = new Int32Array(words.length).fill(-1);
  const used: string[] = [];
  const own = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    if ((numbers[code] ?? -1) < 0) numbers[code] = used.push(words[code] ?? "") - 1;
    own[row] = numbers[code] ?? 0;
  }
  return { words: used, codes: own };
}
