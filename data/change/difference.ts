import type { Row } from "../table/table";
import type { Value } from "../table/value";
import { type ColumnChange, pairColumns, type Renamed } from "./columns";
import { cellOf, type KeyedTable, keysOf, type Pair, pairRows } from "./pairs";

/** The same of the old table and of the new one. */
export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** One cell before and after, under the name that its column has in the new table. */
export interface CellChange extends Sides<Value> {
  readonly field: string;
}

/** A row of both tables with the cells that changed. Of rows with the same key it is the n-th, from 0. */
export interface ChangedRow {
  readonly key: Value;
  readonly nth: number;
  readonly cells: readonly CellChange[];
}

/** All that tells a new table from an old one: with either of them it gives the other. */
export interface Difference {
  readonly key: string;
  readonly fields: Sides<readonly string[]>;
  readonly renamed: readonly Renamed[];
  /** Columns of one table alone, with their cells in the rows that both tables have. */
  readonly columns: {
    readonly gone: readonly ColumnChange[];
    readonly added: readonly ColumnChange[];
  };
  readonly gone: readonly Row[];
  readonly added: readonly Row[];
  readonly changed: readonly ChangedRow[];
  /** The keys of each table in the order of its rows. */
  readonly order: Sides<readonly Value[]>;
}

/** Two versions of a table → what is new, gone and changed. Rows are matched by their key, and those of one key in their order. */
export function diffTables(before: KeyedTable, after: KeyedTable): Difference {
  const { key } = after;
  const { pairs, gone, added } = pairRows(before, after);
  const columns = pairColumns(before.fields, after.fields, pairs);
  return {
    key,
    fields: { before: before.fields, after: after.fields },
    renamed: columns.renamed,
    columns: { gone: columns.gone, added: columns.added },
    gone,
    added,
    changed: changesIn(pairs, columns.common),
    order: { before: keysOf(before), after: keysOf(after) },
  };
}

function changesIn(pairs: readonly Pair[], common: readonly Renamed[]): ChangedRow[] {
  const changed: ChangedRow[] = [];
  for (const { key, nth, before, after } of pairs) {
    const cells: CellChange[] = [];
    for (const { before: old, after: field } of common) {
      const [left, right] = [cellOf(before, old), cellOf(after, field)];
      if (left !== right) cells.push({ field, before: left, after: right });
    }
    if (cells.length > 0) changed.push({ key, nth, cells });
  }
  return changed;
}

/** True where two tables hold the same rows; their order and that of their columns may differ. */
export function isSame({ renamed, columns, gone, added, changed }: Difference): boolean {
  return [renamed, columns.gone, columns.added, gone, added, changed].every(
    ({ length }) => length === 0,
  );
}
