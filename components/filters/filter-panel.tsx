import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { Names } from "@/data/figure/names";
import { isProblem } from "@/data/table/problem";
import type { Row, Table } from "@/data/table/table";
import { type Column, columnsOf } from "@/data/view/column";
import { everyStatement } from "@/data/view/counting-rule";
import { derive } from "@/data/view/derive";
import {
  chosenValues,
  type Filter,
  optionsOf,
  parseFilter,
  toValuesFilter,
} from "@/data/view/filter";
import { isBlank } from "@/data/view/fold";
import { filterColumns } from "@/data/view/shown-columns";
import { formatView, partOf, type View, type ViewPart } from "@/data/view/view";
import { Menu } from "../controls/menu";
import { TextInput } from "../controls/text-input";
import type { Show } from "../state/use-view";
import { CountingRuleSwitch } from "./counting-rule-switch";
import { FilterField, type Narrow } from "./filter-field";

interface Props {
  readonly table: Table;
  readonly view: View;
  readonly names: Names;
  /** The column whose filter the reader asked for in the grid's header. */
  readonly column: string | null;
  readonly onOpened: () => void;
  readonly onShow: Show;
}

/**
 * Quick search and a filter for each column, as one form. Without a script it is sent as a query;
 * with one, each change is shown at once.
 */
export const FilterPanel = memo(function FilterPanel(props: Props) {
  const { table, view, names, column, onOpened, onShow } = props;
  const panel = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!column || !panel.current) return;
    openField(panel.current, column);
    onOpened();
  }, [column, onOpened]);

  const narrow = useCallback<Narrow>(
    (name, change) =>
      onShow(({ filters }) => ({
        filters: narrowed(filters, table, name, change),
      })),
    [onShow, table],
  );
  // The counts beside values may come a moment after the rows.
  const counted = useDeferredValue(view);
  const counting = useRowsPart(counted);
  const others = useCallback(
    (name: string) => {
      const filters = counting.filters.filter((filter) => filter.column !== name);
      return derive(table, { ...counting, filters }, names).rows;
    },
    [table, names, counting],
  );
  const columns = useMemo(() => filterColumns(table.schema), [table]);
  const rest = { ...view, filters: [], find: "", count: everyStatement };
  return (
    <form className="filters" method="get" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        className="find"
        type="search"
        name="_find"
        label="Find in this sheet"
        value={view.find}
        onChange={(find, isFirst) => onShow({ find }, isFirst ? "push" : "replace")}
      />
      <Menu
        ref={panel}
        className="filter-list"
        title="Filters"
        isRequested={column !== null}
        inside={() => (
          <div className="filter-fields">
            <CountingRuleSwitch view={view} names={names} onShow={onShow} />
            {columns.map((each) => (
              <FilterField
                key={each.name}
                column={each}
                rows={table.rows}
                filter={view.filters.find((filter) => filter.column === each.name)}
                names={names}
                others={others}
                onNarrow={narrow}
              />
            ))}
            <button type="submit">Apply</button>
          </div>
        )}
      />
      {[...new URLSearchParams(formatView(rest, table))].map(([key, value]) => (
        <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
      ))}
      <noscript>
        <button type="submit">Find</button>
      </noscript>
    </form>
  );
});

/** What of a view changes which rows there are: the same object as long as it says the same. */
function useRowsPart(view: View): ViewPart<"rows"> {
  const key = JSON.stringify(partOf({ ...view, sort: [] }, "rows"));
  return useMemo(() => JSON.parse(key) as ViewPart<"rows">, [key]);
}

/** The filters with the one of a column changed; no value, or one that says nothing, drops it. */
function narrowed(
  filters: readonly Filter[],
  { schema, rows }: Table,
  name: string,
  change: (values: readonly string[]) => readonly string[],
): readonly Filter[] {
  const columns = columnsOf(schema);
  const order = columns.map((each) => each.name);
  const others = filters.filter((filter) => filter.column !== name);
  const column = columns.find((each) => each.name === name);
  const now = filters.find((filter) => filter.column === name);
  const filter = column ? changed(column, now, rows, change) : null;
  if (!filter) return others;
  return [...others, filter].toSorted((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
}

function changed(
  column: Column,
  filter: Filter | undefined,
  rows: readonly Row[],
  change: (values: readonly string[]) => readonly string[],
): Filter | null {
  const { name, kind, many } = column;
  if (kind === "values") {
    const options = optionsOf(rows, name, many);
    return toValuesFilter(name, change(chosenValues(filter, options)), options);
  }
  const values = change([]);
  const parsed = values.every(isBlank) ? null : parseFilter(column, values, rows);
  return isProblem(parsed) ? null : parsed;
}

function openField(panel: HTMLDetailsElement, column: string) {
  panel.open = true;
  const field = panel.querySelector<HTMLDetailsElement>(`[data-column="${CSS.escape(column)}"]`);
  if (!field) return;
  field.open = true;
  field.scrollIntoView({ block: "nearest" });
  field.querySelector("input")?.focus();
}
