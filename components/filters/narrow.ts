import { useCallback, useDeferredValue, useMemo } from "react";
import type { Names } from "@/data/figure/names";
import { isProblem } from "@/data/table/problem";
import type { Row, Table } from "@/data/table/table";
import { type Column, columnsOf } from "@/data/view/column";
import { derive } from "@/data/view/derive";
import { type Filter, parseFilter } from "@/data/view/filter";
import { isBlank } from "@/data/view/fold";
import { partOf, type View, type ViewPart } from "@/data/view/view";
import type { Show } from "../state/use-view";

/** Asks for another filter of a column, given the one it has by now; null drops it. */
export type Narrow = (
  column: string,
  change: (now: Filter | undefined) => Filter | null,
  step?: "push" | "replace",
) => void;

/** What the filter of a column needs. */
export interface FilterProps {
  readonly column: Column;
  readonly rows: readonly Row[];
  readonly filter: Filter | undefined;
  readonly names: Names;
  /** The rows that all other filters leave, for the counts beside values. */
  readonly others: (column: string) => readonly Row[];
  readonly onNarrow: Narrow;
}

/** A way to change the filter of a column of a table. */
export function useNarrow(table: Table, onShow: Show): Narrow {
  return useCallback<Narrow>(
    (name, change, step) =>
      onShow(({ filters }) => {
        const now = filters.find(({ column }) => column === name);
        return { filters: withFilter(filters, name, change(now), table) };
      }, step),
    [onShow, table],
  );
}

/** The filters with another one of a column, in the order of the columns. */
export function withFilter(
  filters: readonly Filter[],
  name: string,
  filter: Filter | null,
  { schema }: Table,
): readonly Filter[] {
  const order = columnsOf(schema).map((each) => each.name);
  const others = filters.filter(({ column }) => column !== name);
  if (!filter) return others;
  return [...others, filter].toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
}

/** The filter that values of a query ask for; null where they say nothing. */
export function parsedFilter(
  column: Column,
  values: readonly string[],
  rows: readonly Row[],
): Filter | null {
  const parsed = values.every(isBlank) ? null : parseFilter(column, values, rows);
  return isProblem(parsed) ? null : parsed;
}

/** The rows that all filters but the one of a column leave, for the counts beside its values. */
export function useOthers(table: Table, view: View, names: Names) {
  // The counts may come a moment after the rows.
  const counting = useRowsPart(useDeferredValue(view));
  return useCallback(
    (name: string): readonly Row[] => {
      const filters = counting.filters.filter((filter) => filter.column !== name);
      return derive(table, { ...counting, filters }, names).rows;
    },
    [table, names, counting],
  );
}

/** What of a view changes which rows there are: the same object as long as it says the same. */
function useRowsPart(view: View): ViewPart<"rows"> {
  const key = JSON.stringify(partOf({ ...view, sort: [] }, "rows"));
  return useMemo(() => JSON.parse(key) as ViewPart<"rows">, [key]);
}
