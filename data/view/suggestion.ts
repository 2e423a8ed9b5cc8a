import type { Names } from "../figure/names";
import type { Table } from "../table/table";
import { everyStatement } from "./counting-rule";
import { derive } from "./derive";
import type { View } from "./view";

/** A change of a view that shows nothing, and how many rows there would be with it. */
export interface Suggestion {
  /** The column whose filter is dropped; null for the search, "only" for the list, "count" for the rule, "all" for everything. */
  readonly column: string | null;
  readonly change: Partial<View>;
  readonly rows: number;
}

/** For a view that shows nothing: which single filter, when dropped, brings rows back; else all. */
export function toSuggestions(table: Table, view: View, names: Names): readonly Suggestion[] {
  const rowsOf = (change: Partial<View>) =>
    derive(table, { ...view, ...change }, names).rows.length;
  const filters = view.filters.map((filter) => ({
    column: filter.column,
    change: { filters: view.filters.filter((each) => each !== filter) },
  }));
  const find = view.find ? [{ column: null, change: { find: "" } }] : [];
  const only = view.only.length > 0 ? [{ column: "only", change: { only: [] } }] : [];
  const count =
    view.count === everyStatement ? [] : [{ column: "count", change: { count: everyStatement } }];
  const single = [...filters, ...find, ...only, ...count]
    .map((suggestion) => ({ ...suggestion, rows: rowsOf(suggestion.change) }))
    .filter(({ rows }) => rows > 0);
  if (single.length > 0) return single;
  const all = { filters: [], find: "", only: [], count: everyStatement };
  return [{ column: "all", change: all, rows: rowsOf(all) }];
}
