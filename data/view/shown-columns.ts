import { formatCell } from "../figure/format";
import type { Names } from "../figure/names";
import type { Schema } from "../table/descriptor";
import { kept } from "../table/kept";
import type { Row } from "../table/table";
import { type Column, columnsOf, comparedColumn } from "./column";

/** Columns that a table shows at first, in this order: when, how many of what, and who says so. */
const usual = [
  "start",
  "value",
  "subject",
  "document",
  "place",
  "sheet",
  "compared",
  "measure",
  "basis",
  "event",
  "as_printed",
  "note",
];

/** A column that a table can show. */
export interface ShownColumn extends Column {
  /** Computed from other rows, so that it neither filters nor sorts. */
  readonly isComputed: boolean;
}

/** Every column that a table of the schema can show, the usual ones first. */
export function allColumns(schema: Schema): readonly ShownColumn[] {
  const columns = [comparedColumn, ...columnsOf(schema)].map((column) => ({
    ...column,
    isComputed: column === comparedColumn,
  }));
  const place = ({ name }: Column) => (usual.includes(name) ? usual.indexOf(name) : usual.length);
  return columns.toSorted((a, b) => place(a) - place(b));
}

/** Every column that can be narrowed, the usual ones first. */
export function filterColumns(schema: Schema): readonly ShownColumn[] {
  return allColumns(schema).filter(({ isComputed }) => !isComputed);
}

/** True of a sheet that has something to compare a figure with. */
export function comparesSome(rows: readonly Row[], { compared }: Pick<Names, "compared">): boolean {
  return comparing(compared)(rows);
}

/** Kept a table: where no figure is compared, all of them are asked. */
const comparing = kept((compared: Names["compared"]) =>
  kept((rows: readonly Row[]) => rows.some(({ id }) => Object.hasOwn(compared, String(id)))),
);

/**
 * The columns that are shown: those chosen, in their order, else the usual ones. What figures are compared
 * with is usual only on a sheet that compares some, whatever a filter leaves of it, so that no column
 * comes or goes as rows do.
 */
export function shownColumns(
  schema: Schema,
  chosen: readonly string[],
  isCompared: boolean,
): readonly ShownColumn[] {
  const all = allColumns(schema);
  if (chosen.length > 0)
    return chosen.flatMap((name) => all.find((column) => column.name === name) ?? []);
  return all.filter(({ name, isComputed }) => usual.includes(name) && (isCompared || !isComputed));
}

/** The columns in which some row has something: paper has no room for the others. */
export function filledColumns(
  columns: readonly ShownColumn[],
  rows: readonly Row[],
  names: Names,
): readonly ShownColumn[] {
  return columns.filter(({ name }) => rows.some((row) => formatCell(row, name, names) !== "–"));
}
