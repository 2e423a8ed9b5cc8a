import type { Figure } from "@/data/figure/figure";
import { describeEstimate, formatCell } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { toSegments } from "@/data/view/highlight";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { TableKind } from "@/data/view/table-kind";
import { nextSort, type View } from "@/data/view/view";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";
import { rowNumberWidth, valueClass, widthOf } from "./column-widths";

interface Props {
  readonly title: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Figure[];
  /** Place of the first of them among all rows of the view, from 0. */
  readonly from: number;
  readonly names: Names;
  readonly view: View;
  readonly kind: TableKind;
  readonly onShow: Show;
}

/**
 * The rows as the server sends them: a table that sorts by links and needs no script. Where a reader
 * chose it, a row is selected by the link on its number.
 */
export function PlainTable({ title, columns, rows, from, names, view, kind, onShow }: Props) {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{title}</caption>
      <colgroup>
        <col width={rowNumberWidth} />
        {columns.map((column) => (
          <col key={column.name} className={`col-${column.name}`} width={widthOf(column)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="row-number">
            <span className="visually-hidden">Row</span>
          </th>
          {columns.map((column) => (
            <Heading key={column.name} column={column} view={view} onShow={onShow} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} className={view.select.includes(row.id) ? "selected" : undefined}>
            <td className="row-number">
              {kind === "plain" ? (
                <ViewLink change={{ select: [row.id] }} view={view} onShow={onShow}>
                  <span className="visually-hidden">Source of row </span>
                  {from + index + 1}
                </ViewLink>
              ) : (
                from + index + 1
              )}
            </td>
            {columns.map(({ name, kind }) => (
              <td key={name} className={name === "value" ? valueClass(row) : kind}>
                <Cell row={row} name={name} names={names} find={view.find} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly row: Figure;
  readonly name: string;
  readonly names: Names;
  readonly find: string;
}

/** What a search found is marked, and a sign has its words for a screen reader, as in the grid. */
function Cell({ row, name, names, find }: CellProps) {
  const text = formatCell(row, name, names);
  const shown = find
    ? toSegments(text, find, names.groups).map(({ text, isFound }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
        isFound ? <mark key={index}>{text}</mark> : text,
      )
    : text;
  if (name !== "value" || row.precision === "exact" || row.precision === "words") return shown;
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{describeEstimate(row)}</span>
    </>
  );
}

function Heading({
  column: { name, title, description, isComputed },
  view,
  onShow,
}: {
  column: ShownColumn;
  view: View;
  onShow: Show;
}) {
  if (isComputed)
    return (
      <th scope="col" title={description}>
        {title}
      </th>
    );
  const sort = view.sort.find(({ column }) => column === name);
  const order = sort ? (sort.descending ? "descending" : "ascending") : undefined;
  return (
    <th
      scope="col"
      title={description}
      aria-sort={order}
      className={name === "value" ? "number" : undefined}
    >
      <ViewLink change={{ sort: nextSort(view.sort, name, false) }} view={view} onShow={onShow}>
        {title}
        {order && <span aria-hidden="true">{order === "ascending" ? " ↑" : " ↓"}</span>}
      </ViewLink>
    </th>
  );
}
