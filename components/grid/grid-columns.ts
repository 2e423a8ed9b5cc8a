import type { ColDef } from "ag-grid-community";
import type { Figure } from "@/data/figure/figure";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { Sort } from "@/data/view/view";
import {
  type ContentWidths,
  narrowRowNumber,
  rowNumberWidth,
  stackedBelow,
  valueClass,
  widthIn,
} from "./column-widths";
import { GridCell, NumberCell } from "./grid-cell";
import type { GridLayout } from "./grid-layout";

export const rowNumberColumn = "row-number";

/**
 * Columns as AG Grid wants them, for a panel of some width, sorted as they are when they first appear. Rows
 * come sorted and filtered, so the grid does neither.
 */
export function gridColumns(
  columns: readonly ShownColumn[],
  sort: readonly Sort[],
  panel: number,
  content: ContentWidths,
  { widths, frozen }: GridLayout,
  isWrapped: boolean,
): ColDef<Figure>[] {
  const numberWidth = panel < stackedBelow ? narrowRowNumber : rowNumberWidth;
  return [
    { ...rowNumbers, width: numberWidth, minWidth: numberWidth },
    ...columns.map((column, index) => ({
      ...gridColumn(column, sort),
      width: widths[column.name] ?? widthIn(panel, column, content),
      pinned: index < frozen ? ("left" as const) : null,
      wrapText: isWrapped,
      autoHeight: isWrapped,
    })),
  ];
}

const rowNumbers: ColDef<Figure> = {
  colId: rowNumberColumn,
  headerName: "",
  pinned: "left",
  resizable: false,
  sortable: false,
  suppressMovable: true,
  suppressAutoSize: true,
  lockPosition: "left",
  cellClass: "row-number",
  valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
  cellRenderer: NumberCell,
};

function gridColumn(
  { name, title, description, kind, isComputed }: ShownColumn,
  sort: readonly Sort[],
): ColDef<Figure> {
  const index = sort.findIndex(({ column }) => column === name);
  const isValue = name === "value";
  return {
    colId: name,
    headerName: title,
    // What the heading says the column holds.
    context: description,
    minWidth: 60,
    sortable: !isComputed,
    initialSort: index < 0 ? null : sort[index]?.descending ? "desc" : "asc",
    initialSortIndex: Math.max(0, index),
    cellClass: ({ data }) => (isValue && data ? valueClass(data) : kind),
    headerClass: isValue ? "ag-right-aligned-header" : "",
    // Rows arrive in order; the grid only shows the arrow.
    comparator: () => 0,
    // A cell shows its part of the figure; to sort, the grid would ask each for its text many times.
    valueGetter: ({ data }) => data,
    cellRenderer: GridCell,
  };
}
