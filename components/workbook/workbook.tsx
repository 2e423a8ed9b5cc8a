"use client";

import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Series } from "@/data/chart/mark";
import { toSeriesOf } from "@/data/chart/series";
import { describeChart, describeSeries } from "@/data/chart/words";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { toTotal } from "@/data/figure/total";
import type { Chart, Schema } from "@/data/table/descriptor";
import type { Table } from "@/data/table/table";
import type { CellRange } from "@/data/view/cell-range";
import { type Column, columnsOf } from "@/data/view/column";
import { type Derived, derive } from "@/data/view/derive";
import { describeView } from "@/data/view/describe";
import { prepareFind } from "@/data/view/search";
import { summarize } from "@/data/view/summary";
import type { View } from "@/data/view/view";
import { ChartPanel } from "../chart/chart-panel";
import { whenIdle } from "../controls/when-idle";
import { ColumnChooser } from "../filters/column-chooser";
import { FilterPanel } from "../filters/filter-panel";
import { GridPanel } from "../grid/grid-panel";
import { shownColumns } from "../grid/shown-columns";
import type { Split, TableKind } from "../state/choices";
import { forgotten, remember } from "../state/remember";
import { useView } from "../state/use-view";
import { KeysDialog } from "./keys-dialog";
import { SheetHead } from "./sheet-head";
import { SourceBar } from "./source-bar";
import { LayoutSwitch, Splitter } from "./splitter";
import { StatusBar } from "./status-bar";
import { TableSwitch } from "./table-switch";
import { useFocusKept } from "./use-focus-kept";
import { useHover } from "./use-hover";
import { useKeys } from "./use-keys";

/** What a page hands to the workbook: a sheet's figures and all it takes to show and explain them. */
export interface WorkbookProps {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly chart: Chart;
  readonly schema: Schema;
  readonly figures: readonly Figure[];
  /** How many figures all sheets hold together. */
  readonly everything: number;
  readonly names: Names;
  /** How the reader last parted the width between table and chart. */
  readonly split: Split;
  /** What the reader last chose to hold the rows. */
  readonly tableKind: TableKind;
}

/** The one stateful component: the URL's view → what is shown; what the reader asks → the URL. */
export function Workbook(sheet: WorkbookProps) {
  const { name, schema, figures, names } = sheet;
  const table = useMemo(() => ({ schema, rows: figures }), [schema, figures]);
  const [{ view, problems }, show] = useView(table);
  const [split, setSplit] = useState(sheet.split);
  const [tableKind, setTableKind] = useState(sheet.tableKind);
  const [isKept, setKept] = useState(true);
  const page = useRef<HTMLElement>(null);
  const hover = useHover(page);
  const [filtering, setFiltering] = useState<string | null>(null);
  const [fits, setFits] = useState(0);
  const fit = useCallback(() => setFits((now) => now + 1), []);
  const onOpened = useCallback(() => setFiltering(null), []);
  const { showsKeys, onKeyDown, onClose } = useKeys();
  const keepsFocus = useFocusKept();
  const splitAt = (next: Split) => {
    setSplit(next);
    setKept(remember("split", String(next)));
  };
  const keepTable = (next: TableKind) => {
    setTableKind(next);
    setKept(remember("table", next));
  };

  useEffect(() => whenIdle(() => prepareFind(figures, names)), [figures, names]);
  const derived = useDerived(table, view, names);
  const [range, setRange] = useRange(derived.rows);
  const columns = useColumns(schema, view.columns);
  const series = useSeries(derived, view, sheet);
  const sources = useMemo(
    () => figuresAt(range, derived.rows) ?? figures.filter(({ id }) => view.select.includes(id)),
    [range, derived, figures, view.select],
  );
  const now = useMemo<Shown>(
    () => ({ view, problems, derived, series }),
    [view, problems, derived, series],
  );
  const later = useDeferredValue(now);
  const words = useWords(later, sheet, columns.fields);
  const select = useCallback((ids: readonly string[]) => show({ select: ids }, "replace"), [show]);

  return (
    <main
      ref={page}
      className="workbook"
      id="workbook"
      data-split={split}
      onKeyDown={onKeyDown}
      {...keepsFocus}
    >
      <SourceBar figures={sources} rows={derived.rows} range={range} names={names} />
      <section className="sheet" aria-labelledby="sheet-title">
        <SheetHead
          sheet={sheet}
          view={later.view}
          columns={columns.fields}
          problems={later.problems}
          sentence={words.ofSeries}
          onShow={show}
        />
        <div className="tools">
          <FilterPanel
            table={table}
            view={view}
            names={names}
            column={filtering}
            onOpened={onOpened}
            onShow={show}
          />
          <ColumnChooser
            schema={schema}
            view={later.view}
            onShow={show}
            onFit={tableKind === "plain" ? null : fit}
          />
          <TableSwitch kind={tableKind} onKind={keepTable} />
          <LayoutSwitch split={split} onSplit={splitAt} />
          <p className="problems" role="status">
            {!isKept && forgotten}
          </p>
        </div>
        <GridPanel
          key={tableKind}
          kind={tableKind}
          title={sheet.title}
          table={table}
          columns={columns.shown}
          rows={derived.rows}
          names={names}
          view={view}
          range={range}
          fits={fits}
          onHover={hover}
          onRange={setRange}
          onSelect={select}
          onSort={(sort) => show({ sort })}
          onColumns={(columns) => show({ columns })}
          onFilter={setFiltering}
          onShow={show}
        />
      </section>
      <Splitter split={split} onSplit={splitAt} />
      <ChartPanel
        sheet={sheet}
        series={series}
        view={view}
        later={later}
        label={words.ofChart}
        onHover={hover}
        onSelect={select}
        onShow={show}
      />
      <StatusBar
        name={name}
        view={later.view}
        summary={words.summary}
        total={words.total}
        everything={sheet.everything}
        names={names}
        sentence={words.ofView}
        onShow={show}
        range={range}
        rows={later.derived.rows}
        columns={columns.shown}
      />
      {showsKeys && <KeysDialog onClose={onClose} />}
    </main>
  );
}

