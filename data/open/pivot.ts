import type { Grain } from "./grain";
import {
  addRow,
  axisOf,
  emptySum,
  type GroupCell,
  type GroupRequest,
  type Sum,
  toCell,
  wholeAxis,
} from "./group";
import type { Store } from "./store";

/** Rows by one or two columns, columns by a third. */
export interface PivotRequest extends GroupRequest {
  /** The second column of the rows. */
  readonly second?: string | undefined;
}

export interface PivotRow {
  /** What its rows have in common in each column of the rows; null where a cell is missing. */
  readonly names: readonly (string | null)[];
  /** Of the smaller groups together: how many they are. */
  readonly groups?: number;
  readonly cells: readonly GroupCell[];
  readonly all: GroupCell;
}

export interface Pivot {
  readonly rows: readonly PivotRow[];
  /** The names of the columns; one nameless where there is no third column. */
  readonly across: readonly (string | null)[];
  /** What each column comes to, and the whole. */
  readonly totals: readonly GroupCell[];
  readonly all: GroupCell;
  /** The steps of time of the first and second column of the rows and of the columns; null is none. */
  readonly grains: readonly (Grain | null)[];
}

const [mostRows, mostThen, mostAcross] = [200, 20, 40];

/** A table of groups: each with what its rows come to, by column and as a whole; empty pairs are left out. */
export function pivotRows(store: Store, rows: Uint32Array, request: PivotRequest): Pivot | null {
  const columnOf = (id?: string) => store.columns.find((column) => column.id === id);
  const [by, then, across, of] = [request.by, request.second, request.across, request.of].map(
    columnOf,
  );
  if (!by || (request.measure !== "count" && !of)) return null;
  const outer = axisOf(by, rows, request.grain, request.most ?? mostRows);
  const inner = then ? axisOf(then, rows, undefined, mostThen) : wholeAxis;
  const side = across ? axisOf(across, rows, undefined, mostAcross) : wholeAxis;
  const [depth, width] = [inner.names.length, side.names.length];
  const make = (length: number) => Array.from({ length }, emptySum);
  const sums: Sum[] = make(outer.names.length * depth * width);
  const [rowSums, sideSums, all] = [make(outer.names.length * depth), make(width), emptySum()];
  for (const row of rows) {
    const at = outer.groupOf(row) * depth + inner.groupOf(row);
    const place = side.groupOf(row);
    for (const sum of [sums[at * width + place], rowSums[at], sideSums[place], all])
      if (sum) addRow(sum, of, row);
  }
  const finish = (sum: Sum) => toCell(sum, request.measure);
  const restOf = (at: number) => (at === outer.names.length - 1 ? outer.rest : 0);
  const found = rowSums.flatMap((sum, at): PivotRow[] => {
    if (sum.rows === 0 && then) return [];
    const [first, second] = [Math.floor(at / depth), at % depth];
    const names = [outer.names[first] ?? null, ...(then ? [inner.names[second] ?? null] : [])];
    const cells = sums.slice(at * width, (at + 1) * width).map(finish);
    const rest = restOf(first);
    return [{ names, ...(rest > 0 && { groups: rest }), cells, all: finish(sum) }];
  });
  return {
    rows: found,
    across: side.names,
    totals: sideSums.map(finish),
    all: finish(all),
    grains: [outer.grain, inner.grain, side.grain],
  };
}
