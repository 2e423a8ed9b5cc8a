import type { Store } from "./store";

/** What the cells of a column that may be added come to. */
export interface ColumnTotal {
  readonly id: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly missing: number;
  readonly inWords: number;
}

/** Sums of the columns that may be added; shares, years and identifiers are not. */
export function totalsOf(store: Store, rows: Uint32Array): readonly ColumnTotal[] {
  return store.columns
    .filter(({ column }) => column.type === "number" && column.isAdditive)
    .map(({ id, codes, low, high, missing }) => {
      const total = { low: 0, high: 0, missing: 0, inWords: 0, counted: 0 };
      for (const row of rows) {
        const code = codes[row] ?? 0;
        const from = low[code] ?? Number.NaN;
        if (missing[code] === 1) total.missing++;
        else if (Number.isNaN(from)) total.inWords++;
        else {
          total.counted++;
          total.low += from;
          total.high += high[code] ?? from;
        }
      }
      const bound = (sum: number) => (total.counted > 0 && Number.isFinite(sum) ? sum : null);
      const { inWords } = total;
      return {
        id,
        low: bound(total.low),
        high: bound(total.high),
        missing: total.missing,
        inWords,
      };
    });
}

/** The different cells of a column with their number of rows, most first. */
export function valuesOf(store: Store, rows: Uint32Array, id: string) {
  const column = store.columns.find((each) => each.id === id);
  if (!column) return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const code = column.codes[row] ?? 0;
    const value = column.missing[code] === 1 ? "" : (column.words[code] ?? "");
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
