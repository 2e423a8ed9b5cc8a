import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Figure } from "@/data/figure/figure";
import { pivotOf } from "@/data/sheet/pivot-address";
import type { SheetTable } from "@/data/sheet/provided";
import { showSheet } from "@/data/sheet/show";
import type { CellPlace } from "@/data/view/cell-range";
import { prepareOrder } from "@/data/view/derive";
import { prepareFind } from "@/data/view/search";
import { comparesSome } from "@/data/view/shown-columns";
import type { TableKind } from "@/data/view/table-kind";
import type { View } from "@/data/view/view";
import { ChartPanel } from "../chart/chart-panel";
import { afterPaint } from "../controls/after-paint";
import { Changing } from "../controls/changing";
import { KeysDialog } from "../controls/keys-dialog";
import type { Box } from "../controls/popup";
import { UndoButtons } from "../controls/undo-buttons";
import { useLater } from "../controls/use-later";
import { useLatest } from "../controls/use-latest";
import { usePrinting } from "../controls/use-printing";
import { inIdleParts } from "../controls/when-idle";
import { ColumnChooser } from "../filters/column-chooser";
import { FilterPanel } from "../filters/filter-panel";
import type { GridOrder } from "../grid/grid";
import { keepFrozen, layoutOf } from "../grid/grid-layout";
import { GridPanel } from "../grid/grid-panel";
import { makeAtOnce } from "../state/at-once";
import { parseSplit, parseTableKind, type Split } from "../state/choices";
import { forgotten, useChoice } from "../state/remember";
import { useUndo } from "../state/use-undo";
import { useView } from "../state/use-view";
import { Chips } from "./chips";
import { chosenOf } from "./copy-cells";
import { type AskedMenu, GridMenus } from "./grid-menus";
import { keyHelp } from "./key-help";
import { LayoutSwitch } from "./layout-switch";
import { LegendLink } from "./legend-link";
import { Notice, useNotice, useReadOnly } from "./notice";
import { OnPaper } from "./on-paper";
import { SheetHead } from "./sheet-head";
import { SourceBar } from "./source-bar";
import { Splitter } from "./splitter";
import { StatusBar } from "./status-bar";
import { TableSwitch } from "./table-switch";
import { Tour } from "./tour";
import { useFocusKept } from "./use-focus-kept";
import { useHover } from "./use-hover";
import { useKeys } from "./use-keys";
import { useRange } from "./use-range";
import { useSheetTable } from "./use-sheet-table";

/** What a page says of its sheet; all else comes by itself. */
export interface WorkbookProps {
  readonly name: string;
  /** Which version of the figures it shows; "" is the newest. */
  readonly version: string;
  readonly versions: readonly string[];
}

/** A sheet's page, once its figures are read. */
export function Workbook({ name, version, versions }: WorkbookProps) {
  const table = useSheetTable(name, version);
  const sheet = useMemo(() => ({ ...table, version, versions }), [table, version, versions]);
  return <SheetView sheet={sheet} />;
}

