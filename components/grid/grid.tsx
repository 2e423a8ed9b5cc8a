import {
  CellStyleModule,
  ClientSideRowModelModule,
  type ColDef,
  ColumnApiModule,
  ColumnAutoSizeModule,
  type ColumnEventType,
  type ColumnMovedEvent,
  ExternalFilterModule,
  type GridApi,
  type GridOptions,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowAutoHeightModule,
  RowSelectionModule,
  ScrollApiModule,
  type TabToNextCellParams,
  type TabToNextHeaderParams,
} from "ag-grid-community";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { type CellPlace, type CellRange, isInRange } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { Sort, View } from "@/data/view/view";
import type { Box } from "../controls/popup";
import { useLatest } from "../controls/use-latest";
import type { AtOnce } from "../state/at-once";
import { adoptStyles } from "./adopted-styles";
import { type ContentWidths, cellMeasures, stackedBelow } from "./column-widths";
import { differenceOf, makeGridAnswer } from "./grid-answer";
import { gridColumns, rowNumberColumn } from "./grid-columns";
import type { GridContext, HeadingMarks } from "./grid-context";
import { GridHeader, markHeadings } from "./grid-header";
import { type GridLayout, keepWidths, layoutOf } from "./grid-layout";
import { isSortedByReader, makeHeadingHandlers, orderIn, showOrder } from "./grid-order";
import { useGridRange } from "./grid-range";
import { gridTheme } from "./grid-theme";
import { type LiveCells, makeLiveCells } from "./live-cells";
import { makeStackedHeights } from "./row-lines";
import { makeShownRows } from "./shown-rows";
import { useGridApi } from "./use-grid-api";

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  ExternalFilterModule,
  RenderApiModule,
  RowApiModule,
  RowAutoHeightModule,
  RowSelectionModule,
  ScrollApiModule,
]);

