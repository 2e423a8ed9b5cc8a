import type { Table } from "@/data/table/table";
import { columnsOf } from "@/data/view/column";
import type { View } from "@/data/view/view";
import { formatView } from "@/data/view/view";

interface Props {
  /** Every change. */
  readonly table: Table;
  readonly view: View;
  /** What each table is called. */
  readonly titles: { readonly [table: string]: string };
}

/** What narrows the changes: lists and a search in a form, which needs no script. */
export function ChangeFilter({ table, view, titles }: Props) {
  const sort = new URLSearchParams(formatView(view)).get("_sort");
  return (
    <form className="change-filter" action="/changes" method="get">
      {["version", "change", "table", "field"].map((name) => (
        <ValueList key={name} name={name} table={table} view={view} titles={titles} />
      ))}
      <label>
        Find <input type="search" name="_find" defaultValue={view.find} placeholder="Any text…" />
      </label>
      {sort && <input type="hidden" name="_sort" value={sort} />}
      <button type="submit">Show</button>
      {formatView(view) && <a href="/changes">Show all</a>}
    </form>
  );
}

function ValueList({ name, table, view, titles }: Props & { name: string }) {
  const column = columnsOf(table.schema).find((each) => each.name === name);
  const values = [...new Set(table.rows.map((row) => String(row[name] ?? "")))].filter(Boolean);
  const filter = view.filters.find((each) => each.column === name);
  const chosen = filter?.kind === "values" && filter.values.length === 1 ? filter.values[0] : "";
  if (!column || values.length < 2) return null;
  return (
    <label>
      {column.title}{" "}
      <select name={name} defaultValue={chosen}>
        <option value="">all</option>
        {values.toSorted().map((value) => (
          <option key={value} value={value}>
            {(name === "table" && titles[value]) || value}
          </option>
        ))}
      </select>
    </label>
  );
}
