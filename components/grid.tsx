import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  colorSchemeVariable,
  type GridApi,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  type SelectionChangedEvent,
  type SortChangedEvent,
  themeQuartz,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Figure } from "@/data/figure";
import type { Names } from "@/data/names";
import type { Sort, View } from "@/data/view";
import { gridColumns } from "./grid-columns";
import { GridHeader } from "./grid-header";
import type { ShownColumn } from "./shown-columns";

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
]);

export const rowHeight = 33;
export const headerHeight = 34;

const theme = themeQuartz.withPart(colorSchemeVariable).withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--paper)",
  foregroundColor: "var(--ink)",
  borderColor: "var(--line)",
  chromeBackgroundColor: "var(--chrome)",
  headerTextColor: "var(--ink-soft)",
  headerFontWeight: 600,
  selectedRowBackgroundColor: "var(--selected)",
  rowHoverColor: "var(--hover)",
  columnBorder: true,
  headerColumnBorder: true,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  fontFamily: "inherit",
  fontSize: 13,
  headerFontSize: 13,
  headerHeight,
  rowHeight,
  cellHorizontalPadding: 10,
});

export interface GridProps {
  readonly title: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Figure[];
  readonly names: Names;
  readonly view: View;
  readonly hovered: string | null;
  readonly onHover: (id: string | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onSort: (sort: readonly Sort[]) => void;
  readonly onFilter: (column: string) => void;
  /** The grid stands, with its rows. */
  readonly onReady: () => void;
}

/** AG Grid, told which rows to show in which order; it reports what the reader asks for. */
export default function Grid(props: GridProps) {
  const { title, columns, rows, names, view, hovered, onHover, onSelect, onSort } = props;
  const [api, setApi] = useState<GridApi<Figure>>();
  const host = useRef<HTMLDivElement>(null);
  const defs = useMemo(() => gridColumns(columns, view.sort, names), [columns, view.sort, names]);
  const context = useMemo(() => ({ onFilter: props.onFilter }), [props.onFilter]);

  useEffect(() => showSelection(api, rows, view.select), [api, rows, view.select]);
  useEffect(() => markHovered(host.current, hovered), [hovered]);
  return (
    <div ref={host} className="grid-host">
      <AgGridReact<Figure>
        theme={theme}
        styleNonce={nonceOfPage()}
        rowData={rows as Figure[]}
        columnDefs={defs}
        defaultColDef={defaultColumn}
        context={context}
        getRowId={rowId}
        rowSelection={rowSelection}
        maintainColumnOrder
        multiSortKey="ctrl"
        animateRows={false}
        suppressColumnMoveAnimation
        suppressDragLeaveHidesColumns
        onGridReady={(event) => {
          event.api.setGridAriaProperty("label", title);
          setApi(event.api);
        }}
        onFirstDataRendered={props.onReady}
        onSortChanged={(event) => isFromReader(event) && onSort(sortOf(event.api))}
        onSelectionChanged={(event) => isFromReader(event) && onSelect(idsOf(event.api))}
        onCellMouseOver={({ data }) => onHover(data?.id ?? null)}
        onCellMouseOut={() => onHover(null)}
      />
    </div>
  );
}

const defaultColumn = {
  sortable: true,
  resizable: true,
  headerComponentParams: { innerHeaderComponent: GridHeader },
};
const rowSelection = {
  mode: "multiRow",
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: true,
} as const;

const rowId = ({ data }: { data: Figure }) => data.id;

/** Browsers hide the attribute from the DOM's text but give it to the page's own scripts. */
function nonceOfPage(): string | undefined {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}

/** A change that our own props caused is not the reader's intent; answering it would loop. */
function isFromReader({ source }: SortChangedEvent | SelectionChangedEvent): boolean {
  return ["uiColumnSorted", "rowClicked", "spaceKey", "keyboardSelectAll"].includes(source);
}

function sortOf(api: GridApi<Figure>): readonly Sort[] {
  return api
    .getColumnState()
    .filter(({ sort }) => sort)
    .toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ column: colId, descending: sort === "desc" }));
}

function idsOf(api: GridApi<Figure>): readonly string[] {
  return api.getSelectedNodes().flatMap(({ data }) => (data ? [data.id] : []));
}

/** Selects what the view selects, and brings the newest of it into sight if nothing of it is. */
function showSelection(
  api: GridApi<Figure> | undefined,
  rows: readonly Figure[],
  select: readonly string[],
) {
  if (!api) return;
  const selected = new Set(select);
  for (const { id } of rows) {
    const node = api.getRowNode(id);
    if (node && node.isSelected() !== selected.has(id)) node.setSelected(selected.has(id), false);
  }
  const last = select.map((id) => api.getRowNode(id)).findLast(Boolean);
  if (last) api.ensureNodeVisible(last);
}

function markHovered(host: HTMLElement | null, id: string | null) {
  if (!host || !id) return;
  const rows = host.querySelectorAll(`[row-id="${CSS.escape(id)}"]`);
  for (const row of rows) row.classList.add("hovered");
  return () => {
    for (const row of rows) row.classList.remove("hovered");
  };
}
