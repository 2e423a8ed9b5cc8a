import type { Row } from "../table/table";
import type { Value } from "../table/value";
import type { Difference } from "./difference";

/** What happened to a cell. */
export const changeKinds = ["changed", "new", "gone"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The fields of a difference as a file has it, one cell a line. */
export const lineFields = ["change", "key", "field", "before", "after"] as const;

/**
 * A difference as a table: each changed cell before and after, and each filled cell of a row or a
 * column that is new or gone, so that the file holds all of both versions that differs.
 */
export function toLines({ key, changed, added, gone, columns }: Difference): readonly Row[] {
  return [
    ...changed.flatMap((row) =>
      row.cells.map((cell) => line("changed", row.key, cell.field, cell.before, cell.after)),
    ),
    ...columns.added.flatMap(({ name, cells }) =>
      cells.map((cell) => line("new", cell.key, name, null, cell.value)),
    ),
    ...columns.gone.flatMap(({ name, cells }) =>
      cells.map((cell) => line("gone", cell.key, name, cell.value, null)),
    ),
    ...added.flatMap((row) =>
      filled(row).map(([field, value]) => line("new", row[key] ?? null, field, null, value)),
    ),
    ...gone.flatMap((row) =>
      filled(row).map(([field, value]) => line("gone", row[key] ?? null, field, value, null)),
    ),
  ];
}

function line(change: ChangeKind, key: Value, field: string, before: Value, after: Value): Row {
  return { change, key, field, before, after };
}

function filled(row: Row): readonly [string, Value][] {
  return Object.entries(row).filter(([, value]) => value !== null);
}
