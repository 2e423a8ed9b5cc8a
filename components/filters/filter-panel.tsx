import { memo, useMemo } from "react";
import type { Names } from "@/data/figure/names";
import type { Table } from "@/data/table/table";
import { everyStatement } from "@/data/view/counting-rule";
import { filterOf } from "@/data/view/filter";
import { filterColumns } from "@/data/view/shown-columns";
import { emptyView, type View } from "@/data/view/view";
import { Menu } from "../controls/menu";
import { TextInput } from "../controls/text-input";
import type { Show } from "../state/use-view";
import { CountingRuleSwitch } from "./counting-rule-switch";
import { FilterField } from "./filter-field";
import { useNarrow, useOthers } from "./narrow";
import { HiddenView, sentMenu } from "./sent-menu";

interface Props {
  readonly table: Table;
  readonly view: View;
  readonly names: Names;
  readonly onShow: Show;
}

/**
 * Quick search and a filter for each column, as one form. Without a script it is sent as a query;
 * with one, each change is shown at once.
 */
export const FilterPanel = memo(function FilterPanel(props: Props) {
  const { table, view, names, onShow } = props;
  const narrow = useNarrow(table, onShow);
  const others = useOthers(table, view, names);
  const { length } = view.filters;
  const columns = useMemo(() => filterColumns(table.schema), [table]);
  const rest = { ...view, filters: [], find: "", count: everyStatement };
  const listed = { ...emptyView, filters: view.filters, count: view.count };
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
        className={length > 0 ? "filter-list filtered" : "filter-list"}
        title={length > 0 ? `Filters (${length})` : "Filters"}
        sent={sentMenu("filters", view, table, <HiddenView view={listed} table={table} />)}
        inside={() => (
          <div className="filter-fields">
            <CountingRuleSwitch view={view} names={names} onShow={onShow} />
            {columns.map((each) => (
              <FilterField
                key={each.name}
                column={each}
                rows={table.rows}
                filter={filterOf(view.filters, each.name)}
                names={names}
                others={others}
                onNarrow={narrow}
              />
            ))}
            <button type="submit">Apply</button>
          </div>
        )}
      />
      <HiddenView view={rest} table={table} />
      <noscript>
        <button type="submit">Find</button>
      </noscript>
    </form>
  );
});
