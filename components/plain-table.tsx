import Link from "next/link";
import type { Figure } from "@/data/figure";
import { formatCell } from "@/data/format";
import type { Names } from "@/data/names";
import { formatView, type Sort, type View } from "@/data/view";
import { rowNumberWidth, type ShownColumn, valueClass } from "./shown-columns";

interface Props {
  readonly title: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Figure[];
  readonly names: Names;
  readonly view: View;
}

/** The rows as the server sends them: a table that sorts by links and needs no script. */
export function PlainTable({ title, columns, rows, names, view }: Props) {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{title}</caption>
      <colgroup>
        <col width={rowNumberWidth} />
        {columns.map(({ name, width }) => (
          <col key={name} className={`col-${name}`} width={width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="row-number">
            <span className="visually-hidden">Row</span>
          </th>
          {columns.map((column) => (
            <Heading key={column.name} column={column} view={view} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} className={view.select.includes(row.id) ? "selected" : undefined}>
            <td className="row-number">{index + 1}</td>
            {columns.map(({ name, kind }) => (
              <td key={name} className={name === "value" ? valueClass(row) : kind}>
                {formatCell(row, name, names)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading({
  column: { name, title, isComputed },
  view,
}: {
  column: ShownColumn;
  view: View;
}) {
  if (isComputed) return <th scope="col">{title}</th>;
  const sort = view.sort.find(({ column }) => column === name);
  const order = sort ? (sort.descending ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" aria-sort={order} className={name === "value" ? "number" : undefined}>
      <Link
        href={`?${formatView({ ...view, sort: nextSort(sort, name) })}`}
        prefetch={false}
        rel="nofollow"
      >
        {title}
        {order && <span aria-hidden="true">{order === "ascending" ? " ↑" : " ↓"}</span>}
      </Link>
    </th>
  );
}

/** Unsorted → ascending → descending → unsorted, as the grid does. */
function nextSort(sort: Sort | undefined, column: string): readonly Sort[] {
  if (!sort) return [{ column, descending: false }];
  return sort.descending ? [] : [{ column, descending: true }];
}
