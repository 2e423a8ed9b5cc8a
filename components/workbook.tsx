"use client";

import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { columnsOf } from "@/data/column";
import { derive } from "@/data/derive";
import { describeSeries, describeView } from "@/data/describe";
import type { Chart, Schema } from "@/data/descriptor";
import type { Figure } from "@/data/figure";
import type { Names } from "@/data/names";
import { toSeries } from "@/data/series";
import { summarize } from "@/data/summary";
import { toTotal } from "@/data/total";
import type { View } from "@/data/view";
import { ChartPanel } from "./chart-panel";
import { FilterPanel } from "./filter-panel";
import { GridPanel } from "./grid-panel";
import { SheetHead } from "./sheet-head";
import { SourceBar } from "./source-bar";
import { StatusBar } from "./status-bar";
import { useView } from "./use-view";

/** What a page hands to the workbook: a sheet's figures and all it takes to show and explain them. */
export interface WorkbookProps {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly chart: Chart;
  readonly schema: Schema;
  readonly figures: readonly Figure[];
  readonly names: Names;
}

/** The one stateful component: the URL's view → what is shown; what the reader asks → the URL. */
export function Workbook(sheet: WorkbookProps) {
  const { name, chart, schema, figures, names } = sheet;
  const table = useMemo(() => ({ schema, rows: figures }), [schema, figures]);
  const columns = useMemo(() => columnsOf(schema), [schema]);
  const [{ view, problems }, show] = useView(table);
  const [hovered, setHovered] = useState<string | null>(null);
  const [filtering, setFiltering] = useState<string | null>(null);
  const onOpened = useCallback(() => setFiltering(null), []);

  const derived = useDerived(table, view, names);
  const measure = view.measure ?? chart.measure;
  const isSorted = view.sort.length > 0;
  const drawn = useDeferredValue(derived.rows);
  const series = useMemo(
    () => toSeries(drawn, { kind: chart.kind, measure, all: figures, isSorted, names }),
    [drawn, chart.kind, measure, figures, isSorted, names],
  );
  const summary = summarize(derived, figures.length, view.select);
  const selected = figures.filter(({ id }) => view.select.includes(id));
  const total = useTotal(derived.rows, figures, view.select, names);
  const sentence = describeSeries(series, names);
  const select = (ids: readonly string[]) => show({ select: ids }, "replace");

  return (
    <main className="workbook" id="workbook">
      <SourceBar figures={selected} rows={derived.rows} names={names} />
      <section className="sheet" aria-labelledby="sheet-title">
        <SheetHead
          sheet={sheet}
          view={view}
          columns={columns}
          problems={problems}
          sentence={sentence}
          onShow={show}
        />
        <FilterPanel
          table={table}
          view={view}
          names={names}
          column={filtering}
          onOpened={onOpened}
          onShow={show}
        />
        <GridPanel
          title={sheet.title}
          schema={schema}
          rows={derived.rows}
          names={names}
          view={view}
          hovered={hovered}
          onHover={setHovered}
          onSelect={select}
          onSort={(sort) => show({ sort })}
          onFilter={setFiltering}
        />
      </section>
      <ChartPanel
        series={series}
        figures={figures}
        view={view}
        firstMeasure={chart.measure}
        names={names}
        label={sentence}
        hovered={hovered}
        onHover={setHovered}
        onSelect={select}
        onMeasure={(next) => show({ measure: next === chart.measure ? null : next })}
      />
      <StatusBar
        name={name}
        view={view}
        summary={summary}
        total={total}
        names={names}
        sentence={describeView(view, summary, columns, names)}
        onShow={show}
      />
    </main>
  );
}

/** Selecting and choosing a measure leave the rows alone, so they do not derive them again. */
function useDerived(table: { schema: Schema; rows: readonly Figure[] }, view: View, names: Names) {
  const { filters, find, sort, repeats, count } = view;
  const key = JSON.stringify([filters, find, sort, repeats, count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds all of the view that counts
  return useMemo(() => derive(table, view, names), [table, names, key]);
}

/** What the selected figures come to, or all that are shown where fewer than two are selected. */
function useTotal(
  rows: readonly Figure[],
  all: readonly Figure[],
  select: readonly string[],
  names: Names,
) {
  return useMemo(() => {
    const selected = rows.filter(({ id }) => select.includes(id));
    return toTotal(selected.length > 1 ? selected : rows, { all, names });
  }, [rows, all, select, names]);
}
