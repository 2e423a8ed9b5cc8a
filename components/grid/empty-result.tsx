import type { Names } from "@/data/figure/names";
import type { Table } from "@/data/table/table";
import { columnsOf } from "@/data/view/column";
import { describeFilter, plural } from "@/data/view/describe";
import { type Drop, toDrops } from "@/data/view/drops";
import { formatView, type View } from "@/data/view/view";
import type { Show } from "../state/use-view";

interface Props {
  readonly table: Table;
  readonly view: View;
  readonly names: Names;
  readonly onShow: Show;
}

/** Nothing matches: says which filter is to blame, and offers to drop it. */
export function EmptyResult({ table, view, names, onShow }: Props) {
  const nameOf = ({ column }: Drop) => {
    const filter = view.filters.find((each) => each.column === column);
    if (filter) return `Drop “${describeFilter(filter, columnsOf(table.schema), names)}”`;
    return column === "all" ? "Clear all filters" : `Drop the search for “${view.find}”`;
  };
  return (
    <div className="empty">
      <p>No figure matches these filters together.</p>
      <ul>
        {toDrops(table, view, names).map((drop) => (
          <li key={drop.column}>
            <a
              href={`?${formatView({ ...view, ...drop.change })}`}
              onClick={(event) => {
                event.preventDefault();
                onShow(drop.change);
              }}
            >
              {nameOf(drop)}
            </a>{" "}
            <span className="quiet">{plural(drop.rows, "figure")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
