import { foldedWords } from "./folded";
import { addUp, orderNumbers, orderTexts } from "./order";
import type { StoredColumn } from "./store";

/** The place of each different cell in an order; `size` places, missing ones last. */
interface Ranks {
  readonly ranks: Uint32Array;
  readonly size: number;
}

/** By the array of what is missing, which a column keeps as long as its words are the same. */
const known = new WeakMap<Uint8Array, Ranks>();

/** The order of the cells of a column, upwards: by number or day, else as words; words among numbers follow them. */
export function ranksOf(column: StoredColumn): Ranks {
  const found = known.get(column.missing) ?? toRanks(column);
  known.set(column.missing, found);
  return found;
}

/** Cells of one kind: those of the type of the column, words among numbers, what is missing. */
interface Part {
  readonly codes: Uint32Array;
  readonly keys: Float64Array | readonly string[];
}

function toRanks(column: StoredColumn): Ranks {
  const ranks = new Uint32Array(column.words.length);
  let size = 0;
  for (const { codes, keys } of partsOf(column)) {
    const order = keys instanceof Float64Array ? orderNumbers(keys) : orderTexts(keys);
    for (let at = 0; at < order.length; at++) {
      const [index = 0, before = 0] = [order[at], order[at - 1]];
      if (at === 0 || keys[index] !== keys[before]) size++;
      ranks[codes[index] ?? 0] = size - 1;
    }
  }
  return { ranks, size };
}

function partsOf(column: StoredColumn): readonly Part[] {
  const { low, high, missing, words } = column;
  const isNumeric = ["number", "year", "date"].includes(column.column.type);
  const classOf = (code: number) =>
    missing[code] === 1 ? 2 : isNumeric && Number.isNaN(low[code]) ? 1 : 0;
  const classes = new Uint8Array(words.length);
  for (let code = 0; code < classes.length; code++) classes[code] = classOf(code);
  const codesOf = (kind: number) => codesWhere(classes, kind);
  const [own, ...others] = [codesOf(0), codesOf(1), codesOf(2)];
  const isTextNeeded = !isNumeric || others.some(({ length }) => length > 0);
  const folded = isTextNeeded ? foldedWords(column) : [];
  const asWords = (codes: Uint32Array) => ({
    codes,
    keys: codes.length === folded.length ? folded : pick(folded, codes),
  });
  if (!own) return [];
  const middles = { codes: own, keys: new Float64Array(own.length) };
  for (let at = 0; at < own.length; at++) {
    middles.keys[at] = middleOf(low[own[at] ?? 0], high[own[at] ?? 0]);
  }
  return [isNumeric ? middles : asWords(own), ...others.map(asWords)];
}

function pick(texts: readonly string[], codes: Uint32Array): readonly string[] {
  const picked: string[] = [];
  for (const code of codes) picked.push(texts[code] ?? "");
  return picked;
}

function codesWhere(classes: Uint8Array, kind: number): Uint32Array {
  const codes = new Uint32Array(classes.length);
  let count = 0;
  for (let code = 0; code < classes.length; code++)
    if (classes[code] === kind) codes[count++] = code;
  return codes.subarray(0, count);
}

/** Where a cell stands among others: the middle of its bounds, else the one bound there is. */
function middleOf(low = Number.NaN, high = Number.NaN): number {
  if (!Number.isFinite(low)) return high;
  return Number.isFinite(high) ? (low + high) / 2 : low;
}

/**
 * Sorts row numbers by a column, stably, in time that grows with the rows alone. Missing cells come
 * last in either direction.
 */
export function sortRows(
  rows: Uint32Array,
  column: StoredColumn,
  descending: boolean,
): Uint32Array {
  const keys = keysOf(column, descending);
  const { codes } = column;
  const places = new Uint32Array(ranksOf(column).size + 2);
  for (let at = 0; at < rows.length; at++) {
    const key = keys[codes[rows[at] ?? 0] ?? 0] ?? 0;
    places[key + 1] = (places[key + 1] ?? 0) + 1;
  }
  addUp(places);
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const key = keys[codes[row] ?? 0] ?? 0;
    const place = places[key] ?? 0;
    places[key] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}

/** By cell, its place from the first in a direction. */
function keysOf(column: StoredColumn, descending: boolean): Uint32Array {
  const { ranks, size } = ranksOf(column);
  const { missing } = column;
  const keys = new Uint32Array(ranks.length);
  for (let code = 0; code < keys.length; code++) {
    const rank = ranks[code] ?? 0;
    keys[code] = missing[code] === 1 ? size : descending ? size - 1 - rank : rank;
  }
  return keys;
}
