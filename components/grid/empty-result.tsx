import type { Names } from "@/data/figure/names";
import type { Table } from "@/data/table/table";
import { columnsOf } from "@/data/view/column";
import { describeFilter, plural } from "@/data/view/describe";
import { type Suggestion, toSuggestions } from "@/data/view/suggestion";
import type { View } from "@/data/view/view";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

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
    if (filter) return `Drop “${describeFilter(filter, columnsOf(table.schema), names)}”`;
    return column === "all" ? "Clear all filters" : `Drop the search for “${view.find}”`;
  };
  return (
    <div className="empty">
      <p>No figure matches these filters together.</p>
      <ul>
        {toSuggestions(table, view, names).map((suggestion) => (
          <li key={suggestion.column}>
            <ViewLink change={suggestion.change} view={view} onShow={onShow}>
              {nameOf(suggestion)}
            </ViewLink>{" "}
            <span className="quiet">{plural(suggestion.rows, "figure")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
