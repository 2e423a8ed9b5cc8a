import { yearColumns } from "./describe";
import { addRow, axisOf, emptySum, type GroupCell, toCell, wholeAxis } from "./group";
import type { Store, StoredColumn } from "./store";

/** A wide table over time: its columns are years, and each group of rows is a line. */
export interface Years {
  readonly kind: "years";
  readonly years: readonly number[];
  readonly lines: readonly {
    readonly name: string | null;
    /** How many groups this one holds together. */
    readonly groups?: number;
    readonly cells: readonly GroupCell[];
  }[];
}

/** So many lines can be told from one another. */
const mostLines = 7;

/** What the rows of each group come to in each year; null where no column is a year. */
export function drawYears(
  store: Store,
  rows: Uint32Array,
  by: StoredColumn | undefined,
): Years | null {
  const names = yearColumns(store.columns.map(({ column }) => column));
  const columns = store.columns.filter(({ column }) => names.includes(column.name));
  if (columns.length < 2) return null;
  const yearOf = ({ column }: StoredColumn) => Number(column.name.slice(-4));
  const sorted = columns.toSorted((a, b) => yearOf(a) - yearOf(b));
  const axis = by ? axisOf(by, rows, undefined, mostLines) : wholeAxis;
  const named = sorted.map(yearOf);
  const [first = 0, last = 0] = [named[0], named.at(-1)];
  // A year without a column is a gap.
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const lines = axis.names.map((name, group) => {
    const own = rows.filter((row) => axis.groupOf(row) === group);
    const cells = years.map((year) => {
      const sum = emptySum();
      for (const column of sorted.filter((each) => yearOf(each) === year))
        for (const row of own) addRow(sum, column, row);
      return toCell(sum, "sum");
    });
    const isRest = axis.rest > 0 && group === axis.names.length - 1;
    return { name, ...(isRest && { groups: axis.rest }), cells };
  });
  return { kind: "years", years, lines };
}
