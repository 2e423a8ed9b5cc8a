import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { type CellPlace, type CellRange, isInRange } from "@/data/view/cell-range";
import { nextSort, type Sort } from "@/data/view/view";
import { useLatest } from "../controls/use-latest";
import { adoptStyles } from "./adopted-styles";
import type { Option } from "./cell-editor";
import { useCellField } from "./cell-field";
import { rowNumberWidth } from "./column-widths";
import { rowNumberColumn } from "./grid-columns";
import { gridTheme } from "./grid-theme";
import { type GridEdits, makeEditHandlers } from "./long-edit";

ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
]);

/** A row as the grid shows it: its place in the whole table, from 0, and its cells as text. */
export interface LongRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** The numbers of the columns whose cell is not of their type. */
  readonly odd: readonly number[];
  /** What is wrong in a column beyond its type, in a sentence. */
  readonly broken?: { readonly [column: number]: string };
}

export interface LongColumn {
  readonly id: string;
  readonly title: string;
  readonly isNumber: boolean;
  /** Whether the column has few values, which are offered as they are typed. */
  readonly isListed: boolean;
  /** What is wrong with a text in this column, in a sentence; "" where nothing is. */
  readonly check: (text: string) => string;
}

export interface LongGridProps {
  readonly title: string;
  readonly columns: readonly LongColumn[];
  /** How many rows the view has. */
  readonly count: number;
  /** Changes with each other set or order of rows. */
  readonly version: string;
  /** Counts the edits; rows are asked for anew after each, and stay where they are. */
  readonly revision: number;
  /** A cell to go to: what an undone edit changed. */
  readonly goTo: CellPlace | null;
  /** A cell that the reader asked to be taken to. */
  readonly jump: CellPlace | null;
  /** Counts what was found out of the rows since they were shown; they are asked for anew. */
  readonly checks: number;
  /** Whether empty rows stand below the last, to be typed into. */
  readonly hasSpare: boolean;
  readonly edits: GridEdits;
  readonly optionsOf: (column: string) => Promise<readonly Option[]>;
  /** All of the text of a cell. */
  readonly textOf: (place: CellPlace) => Promise<string>;
  /** What is wrong with what is being typed. */
  readonly onDraft: (problem: string) => void;
  readonly sort: readonly Sort[];
  readonly rowsOf: (from: number, to: number) => Promise<readonly LongRow[]>;
  readonly onSort: (sort: readonly Sort[]) => void;
  /** The cell that keys or a press came to. */
  readonly onCell: (row: LongRow, column: number) => void;
}

/** Of a longer cell the grid has the beginning alone, which must not take the place of the whole. */
const longestShown = 2_000;

/** A row that is not there yet. So many stand below the last, so that who types on need not wait for it. */
const spare: LongRow = { row: -1, cells: [], odd: [] };
const spares = 5;