/** The one stateful component: the URL's view → what is shown; what the reader asks → the URL. */
function SheetView({ sheet }: { sheet: WorkbookProps & SheetTable }) {
  const { name, chart, schema, figures, names, versions } = sheet;
  const table = useMemo(
    () => ({ schema, rows: figures, documents: Object.keys(names.documents), versions }),
    [schema, figures, names, versions],
  );
  const showView = useMemo(
    () => showSheet({ chart, schema, figures, names }),
    [chart, schema, figures, names],
  );
  const page = useRef<HTMLElement>(null);
  const { hover, markAgain } = useHover(page);
  const [atOnce] = useState(makeAtOnce<Figure>);
  const answer = useCallback(
    (asked: View) => {
      const shown = showView(asked);
      atOnce.shown.tell({ view: asked, rows: shown.derived.rows });
      queueMicrotask(markAgain);
      // In a task of its own, before components are drawn: of very many figures it takes a frame.
      afterPaint(() => shown.drawn);
    },
    [atOnce, showView, markAgain],
  );
  const [{ view, problems }, showAny] = useView(table, answer);
  const { show, undo, redo } = useUndo(showAny);
  const [split, setSplit] = useChoice("split", parseSplit);
  const [kept, keepTable] = useChoice("table", parseTableKind);
  const tableKind = view.table === "grid" ? kept : view.table;
  const [isKept, setKept] = useState(true);
  const [asked, setAsked] = useState<AskedMenu | null>(null);
  const [order, setOrder] = useState<GridOrder | null>(null);
  const fitColumn = useCallback((column: string | null) => setOrder({ kind: "fit", column }), []);
  const fitAll = useCallback(() => fitColumn(null), [fitColumn]);
  const [frozen, setFrozen] = useState(() => layoutOf(name).frozen);
  const [said, say] = useNotice();
  const onReadOnly = useReadOnly(name, say);
  const { showsKeys, onKeyDown, onClose } = useKeys(undo, redo);
  const keepsFocus = useFocusKept();
  const isCompared = useMemo(() => comparesSome(figures, names), [figures, names]);
  const isPrinting = usePrinting();
  const splitAt = (next: Split) => setKept(setSplit(next));

  const shown = useMemo(() => showView(view), [showView, view]);
  // The table comes first, the chart a moment after it, and what stands around both last.
  const { shown: later, problems: laterProblems } = useLater(
    useMemo(() => ({ shown, problems }), [shown, problems]),
  );
  const { derived, shownColumns } = shown;
  const { rows } = derived;
  useEffect(
    () => inIdleParts(figures.length, (from) => prepareFind(figures, shownColumns, names, from)),
    [figures, shownColumns, names],
  );
  useEffect(() => {
    const sorted = shownColumns.filter(({ isComputed }) => !isComputed);
    return inIdleParts(2 * sorted.length, (from) => prepareOrder(figures, sorted, names, from));
  }, [figures, shownColumns, names]);
  const askColumn = useCallback(
    (column: string, at: Box) => setAsked({ kind: "column", column, at }),
    [],
  );
  const askCell = useCallback(
    (place: CellPlace, at: Box) => setAsked({ kind: "cell", place, at }),
    [],
  );
  const chooseTable = useCallback(
    (kind: TableKind) => {
      setKept(keepTable(kind));
      show({ table: "grid" }, "replace");
    },
    [keepTable, show],
  );
  const select = useCallback((ids: readonly string[]) => show({ select: ids }, "replace"), [show]);
  const [range, setRange] = useRange(
    { rows, columns: shownColumns, select: view.select },
    select,
    atOnce,
  );
  const choosable = useLatest({
    range,
    rows,
    columns: shownColumns,
    selected: shown.selectedRows,
  });
  const chosenNow = useCallback(() => chosenOf(choosable()), [choosable]);

  return (
    <main
      ref={page}
      className="workbook"
      id="workbook"
      onKeyDown={(event) => {
        if (isLettingGo(event)) select([]);
        onKeyDown(event);
      }}
      {...keepsFocus}
    >
      <SourceBar
        figures={shown.selected}
        rows={rows}
        range={range}
        names={names}
        page={name}
        view={view}
        columns={shownColumns.length}
        onGo={(range) => setOrder({ kind: "go", range })}
      />
      <section className="sheet" aria-labelledby="sheet-title">
        <SheetHead sheet={sheet} problems={laterProblems} sentence={later.sentences.ofSeries} />
        <div className="tools">
          <FilterPanel table={table} view={later.view} names={names} onShow={show} />
          <ColumnChooser
            schema={schema}
            isCompared={isCompared}
            view={later.view}
            pivot={pivotOf(name, later.view)}
            kind={tableKind}
            onShow={show}
            onKind={chooseTable}
            onFit={fitAll}
          />
          <TableSwitch view={later.view} kind={tableKind} onKind={chooseTable} />
          <UndoButtons undo={undo} redo={redo} />
          <div className="corner">
            <LayoutSwitch split={split} onSplit={splitAt} onKept={setKept} />
            <LegendLink columns={shownColumns} names={names} />
          </div>
          <p className="problems" role="status">
            {!isKept && forgotten}
          </p>
        </div>
        <Chips view={later.view} columns={later.columns} names={names} onShow={show} />
        {isPrinting && <OnPaper says={shown.sentences.ofView} />}
        <Remarks remarks={shown.remarks} />
        <GridPanel
          key={tableKind === "plain" ? "plain" : "grid"}
          kind={tableKind}
          title={sheet.title}
          table={table}
          columns={shownColumns}
          rows={rows}
          names={names}
          view={view}
          range={range}
          sheet={name}
          frozen={frozen}
          isWrapped={tableKind === "wrap"}
          order={order}
          atOnce={atOnce}
          onHover={hover}
          onRange={setRange}
          onSelect={select}
          onSort={(sort) => show({ sort })}
          onColumns={(columns) => show({ columns })}
          onColumnMenu={askColumn}
          onCellMenu={askCell}
          onReadOnly={onReadOnly}
          onShow={show}
        />
        <Notice said={said} onClose={() => say(null)} />
      </section>
      <Splitter split={split} onSplit={splitAt} />
      <ChartPanel
        sheet={sheet}
        select={view.select}
        drawn={shown}
        later={later}
        label={later.sentences.ofChart}
        conditions={later.sentences.chartConditions}
        atOnce={atOnce}
        onHover={hover}
        onSelect={select}
        onShow={show}
      />
      <StatusBar
        view={later.view}
        summary={later.summary}
        total={later.total}
        names={names}
        sentence={later.sentences.ofView}
        onShow={show}
        isChosen={range !== null || shown.selectedRows.length > 0}
        chosenNow={chosenNow}
      />
      {asked && (
        <GridMenus
          key={asked.kind}
          asked={asked}
          table={table}
          rows={rows}
          columns={shownColumns}
          range={range}
          view={view}
          names={names}
          page={name}
          frozen={frozen}
          onAsk={setAsked}
          onShow={show}
          onFreeze={(columns) => {
            keepFrozen(name, columns);
            setFrozen(columns);
          }}
          onFit={fitColumn}
          onSay={(text) => say({ text })}
        />
      )}
      <Tour />
      {showsKeys && <KeysDialog keys={keyHelp} onClose={onClose} />}
    </main>
  );
}

/** What a reader must know to read the rows; nothing where they read as they stand. */
function Remarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <p className="table-remarks">
      <Changing text={remarks.join(" ")} />
    </p>
  );
}

/** True of a press of Escape that nothing else is waiting for: no field, menu or dialog. */
function isLettingGo({ key, target, defaultPrevented }: React.KeyboardEvent): boolean {
  if (key !== "Escape" || defaultPrevented || !(target instanceof Element)) return false;
  return target.closest("dialog, details[open], input, select, textarea") === null;
}
