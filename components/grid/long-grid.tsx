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
import { useEffect, useMemo, useState } from "react";
import { nextSort, type Sort } from "@/data/view/view";
import { useLatest } from "../controls/use-latest";
import { adoptStyles } from "./adopted-styles";
import { rowNumberWidth } from "./column-widths";
import { rowNumberColumn } from "./grid-columns";
import { gridTheme } from "./grid-theme";

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
}

export interface LongColumn {
  readonly id: string;
  readonly title: string;
  readonly isNumber: boolean;
}

export interface LongGridProps {
  readonly title: string;
  readonly columns: readonly LongColumn[];
  /** How many rows the view has. */
  readonly count: number;
  /** Changes with each other set or order of rows. */
  readonly version: string;
  readonly sort: readonly Sort[];
  readonly rowsOf: (from: number, to: number) => Promise<readonly LongRow[]>;
  readonly onSort: (sort: readonly Sort[]) => void;
  /** The cell that keys or a press came to. */
  readonly onCell: (row: LongRow, column: number) => void;
}

/** AG Grid over rows that are asked for as they are scrolled to, however many there are. */
export default function LongGrid(props: LongGridProps) {
  const { title, columns, count, version, sort } = props;
  const latest = useLatest(props);
  const [api, setApi] = useState<GridApi<LongRow>>();
  const defs = useMemo(
    () => [
      rowNumbers,
      ...columns.map(({ id, title, isNumber }, at) => ({
        colId: id,
        headerName: arrowed(title, sort, id),
        minWidth: 60,
        width: isNumber ? 120 : 170,
        cellClass: isNumber ? "number" : "",
        headerClass: isNumber ? "ag-right-aligned-header" : "",
        sortable: false,
        valueGetter: ({ data }: { data: LongRow | undefined }) => data?.cells[at] ?? "",
      })),
    ],
    [columns, sort],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other rows
  const datasource = useMemo<IDatasource>(
    () => ({
      rowCount: count,
      getRows({ startRow, endRow, successCallback, failCallback }) {
        latest()
          .rowsOf(startRow, Math.min(endRow, count))
          .then((rows) => successCallback([...rows], count), failCallback);
      },
    }),
    [count, version, latest],
  );
  useEffect(() => api?.ensureIndexVisible(0), [api]);
  return (
    <div className="grid-host">
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
        onCellFocused={({ rowIndex, column, api }) => {
          const data = rowIndex === null ? null : api.getDisplayedRowAtIndex(rowIndex)?.data;
          const id = column && typeof column !== "string" ? column.getColId() : "";
          const at = columns.findIndex((each) => each.id === id);
          if (data) latest().onCell(data, Math.max(0, at));
        }}
      />
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
  valueGetter: ({ node }: { node: { rowIndex: number | null } | null }) =>
    (node?.rowIndex ?? 0) + 1,
} as const;

function arrowed(title: string, sort: readonly Sort[], id: string): string {
  const own = sort.find(({ column }) => column === id);
  return own ? `${title} ${own.descending ? "↓" : "↑"}` : title;
}