export interface GridProps {
  readonly title: string;
  readonly columns: readonly ShownColumn[];
  /** All rows of the sheet, and those of them that the view shows, in their order. */
  readonly all: readonly Figure[];
  readonly rows: readonly Figure[];
  readonly names: Names;
  readonly content: ContentWidths;
  readonly view: View;
  readonly range: CellRange | null;
  /** The name of the sheet, for which widths and frozen columns are kept. */
  readonly sheet: string;
  /** How many columns from the left stay where they are. */
  readonly frozen: number;
  readonly isWrapped: boolean;
  /** What the grid was asked to do last. */
  readonly order: GridOrder | null;
  readonly atOnce: AtOnce<Figure>;
  readonly onHover: (id: string | null) => void;
  readonly onRange: (range: CellRange | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onSort: (sort: readonly Sort[]) => void;
  readonly onColumns: (columns: readonly string[]) => void;
  readonly onColumnMenu: (column: string, at: Box) => void;
  readonly onCellMenu: (place: CellPlace, at: Box) => void;
  readonly onReadOnly: () => void;
  /** The grid stands, with its rows. */
  readonly onReady: () => void;
  /** The width of the panel that the grid stands in, in CSS pixels. */
  readonly panelWidth: () => number;
}

/** An act of the grid: to make columns as wide as what they hold, or to go to cells. */
export type GridOrder =
  | { readonly kind: "fit"; readonly column: string | null }
  | { readonly kind: "go"; readonly range: CellRange };

/** AG Grid: props say which rows it shows in which order, callbacks report what the reader asks for. */
export default function Grid(props: GridProps) {
  const { columns, rows, names, content, view, range, sheet, frozen, isWrapped } = props;
  const { order: asked } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useLatest(props);
  const [firstSort] = useState(view.sort);
  const [panel] = useState(props.panelWidth);
  const isStacked = panel < stackedBelow && columns.some(({ name }) => name === "value");
  const defs = useMemo(
    () =>
      gridColumns(columns, firstSort, panel, content, { ...layoutOf(sheet), frozen }, isWrapped),
    [columns, firstSort, panel, content, sheet, frozen, isWrapped],
  );
  const look = useLatest({ ...props, isStacked, panel });
  const [shown] = useState(() => makeShownRows(rows));
  const [live] = useState(() => makeLiveCells(view));
  const [heightOf] = useState(() => makeStackedHeights(() => host.current));
  const api = useGridApi(host, () => ({
    ...fixed,
    ...shown.options,
    ...eventsOf(latest, host),
    rowData: [...props.all],
    columnDefs: defs,
    context: contextOf(look, live),
    getRowHeight: ({ data }) => {
      const { isStacked, panel, names } = look();
      return data && isStacked ? heightOf(data, names, panel) : cellMeasures.rowHeight;
    },
  }));
  const { listeners, onGoTo } = useGridRange({
    ...props,
    select: view.select,
    onMenu: props.onCellMenu,
    onReach: (row, column, isFocused) => {
      api?.ensureIndexVisible(row);
      api?.ensureColumnVisible(column);
      if (isFocused) api?.setFocusedCell(row, column);
    },
    pageRows: () => {
      const height = host.current?.querySelector(".ag-body-viewport")?.clientHeight ?? 0;
      return Math.max(1, Math.floor(height / cellMeasures.rowHeight) - 1);
    },
  });

  useColumns(api, defs);
  const now = useLatest(api);
  const [answer] = useState(() => makeGridAnswer({ api: now, shown, cells: live }, view));
  const { atOnce } = props;
  useEffect(() => atOnce.shown.hear(({ rows, view }) => answer(rows, view)), [atOnce, answer]);
  useEffect(
    () => atOnce.range.hear((next) => markRange(host.current, next, latest().columns)),
    [atOnce, latest],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a grid that has come has yet to show the view
  useLayoutEffect(() => answer(rows, view), [api, answer, rows, view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cells ask for names and width themselves
  useLayoutEffect(() => live.update(), [live, isStacked, names]);
  const hadStacked = useRef(isStacked);
  useEffect(() => {
    if (!api || hadStacked.current === isStacked) return;
    hadStacked.current = isStacked;
    api.resetRowHeights();
  }, [api, isStacked]);
  const { select } = view;
  const seen = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const { current } = host;
    if (!api || !current) return;
    const [id, second] = differenceOf(select, seen.current);
    seen.current = select;
    // What was selected by its cells is under the reader's hand.
    if (!id || second || latest().range) return;
    // With the frame, which lays the page out anyway: to measure it here would do so twice.
    const frame = requestAnimationFrame(() => bringIntoSight(api, current, id));
    return () => cancelAnimationFrame(frame);
  }, [api, select, latest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns show no order
  useEffect(() => showOrder(api, latest().view.sort), [api, columns]);
  useEffect(() => markRange(host.current, range, columns), [range, columns]);
  const filtered = view.filters.map(({ column }) => column).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `filtered` holds which columns have a filter
  useEffect(() => markHeadings(host.current, marksOf(latest())), [api, columns, filtered]);
  // An order of before is not for a grid that is made anew.
  const done = useRef(asked);
  useEffect(() => {
    if (!api || !asked || done.current === asked) return;
    done.current = asked;
    if (asked.kind === "go") onGoTo(asked.range);
    else if (asked.column) api.autoSizeColumns([asked.column]);
    else api.autoSizeAllColumns();
  }, [api, asked, onGoTo]);
  const headings = useMemo(() => makeHeadingHandlers(latest), [latest]);
  return (
    <div
      ref={host}
      className={`grid-host${isStacked ? " stacked" : ""}`}
      {...listeners}
      {...headings}
      onKeyDownCapture={(event) => {
        headings.onKeyDownCapture(event);
        listeners.onKeyDownCapture(event);
      }}
    />
  );
}

/** What no property changes. */
const fixed: GridOptions<Figure> = {
  theme: gridTheme,
  themeStyleContainer: adoptStyles,
  defaultColDef: {
    resizable: true,
    headerComponentParams: { innerHeaderComponent: GridHeader },
  },
  getRowId: ({ data }) => data.id,
  rowSelection: { mode: "multiRow", checkboxes: false, headerCheckbox: false },
  multiSortKey: "ctrl",
  animateRows: false,
  // Rows that are made above and below those in sight: each order makes them all anew.
  rowBuffer: 4,
  suppressColumnMoveAnimation: true,
  suppressDragLeaveHidesColumns: true,
  suppressNoRowsOverlay: true,
  tabToNextHeader: tabFromHeading,
  tabToNextCell: tabFromCell,
};

/** Columns that the grid has not yet. */
function useColumns(api: GridApi<Figure> | undefined, defs: ColDef<Figure>[]) {
  const known = useRef(defs);
  useLayoutEffect(() => {
    if (!api || known.current === defs) return;
    known.current = defs;
    api.setGridOption("columnDefs", defs);
  }, [api, defs]);
}

interface Look extends GridProps {
  readonly isStacked: boolean;
  readonly panel: number;
}

/** What cells need, as it is when they ask: made once, so that the grid need not be told. */
function contextOf(now: () => Look, cells: LiveCells): GridContext {
  return {
    cells,
    get names() {
      return now().names;
    },
    get isStacked() {
      return now().isStacked;
    },
    onColumnMenu: (column, at) => now().onColumnMenu(column, at),
    marks: () => marksOf(now()),
  };
}

/** What the grid reports, passed to the props as they are then. */
function eventsOf(
  now: () => GridProps,
  host: React.RefObject<HTMLDivElement | null>,
): GridOptions<Figure> {
  return {
    onGridReady: ({ api }) => api.setGridAriaProperty("label", now().title),
    onFirstDataRendered: () => now().onReady(),
    // A row that moves keeps its cells, its number among them.
    onModelUpdated: ({ context }) => (context as GridContext).cells.update(),
    onSortChanged: (event) => isSortedByReader(event) && now().onSort(orderIn(event.api)),
    onColumnMoved: (event) => isMovedByReader(event) && now().onColumns(orderOf(event.api)),
    onViewportChanged: () => markRange(host.current, now().range, now().columns),
    onDisplayedColumnsChanged: () => markHeadings(host.current, marksOf(now())),
    onColumnResized: ({ api, finished, source }) => {
      if (finished && !isOurs(source)) keepWidths(now().sheet, widthsIn(api));
    },
  };
}

/** A width that our own definitions set is none that the reader chose. */
function isOurs(source: ColumnEventType): boolean {
  return source === "gridOptionsChanged" || source === "gridInitializing";
}

function widthsIn(api: GridApi<Figure>): GridLayout["widths"] {
  const columns = api.getColumnState().filter(({ colId }) => colId !== rowNumberColumn);
  return Object.fromEntries(columns.flatMap(({ colId, width }) => (width ? [[colId, width]] : [])));
}

function marksOf({ columns, view }: GridProps): HeadingMarks {
  return { columns, filtered: view.filters.map(({ column }) => column) };
}

/** Tab takes the headings as one stop and the cells as another; arrow keys go along them. */
function tabFromHeading({ backwards, previousHeaderPosition }: TabToNextHeaderParams) {
  const column = previousHeaderPosition?.column;
  return !backwards && column ? { headerRowIndex: -1, column } : false;
}

function tabFromCell({ backwards, previousCellPosition: { column } }: TabToNextCellParams) {
  return backwards && { rowIndex: -1, rowPinned: null, column };
}

/** A change that our own props caused is not the reader's intent; answering it would loop. */
function isMovedByReader({ source, finished }: ColumnMovedEvent): boolean {
  return finished && source === "uiColumnMoved";
}

function orderOf(api: GridApi<Figure>): readonly string[] {
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  return ids.filter((id) => id !== rowNumberColumn);
}

/**
 * Moves a row that is not wholly in sight to the middle. Measured here, because the grid counts what
 * its sideways scroll bar covers as in sight, and where it was before a scroll it has yet to notice.
 */
function bringIntoSight(api: GridApi<Figure>, host: HTMLElement, id: string) {
  const node = api.getRowNode(id);
  if (!node?.displayed) return;
  const edge = (of: string) => host.querySelector(of)?.getBoundingClientRect();
  const row = edge(`[row-id="${CSS.escape(id)}"]`);
  const top = edge(".ag-header")?.bottom ?? 0;
  const bottom = edge(".ag-body-horizontal-scroll")?.top ?? host.getBoundingClientRect().bottom;
  const isInSight = row && row.top >= top && row.bottom <= bottom;
  if (!isInSight) api.ensureNodeVisible(node, "middle");
}

/** Puts a class on the cells of the range that are in the document; the grid keeps few of them there. */
function markRange(
  host: HTMLElement | null,
  range: CellRange | null,
  columns: readonly ShownColumn[],
) {
  const cells = range ? ".ag-cell" : ".in-range";
  for (const cell of host?.querySelectorAll<HTMLElement>(cells) ?? []) {
    const row = Number(cell.closest("[row-index]")?.getAttribute("row-index"));
    const column = columns.findIndex(({ name }) => name === cell.getAttribute("col-id"));
    cell.classList.toggle("in-range", range !== null && isInRange({ row, column }, range));
  }
}