/** AG Grid over rows that are asked for as they are scrolled to, however many there are. */
export default function LongGrid(props: LongGridProps) {
  const { title, columns, version, revision, checks, sort, goTo, jump } = props;
  const total = props.count + (props.hasSpare ? spares : 0);
  const latest = useLatest({ ...props, total });
  const [api, setApi] = useState<GridApi<LongRow>>();
  const host = useRef<HTMLDivElement>(null);
  const now = useLatest(api);
  const range = useRef<CellRange | null>(null);
  const mark = useMemo(
    () => () => markCells(host.current, range.current, latest(), now()),
    [latest, now],
  );
  const dataAt = (row: number) => api?.getDisplayedRowAtIndex(row)?.data;
  const [field, fieldShown] = useCellField({
    host,
    api: now,
    idOf: (column) => columns[column]?.id ?? "",
    textOf: ({ row, column }) => {
      const data = dataAt(row);
      return data ? (data.cells[column] ?? "") : null;
    },
    wholeOf: (place, text) => (text.length > longestShown ? () => latest().textOf(place) : null),
    paramsOf: (column) => {
      const { id = "", title = "", isListed = false, check = () => "" } = columns[column] ?? {};
      const optionsOf = isListed ? () => latest().optionsOf(id) : null;
      return { label: title, check, optionsOf, onDraft: props.onDraft };
    },
    onWrite: (place, text) => {
      const data = dataAt(place.row);
      // Shown at once; what it comes to follows.
      const cells = columns.map((_, at) => (at === place.column ? text : (data?.cells[at] ?? "")));
      if (data) api?.getDisplayedRowAtIndex(place.row)?.setData({ ...data, cells });
      props.edits.onWrite(place, text);
    },
  });
  const handlers = useMemo(
    () =>
      makeEditHandlers(
        () => {
          const { edits, columns, total } = latest();
          return { edits, columns: columns.map(({ id }) => id), rows: total };
        },
        now,
        (next) => {
          range.current = next;
          mark();
        },
        field,
      ),
    [latest, now, mark, field],
  );
  const onRedrawn = () => {
    field.closeIfGone();
    mark();
  };
  const defs = useMemo(
    () => [
      rowNumbers,
      ...columns.map(({ id, title, isNumber }, at) => ({
        colId: id,
        headerName: arrowed(title, sort, id),
        minWidth: 60,
        width: isNumber ? 120 : 170,
        cellClass: isNumber ? "number" : "",
        cellClassRules: {
          odd: ({ data }: { data: LongRow | undefined }) => isMarked(data, at),
        },
        headerClass: isNumber ? "ag-right-aligned-header" : "",
        sortable: false,
        valueGetter: ({ data }: { data: LongRow | undefined }) => data?.cells[at] ?? "",
      })),
    ],
    [columns, sort],
  );
  const rowsIn = useMemo(
    () => async (from: number, to: number) => {
      const { count, total, rowsOf } = latest();
      const rows = from < count ? await rowsOf(from, Math.min(to, count)) : [];
      const more = Math.max(0, Math.min(to, total) - Math.max(from, count));
      return [...rows, ...Array.from({ length: more }, () => spare)];
    },
    [latest],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other rows
  const datasource = useMemo<IDatasource>(
    () => ({
      rowCount: total,
      getRows({ startRow, endRow, successCallback, failCallback }) {
        rowsIn(startRow, Math.min(endRow, latest().total)).then(
          (rows) => successCallback(rows, latest().total),
          failCallback,
        );
      },
    }),
    [version, latest, rowsIn],
  );
  useEffect(() => api?.ensureIndexVisible(0), [api]);
  const shown = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision has other cells
  useEffect(() => {
    const isAsRead = revision === 0 && checks === 0;
    if (!api || (isAsRead && api.getDisplayedRowCount() === total)) return;
    if (api.getDisplayedRowCount() !== total) api.setRowCount(total, true);
    const [from, to] = [api.getFirstDisplayedRowIndex(), api.getLastDisplayedRowIndex() + 1];
    const isNew = shown.current !== revision;
    shown.current = revision;
    let isLatest = true;
    rowsIn(Math.max(0, from), Math.min(to, total)).then((rows) => {
      if (!isLatest) return;
      for (const [at, row] of rows.entries()) api.getDisplayedRowAtIndex(from + at)?.setData(row);
      mark();
      if (goTo && isNew) handlers.goTo(goTo);
      handlers.onRows();
      tellFocused(api, latest());
      api.refreshInfiniteCache();
    });
    return () => {
      isLatest = false;
    };
  }, [api, revision, checks, total]);
  useEffect(() => {
    if (jump) handlers.goTo(jump);
  }, [jump, handlers]);
  return (
    <div ref={host} className="grid-host" {...handlers.listeners}>
      <AgGridReact<LongRow>
        theme={gridTheme}
        themeStyleContainer={adoptStyles}
        rowModelType="infinite"
        cacheBlockSize={200}
        maxBlocksInCache={20}
        blockLoadDebounceMillis={20}
        datasource={datasource}
        columnDefs={defs}
        defaultColDef={{ resizable: true }}
        animateRows={false}
        suppressColumnMoveAnimation
        suppressNoRowsOverlay
        onGridReady={({ api }) => {
          api.setGridAriaProperty("label", title);
          setApi(api);
        }}
        onColumnHeaderClicked={({ column }) => {
          const id = "getColId" in column ? column.getColId() : "";
          if (id && id !== rowNumberColumn) latest().onSort(nextSort(sort, id, false));
        }}
        onCellFocused={({ api }) => tellFocused(api, latest())}
        onViewportChanged={onRedrawn}
        onVirtualColumnsChanged={onRedrawn}
        onModelUpdated={onRedrawn}
      />
      {fieldShown}
    </div>
  );
}

const rowNumbers = {
  colId: rowNumberColumn,
  headerName: "",
  pinned: "left",
  resizable: false,
  suppressMovable: true,
  lockPosition: "left",
  width: rowNumberWidth + 20,
  cellClass: "row-number",
  valueGetter: ({ node }: { node: { rowIndex: number | null; data?: LongRow } | null }) =>
    node?.data === spare ? "+" : (node?.rowIndex ?? 0) + 1,
} as const;

function arrowed(title: string, sort: readonly Sort[], id: string): string {
  const own = sort.find(({ column }) => column === id);
  return own ? `${title} ${own.descending ? "↓" : "↑"}` : title;
}

/** Says which cell has the focus, as it is now. */
function tellFocused(api: GridApi<LongRow>, { columns, onCell }: LongGridProps): void {
  const focused = api.getFocusedCell();
  const data = focused && api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
  const at = columns.findIndex(({ id }) => id === focused?.column.getColId());
  if (data && data !== spare) onCell(data, Math.max(0, at));
}

function isMarked(row: LongRow | undefined, column: number): boolean {
  return row !== undefined && (row.odd.includes(column) || row.broken?.[column] !== undefined);
}

/** Marks the cells of the range, and says of those that are not as they should be why. */
function markCells(
  host: HTMLElement | null,
  range: CellRange | null,
  { columns }: LongGridProps,
  api: GridApi<LongRow> | undefined,
): void {
  const isWide = range && (range.top !== range.bottom || range.left !== range.right);
  const places = new Map(columns.map(({ id }, at) => [id, at]));
  for (const cell of host?.querySelectorAll<HTMLElement>(".ag-row .ag-cell") ?? []) {
    const row = Number(cell.closest("[row-index]")?.getAttribute("row-index"));
    const column = places.get(cell.getAttribute("col-id") ?? "") ?? -1;
    cell.classList.toggle("in-range", isWide === true && isInRange({ row, column }, range));
    const data = api?.getDisplayedRowAtIndex(row)?.data;
    const isOdd = isMarked(data, column);
    if (!isOdd && !cell.hasAttribute("aria-invalid")) continue;
    if (isOdd) cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
    const text = data?.cells[column] ?? "";
    cell.title = isOdd ? (data?.broken?.[column] ?? columns[column]?.check(text) ?? "") : "";
  }
}
