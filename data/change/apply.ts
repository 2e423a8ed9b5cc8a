import type { Row } from "../table/table";
import type { Value } from "../table/value";
import type { ColumnChange } from "./columns";
import type { ChangedRow, Difference } from "./difference";
import { cellOf, type KeyedTable, keysOf } from "./pairs";

/** The old table and a difference → the new table, with its rows and columns in their order. */
export function applyDifference(before: KeyedTable, difference: Difference): KeyedTable {
  const { key, fields, renamed, columns, order } = difference;
  const oldNames = new Map(renamed.map((each) => [each.after, each.before]));
  const isNew = new Set(columns.added.map(({ name }) => name));
  const changes = changesByPlace(difference.changed, columns.added);
  const gone = new Set(difference.gone);
  const old = rowsByPlace(keysOf(before), before.rows);
  const added = rowsByKey(difference.added, key);
  const rows = placesOf(order.after).map((place, index): Row => {
    const row = old.get(place);
    // Of the rows of a key those of both tables come first.
    if (!row || gone.has(row)) return added.get(order.after[index] ?? null)?.shift() ?? {};
    const cells = changes.get(place);
    const cell = (field: string) =>
      cells?.has(field)
        ? (cells.get(field) ?? null)
        : isNew.has(field)
          ? null
          : cellOf(row, oldNames.get(field) ?? field);
    return Object.fromEntries(fields.after.map((field) => [field, cell(field)]));
  });
  return { key, fields: fields.after, rows };
}

/** The difference as seen from the other side: what was new is gone. */
export function mirrorDifference(difference: Difference): Difference {
  const { key, fields, renamed, columns, gone, added, changed, order } = difference;
  const ranks = new Map(placesOf(order.before).map((place, rank) => [place, rank]));
  const byPlace = (a: At, b: At) => (ranks.get(placeOf(a)) ?? 0) - (ranks.get(placeOf(b)) ?? 0);
  const newNames = new Map(renamed.map((each) => [each.after, each.before]));
  const sorted = (each: ColumnChange) => ({ ...each, cells: each.cells.toSorted(byPlace) });
  const names = new Map(fields.before.map((name, rank) => [name, rank]));
  const isRenamed = (field: string) => renamed.some(({ before }) => before === field);
  const rankOf = (field: string) =>
    isRenamed(field)
      ? fields.before.length + renamed.findIndex(({ before }) => before === field)
      : (names.get(field) ?? 0);
  return {
    key,
    fields: mirrored(fields),
    renamed: renamed.map(mirrored),
    columns: { gone: columns.added.map(sorted), added: columns.gone.map(sorted) },
    gone: added,
    added: gone,
    changed: changed.toSorted(byPlace).map((row) => ({
      ...row,
      cells: row.cells
        .map((cell) => ({ ...mirrored(cell), field: newNames.get(cell.field) ?? cell.field }))
        .toSorted((a, b) => rankOf(a.field) - rankOf(b.field)),
    })),
    order: mirrored(order),
  };
}

function mirrored<T>({ before, after }: { readonly before: T; readonly after: T }) {
  return { before: after, after: before };
}

type At = Pick<ChangedRow, "key" | "nth">;

/** A row by its key and its number among those of the same key; numbers and texts are kept apart. */
function placeOf({ key, nth }: At): string {
  return `${nth} ${typeof key} ${key}`;
}

function placesOf(keys: readonly Value[]): readonly string[] {
  const seen = new Map<Value, number>();
  return keys.map((key) => {
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return placeOf({ key, nth });
  });
}

function rowsByPlace(keys: readonly Value[], rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(placesOf(keys).map((place, index) => [place, rows[index] ?? {}]));
}

function rowsByKey(rows: readonly Row[], key: string): ReadonlyMap<Value, Row[]> {
  const byKey = new Map<Value, Row[]>();
  for (const row of rows) {
    const value = cellOf(row, key);
    byKey.set(value, [...(byKey.get(value) ?? []), row]);
  }
  return byKey;
}

/** The new cells of each row that has some, by field. */
function changesByPlace(changed: readonly ChangedRow[], added: readonly ColumnChange[]) {
  const changes = new Map<string, Map<string, Value>>();
  const put = (at: At, field: string, value: Value) => {
    const place = placeOf(at);
    const known = changes.get(place) ?? new Map<string, Value>();
    changes.set(place, known.set(field, value));
  };
  for (const row of changed) for (const { field, after } of row.cells) put(row, field, after);
  for (const { name, cells } of added) for (const cell of cells) put(cell, name, cell.value);
  return changes;
}
