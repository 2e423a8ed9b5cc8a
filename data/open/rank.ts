import { compareText } from "../table/order";
import { foldedWords, type StoredColumn } from "./store";

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

function toRanks(column: StoredColumn): Ranks {
  const { low, high, missing, words } = column;
  const folded = foldedWords(column);
  const isNumeric = ["number", "year", "date"].includes(column.column.type);
  const classOf = (code: number) =>
    missing[code] === 1 ? 2 : isNumeric && Number.isNaN(low[code] ?? Number.NaN) ? 1 : 0;
  const middles = Float64Array.from(words, (_, code) => middleOf(low[code], high[code]));
  const compare = (a: number, b: number) =>
    classOf(a) - classOf(b) ||
    (isNumeric && classOf(a) === 0
      ? (middles[a] ?? 0) - (middles[b] ?? 0)
      : compareText(folded[a] ?? "", folded[b] ?? ""));
  const sorted = Uint32Array.from(words, (_, code) => code).sort(compare);
  const ranks = new Uint32Array(words.length);
  let rank = 0;
  for (let at = 0; at < sorted.length; at++) {
    const [code = 0, before = 0] = [sorted[at], sorted[at - 1]];
    if (at > 0 && compare(before, code) !== 0) rank++;
    ranks[code] = rank;
  }
  return { ranks, size: rank + 1 };
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
  const { ranks, size } = ranksOf(column);
  const { codes, missing } = column;
  const keyOf = (row: number) => {
    const code = codes[row] ?? 0;
    const rank = ranks[code] ?? 0;
    if (missing[code] === 1) return size;
    return descending ? size - 1 - rank : rank;
  };
  const starts = new Uint32Array(size + 2);
  for (const row of rows) starts[keyOf(row) + 1] = (starts[keyOf(row) + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = starts[key] ?? 0;
    starts[key] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}
