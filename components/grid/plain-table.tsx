import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import type { FilterKind } from "@/data/view/column";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { TableKind } from "@/data/view/table-kind";
import { nextSort, type View } from "@/data/view/view";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";
import {
  type ContentWidths,
  rowNumberWidth,
  tightValue,
  valueClass,
  widthOf,
} from "./column-widths";
import { PlainCell } from "./plain-cell";

interface Props {
  readonly title: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Figure[];
  /** Place of the first of them among all rows of the view, from 0. */
  readonly from: number;
  readonly names: Names;
  /** How wide the texts of the sheet are that must not be cut. */
  readonly content: ContentWidths;
  readonly view: View;
  readonly kind: TableKind;
  readonly onShow: Show;
}

/**
 * The rows as the server sends them: a table that sorts by links and needs no script. Where a reader
 * chose it, a row is selected by the link on its number.
 */
export function PlainTable(props: Props) {
  const { title, columns, rows, from, names, content, view, kind, onShow } = props;
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{title}</caption>
      <colgroup>
        <col width={rowNumberWidth} />
        {columns.map((column) => (
          <col
            key={column.name}
            className={`col-${column.name}${isLong(column, content) ? " long" : ""}`}
            width={widthOf(column, content)}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="row-number">
            <span className="visually-hidden">Row</span>
          </th>
          {columns.map((column) => (
            <Heading key={column.name} column={column} kind={kind} view={view} onShow={onShow} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} className={rowClass(row, view)}>
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
              <td key={name} className={name === "value" ? valueClass(row) : classOf[kind]}>
                <PlainCell row={row} column={name} names={names} find={view.find} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The class of a cell by the kind of its column, where the style sheet knows one. */
const classOf: { readonly [K in FilterKind]?: string } = { number: "number", period: "period" };

/** True of values that give way where a panel is tight. */
function isLong({ name }: ShownColumn, { value }: ContentWidths): boolean {
  return name === "value" && value > tightValue;
}

/** What of a row the style sheet must know: that it is selected, or not of the chosen measure. */
function rowClass({ id, measure }: Figure, view: View): string | undefined {
  const isOther = view.measure !== null && measure !== view.measure;
  const classes = [view.select.includes(id) && "selected", isOther && "other-measure"];
  return classes.filter(Boolean).join(" ") || undefined;
}

/** What a column means is said where the table stays: the grid that replaces it says it itself. */
function Heading({
  column: { name, title, description, isComputed },
  kind,
  view,
  onShow,
}: Pick<Props, "kind" | "view" | "onShow"> & { readonly column: ShownColumn }) {
  const says = kind === "plain" ? description : undefined;
  if (isComputed)
    return (
      <th scope="col" title={says}>
        {title}
      </th>
    );
  const sort = view.sort.find(({ column }) => column === name);
  const order = sort ? (sort.descending ? "descending" : "ascending") : undefined;
  return (
    <th
      scope="col"
      title={says}
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