/** The figure of the cell that the keys have come to, as a formula bar follows the cell. */
function figuresAt(range: CellRange | null, rows: readonly Figure[]): readonly Figure[] | null {
  const figure = range && range.top === range.bottom ? rows[range.top] : undefined;
  return figure ? [figure] : null;
}

/** Selecting, choosing a measure and moving columns leave the rows alone, so they do not derive them again. */
function useDerived(table: Table<Figure>, view: View, names: Names): Derived<Figure> {
  const { filters, find, sort, repeats, count, only } = view;
  const key = JSON.stringify([filters, find, sort, repeats, count, only]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds all of the view that counts
  return useMemo(() => derive(table, view, names), [table, names, key]);
}

/** Only what changes a mark draws the chart again. */
function useSeries({ rows }: Derived<Figure>, view: View, sheet: WorkbookProps) {
  const { chart, measure, scale, mute, sort } = view;
  const key = JSON.stringify([chart, measure, scale, mute, sort.length > 0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds all of the view that counts
  return useMemo(() => toSeriesOf(rows, view, sheet, sheet.names), [rows, sheet, key]);
}

function useColumns(schema: Schema, chosen: readonly string[]) {
  const key = chosen.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds the columns that were chosen
  return useMemo(
    () => ({
      fields: columnsOf(schema),
      shown: shownColumns(schema, chosen),
    }),
    [schema, key],
  );
}

/** A range belongs to the rows it was drawn on: with others it is gone. */
function useRange(rows: readonly Figure[]) {
  const [held, setHeld] = useState<{ range: CellRange | null; rows: readonly Figure[] }>();
  const setRange = useCallback((range: CellRange | null) => setHeld({ range, rows }), [rows]);
  return [held?.rows === rows ? held.range : null, setRange] as const;
}

/** What stands around table and chart, which may come a moment after them. */
interface Shown {
  readonly view: View;
  readonly problems: readonly string[];
  readonly derived: Derived<Figure>;
  readonly series: Series;
}

/** What is shown, in words and totals: of the selected figures where there are several, else of all rows. */
function useWords(
  { view, derived, series }: Shown,
  { figures, names }: WorkbookProps,
  columns: readonly Column[],
) {
  const { rows } = derived;
  const summary = useMemo(
    () => summarize(derived, figures.length, view.select),
    [derived, figures, view.select],
  );
  const total = useMemo(() => {
    const selected = rows.filter(({ id }) => view.select.includes(id));
    return toTotal(selected.length > 1 ? selected : rows, { all: figures, names });
  }, [rows, figures, view.select, names]);
  const ofSeries = useMemo(() => describeSeries(series, names), [series, names]);
  const ofChart = useMemo(() => describeChart(series, names), [series, names]);
  const ofView = useMemo(
    () => describeView(view, summary, columns, names),
    [view, summary, columns, names],
  );
  return { summary, total, ofSeries, ofChart, ofView };
}
