import type { Names } from "@/data/figure/names";
import type { Table } from "@/data/table/table";
import { columnsOf } from "@/data/view/column";
import { describeFilter, plural } from "@/data/view/describe";
import { type Suggestion, toSuggestions } from "@/data/view/suggestion";
import type { View } from "@/data/view/view";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";
import { OtherSheets } from "./other-sheets";

interface Props {
  readonly table: Table;
  readonly view: View;
  readonly names: Names;
  readonly onShow: Show;
}

/** Nothing matches: says which filter is to blame, and offers to drop it. */
export function EmptyResult({ table, view, names, onShow }: Props) {
  const nameOf = ({ column }: Suggestion) => {
    const filter = view.filters.find((each) => each.column === column);
    if (filter) return `Remove “${describeFilter(filter, columnsOf(table.schema), names)}”`;
    if (column === "count") return "Show all statements where sources differ";
    if (column === "only") return "Remove the limit to rows picked by hand";
    return column === "all" ? "Clear all filters" : `Remove the search “${view.find}”`;
  };
  return (
    <div className="empty">
      <p>No rows match.</p>
      <ul>
        {toSuggestions(table, view, names).map((suggestion) => (
          <li key={suggestion.column}>
            <ViewLink change={suggestion.change} view={view} onShow={onShow}>
              {nameOf(suggestion)}
            </ViewLink>{" "}
            <span className="quiet">{plural(suggestion.rows, "row")}</span>
          </li>
        ))}
      </ul>
      {view.find && !table.schema.fields.some(({ name }) => name === "sheet") && (
        <OtherSheets find={view.find} />
      )}
    </div>
  );
}
