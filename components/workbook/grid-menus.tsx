import type { Figure } from "@/data/figure/figure";
import { formatCell } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import type { Table } from "@/data/table/table";
import { filterBut, filterOfCell } from "@/data/view/cell-filter";
import type { CellPlace, CellRange } from "@/data/view/cell-range";
import type { FilterKind } from "@/data/view/column";
import { type Filter, filterOf } from "@/data/view/filter";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { View } from "@/data/view/view";
import { copy } from "../controls/copy";
import type { Box } from "../controls/popup";
import { type MenuItem, PopupMenu } from "../controls/popup-menu";
import { ColumnMenu } from "../filters/column-menu";
import { useNarrow, useOthers, withFilter } from "../filters/narrow";
import type { Show } from "../state/use-view";
import { cellsIn, copiedOf } from "./copy-cells";
import { reportOf } from "./source-bar";

/** Where a reader asked for a menu, and of what. */
export type AskedMenu =
  | { readonly kind: "column"; readonly column: string; readonly at: Box }
  | { readonly kind: "cell"; readonly place: CellPlace; readonly at: Box };

interface Props {
  readonly asked: AskedMenu;
  readonly table: Table;
  readonly rows: readonly Figure[];
  readonly columns: readonly ShownColumn[];
  readonly range: CellRange | null;
  readonly view: View;
  readonly names: Names;
  /** The sheet by its name. */
  readonly page: string;
  /** How many columns are frozen. */
  readonly frozen: number;
  readonly onAsk: (asked: AskedMenu | null) => void;
  readonly onShow: Show;
  readonly onFreeze: (columns: number) => void;
  readonly onFit: (column: string) => void;
  readonly onSay: (text: string) => void;
}

type Groups = readonly (readonly MenuItem[])[];

/** The menu of a column or of a cell, whichever was asked for. */
export function GridMenus(props: Props) {
  const { asked, table, view, names, columns, onAsk, onShow } = props;
  const narrow = useNarrow(table, onShow);
  const others = useOthers(table, view, names);
  const close = () => onAsk(null);
  if (asked.kind === "cell")
    return (
      <PopupMenu label="Cell" at={asked.at} groups={cellGroups(asked, props)} onClose={close} />
    );
  const column = columns.find(({ name }) => name === asked.column);
  if (!column) return null;
  return (
    <ColumnMenu
      column={column}
      filters={view.filters}
      rows={table.rows}
      names={names}
      others={others}
      at={asked.at}
      groups={[sortItems(column, props), columnItems(column, props), copyItems(column, props)]}
      onNarrow={narrow}
      onClose={close}
    />
  );
}

function cellGroups({ place, at }: AskedMenu & { kind: "cell" }, props: Props): Groups {
  const { columns, rows, onAsk } = props;
  const column = columns[place.column];
  const copies = [
    { title: "Copy", keys: "Ctrl C", onChoose: () => copyRange(props, false) },
    { title: "Copy with headers", onChoose: () => copyRange(props, true) },
  ];
  if (!column) return [copies];
  const filter = {
    title: `Filter ${column.title}…`,
    onChoose: () => onAsk({ kind: "column", column: column.name, at }),
  };
  return [
    copies,
    valueItems(place, column, props),
    [...sortItems(column, props), ...(column.isComputed ? [] : [filter])],
    columnItems(column, props),
    rowItems(rows[place.row], props),
  ];
}

/** What leads from a row to the page about it. */
function rowItems(row: Figure | undefined, { page }: Props): readonly MenuItem[] {
  if (!row) return [];
  return [{ title: "Report a mistake", onChoose: () => location.assign(reportOf(page, row)) }];
}

/** So much of a value stands in a menu. */
const longestTitle = 32;

function valueItems(
  place: CellPlace,
  column: ShownColumn,
  { rows, table, view, names, onShow }: Props,
): readonly MenuItem[] {
  const row = rows[place.row];
  if (!row || column.isComputed) return [];
  const cell = formatCell(row, column.name, names);
  const text = cell.length > longestTitle ? `${cell.slice(0, longestTitle)}…` : cell;
  const value = cell === "–" ? "empty" : `“${text.replace(/[“”]/g, "")}”`;
  const item = (title: string, filter: Filter | null): readonly MenuItem[] =>
    filter
      ? [
          {
            title,
            onChoose: () =>
              onShow(({ filters }) => ({
                filters: withFilter(filters, column.name, filter, table),
              })),
          },
        ]
      : [];
  return [
    ...item(`Filter by ${value}`, filterOfCell(row, column)),
    ...item(
      `All but ${value}`,
      filterBut(row, column, table.rows, filterOf(view.filters, column.name)),
    ),
  ];
}

/** How each kind of column says its two orders. */
const orders: { readonly [K in FilterKind]: readonly [string, string] } = {
  values: ["Sort A to Z", "Sort Z to A"],
  text: ["Sort A to Z", "Sort Z to A"],
  number: ["Smallest first", "Largest first"],
  period: ["Earliest first", "Latest first"],
};

function sortItems({ name, kind, isComputed }: ShownColumn, { view, onShow }: Props) {
  if (isComputed) return [];
  const isSorted = view.sort.some(({ column }) => column === name);
  const items = orders[kind].map((title, index) => ({
    title,
    onChoose: () => onShow({ sort: [{ column: name, descending: index === 1 }] }),
  }));
  const none = { title: "Do not sort", onChoose: () => onShow({ sort: [] }) };
  return isSorted ? [...items, none] : items;
}

function columnItems({ name }: ShownColumn, props: Props): readonly MenuItem[] {
  const { columns, frozen, onShow, onFreeze, onFit } = props;
  const names = columns.map((column) => column.name);
  const upTo = names.indexOf(name) + 1;
  const hide = {
    title: "Hide column",
    onChoose: () => onShow({ columns: names.filter((each) => each !== name) }),
  };
  const freeze = { title: "Freeze up to here", onChoose: () => onFreeze(upTo) };
  const unfreeze = { title: "Unfreeze columns", onChoose: () => onFreeze(1) };
  const fit = { title: "Fit width", onChoose: () => onFit(name) };
  return [
    ...(names.length > 1 ? [hide] : []),
    ...(upTo === frozen ? [] : [freeze]),
    ...(frozen > 1 ? [unfreeze] : []),
    fit,
  ];
}

function copyItems({ name }: ShownColumn, props: Props): readonly MenuItem[] {
  const at = props.columns.findIndex((column) => column.name === name);
  const whole = { top: 0, bottom: props.rows.length - 1, left: at, right: at };
  return [
    { title: "Copy column", onChoose: () => copyRange({ ...props, range: whole }, false) },
    { title: "Copy with header", onChoose: () => copyRange({ ...props, range: whole }, true) },
  ];
}

async function copyRange({ range, rows, columns, names, onSay }: Props, withHeaders: boolean) {
  if (!range) return;
  const isCopied = await copy(copiedOf(cellsIn(range, { rows, columns }), names, withHeaders));
  onSay(isCopied ? "Copied" : "The browser did not allow copying");
}
