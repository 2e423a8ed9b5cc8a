import { axisOf, wholeAxis } from "./group";
import { numberAt, type StoredColumn } from "./store";

/** Two numbers of each row. */
export interface Pairs {
  readonly kind: "pairs";
  readonly points: readonly Point[];
  /** The names of the groups that colour the points; one nameless without. */
  readonly groups: readonly (string | null)[];
  /** How many groups the last one holds together; 0 where it is one like the others. */
  readonly rest: number;
  /** Rows that state both numbers exactly, and rows that do not. */
  readonly whole: number;
  readonly without: number;
  /** Every so many-th row is drawn. */
  readonly every: number;
}

export interface Point {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

/** So many points can be told from one another. */
export const mostPoints = 500;

/** So many colours can. */
const mostGroups = 5;

/** A point for each row that states both numbers; of very many every so many-th, and the outermost. */
export function drawPairs(
  across: StoredColumn,
  upwards: StoredColumn,
  by: StoredColumn | undefined,
  rows: Uint32Array,
): Pairs {
  const axis = by ? axisOf(by, rows, undefined, mostGroups) : wholeAxis;
  const xOf = (row: number) => numberAt(across, across.codes[row] ?? 0);
  const yOf = (row: number) => numberAt(upwards, upwards.codes[row] ?? 0);
  const both = rows.filter((row) => Number.isFinite(xOf(row)) && Number.isFinite(yOf(row)));
  const every = Math.max(1, Math.ceil(both.length / mostPoints));
  const outermost = every > 1 ? new Set([xOf, yOf].flatMap((of) => endsOf(both, of))) : new Set();
  const drawn = both.filter((row, at) => at % every === 0 || outermost.has(row));
  return {
    kind: "pairs",
    points: Array.from(drawn, (row) => ({
      row,
      x: xOf(row),
      y: yOf(row),
      group: axis.groupOf(row),
    })),
    groups: axis.names,
    rest: axis.rest,
    whole: both.length,
    without: rows.length - both.length,
    every,
  };
}

/** The rows with the smallest and the largest number. */
function endsOf(rows: Uint32Array, of: (row: number) => number): readonly number[] {
  let [least, most] = [rows[0] ?? 0, rows[0] ?? 0];
  for (const row of rows) {
    if (of(row) < of(least)) least = row;
    if (of(row) > of(most)) most = row;
  }
  return [least, most];
}
