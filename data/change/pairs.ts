import type { Row } from "../table/table";
import type { Value } from "../table/value";

/** Rows with the fields that they have, in their order, and the field that names each row. */
export interface KeyedTable {
  readonly key: string;
  readonly fields: readonly string[];
  readonly rows: readonly Row[];
}

/** A row of both tables. Of rows with the same key it is the n-th, from 0. */
export interface Pair {
  readonly key: Value;
  readonly nth: number;
  readonly before: Row;
  readonly after: Row;
}

/** A cell of a row; a column that the row lacks is a missing value. */
export const cellOf = (row: Row, field: string): Value => row[field] ?? null;

/** The key of each row. */
export function keysOf({ rows, key }: KeyedTable): readonly Value[] {
  return rows.map((row) => cellOf(row, key));
}

/** The rows of both tables, in the order of the new one, and those of one table alone. */
export function pairRows(before: KeyedTable, after: KeyedTable) {
  const old = new Map<Value, Row[]>();
  for (const row of before.rows) {
    const key = cellOf(row, before.key);
    const known = old.get(key);
    if (known) known.push(row);
    else old.set(key, [row]);
  }
  const pairs: Pair[] = [];
  const added: Row[] = [];
  const seen = new Map<Value, number>();
  const kept = new Set<Row>();
  for (const row of after.rows) {
    const key = cellOf(row, after.key);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const match = old.get(key)?.[nth];
    if (!match) added.push(row);
    else {
      pairs.push({ key, nth, before: match, after: row });
      kept.add(match);
    }
  }
  return { pairs, added, gone: before.rows.filter((row) => !kept.has(row)) };
}
