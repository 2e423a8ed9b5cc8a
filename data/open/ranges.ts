import type { StoredColumn } from "./store";

/** The bounds of each row, in the order of the table. */
export interface Ranges {
  readonly kind: "ranges";
  readonly rows: readonly RangeRow[];
  /** Rows that state a bound, and rows that do not. */
  readonly whole: number;
  readonly without: number;
}

export interface RangeRow {
  readonly row: number;
  readonly name: string | null;
  /** Null where that end is open. */
  readonly low: number | null;
  readonly high: number | null;
  /** The best estimate, where a column is called that and states one number. */
  readonly best: number | null;
}

/** So many ranges are drawn. */
export const mostRanges = 40;

/** The column of best estimates beside one of lower bounds: "deaths_best" beside "deaths_low". */
export function bestOf(
  lower: StoredColumn,
  columns: readonly StoredColumn[],
): StoredColumn | undefined {
  const nameOf = ({ column }: StoredColumn) => column.name.toLowerCase();
  const names = bestWords.map((word) => nameOf(lower).replace(lowerWord, word));
  return columns.find((each) => each !== lower && names.includes(nameOf(each)));
}

const lowerWord = /(?<![a-z])(low|lower|min|minimum)(?![a-z])/;
const bestWords = ["best", "best estimate", "estimate", "central", "point"];

/** From the lower to the upper bound of each row, the first of them; columns may be one or two. */
export function drawRanges(
  lower: StoredColumn,
  upper: StoredColumn,
  best: StoredColumn | undefined,
  by: StoredColumn | undefined,
  rows: Uint32Array,
): Ranges {
  const boundOf = (column: StoredColumn, end: "low" | "high", row: number) => {
    const bound = column[end][column.codes[row] ?? 0] ?? Number.NaN;
    return Number.isFinite(bound) ? bound : null;
  };
  const found: RangeRow[] = [];
  let whole = 0;
  for (const row of rows) {
    const [low, high] = [boundOf(lower, "low", row), boundOf(upper, "high", row)];
    if (low === null && high === null) continue;
    whole++;
    if (found.length >= mostRanges) continue;
    const code = by?.codes[row] ?? 0;
    const name = by && by.missing[code] !== 1 ? (by.words[code] ?? null) : null;
    const ends = best && [boundOf(best, "low", row), boundOf(best, "high", row)];
    const middle = ends && ends[0] === ends[1] ? (ends[0] ?? null) : null;
    found.push({ row, name: name?.slice(0, 80) ?? null, low, high, best: middle });
  }
  return { kind: "ranges", rows: found, whole, without: rows.length - whole };
}
