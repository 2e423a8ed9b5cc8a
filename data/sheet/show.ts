import type { Series } from "../chart/mark";
import { requestOf, toSeriesOf } from "../chart/series";
import { figuresOfTotal, type ShownTotal } from "../chart/shown-total";
import { thinner } from "../chart/thin";
import { describeChart, describeSeries } from "../chart/words";
import type { Figure } from "../figure/figure";
import type { Names } from "../figure/names";
import { toTotal } from "../figure/total";
import type { Row, Table } from "../table/table";
import { type Column, columnsOf } from "../view/column";
import { type Derived, derive } from "../view/derive";
import { describeConditions, describeView, type TotalOf } from "../view/describe";
import { toRemarks } from "../view/remark";
import { countFoundElsewhere } from "../view/search";
import { comparesSome, type ShownColumn, shownColumns } from "../view/shown-columns";
import { type Summary, summarize } from "../view/summary";
import { partOf, type View, type ViewPart, viewParts } from "../view/view";
import type { SheetWithSchema } from "./sheet";

/** What a view shows of a table. */
export interface TableView<R extends Row> {
  readonly view: View;
  /** The rows shown, in their order, and how many were left out for what reason. */
  readonly derived: Derived<R>;
  /** The rows shown that are also selected. */
  readonly selectedRows: readonly R[];
  readonly summary: Summary;
  /** Every column of the table, and those that are shown, in their order. */
  readonly columns: readonly Column[];
  readonly shownColumns: readonly ShownColumn[];
}

/** What a view shows of a sheet: beside the table its chart, its totals, and all of it in words. */
export interface SheetView extends TableView<Figure> {
  /** The selected figures, whether the view shows them or not. */
  readonly selected: readonly Figure[];
  /** All that the chart has of the rows; totals and sentences are of it. */
  readonly series: Series;
  /** As much of it as is drawn. */
  readonly drawn: Series;
  /** Of the selected figures, else of what the chart draws. */
  readonly total: ShownTotal;
  /** What a reader must know to read the rows as they stand. */
  readonly remarks: readonly string[];
  readonly sentences: {
    /** How many rows, and by which filters. */
    readonly ofView: string;
    /** What the view leaves out of the table, and by which rule; "" where it leaves out nothing. */
    readonly conditions: string;
    /** The same of the chart, which also leaves out the documents that are muted. */
    readonly chartConditions: string;
    /** What the data say. */
    readonly ofSeries: string;
    /** The chart, and what its view leaves out, for whoever does not see it. */
    readonly ofChart: string;
  };
}

/** What there is to show: as much of a sheet as its views depend on. */
export type ShownSheet = Pick<SheetWithSchema, "chart" | "schema" | "figures"> & {
  readonly names: Names;
};

/**
 * A table → the function that takes a view to what is shown. What does not depend on the change from
 * one view to the next is computed once and stays the same object, so that nothing draws it again.
 */
export function showTable<R extends Row>(table: Table<R>, names: Names) {
  const parts = latestParts();
  const [key] = table.schema.primaryKey;
  const columns = columnsOf(table.schema);
  const isCompared = comparesSome(table.rows, names);
  const deriveOnce = latest((view: ViewPart<"rows">) => derive(table, view, names));
  const chooseOnce = latest(({ columns }: ViewPart<"columns">) =>
    shownColumns(table.schema, columns, isCompared),
  );
  const summarizeOnce = latest((derived: Derived<R>, { select }: ViewPart<"selection">) =>
    summarize(derived, table.rows.length, select),
  );
  const selectOnce = latest(({ rows }: Derived<R>, { select }: ViewPart<"selection">) => {
    const selected = new Set(select);
    return rows.filter((row) => selected.has(String(row[key])));
  });
  return (view: View): TableView<R> => {
    const derived = deriveOnce(parts.rows(view));
    const selection = parts.selection(view);
    return {
      view,
      derived,
      selectedRows: selectOnce(derived, selection),
      summary: summarizeOnce(derived, selection),
      columns,
      shownColumns: chooseOnce(parts.columns(view)),
    };
  };
}

/** The same for a sheet. What is costly and not always asked for is computed when it is. */
export function showSheet({ chart, schema, figures, names }: ShownSheet) {
  const parts = latestParts();
  const show = showTable({ schema, rows: figures }, names);
  const drawOnce = latest((rows: readonly Figure[], view: ViewPart<"chart">) =>
    toSeriesOf(rows, view, { chart, figures }, names),
  );
  const thinOnce = latest((series: Series, rows: readonly Figure[], view: ViewPart<"chart">) =>
    thinner(series, rows, { ...requestOf(view, { chart, figures }, names), kind: series.kind }),
  );
  const selectOnce = latest(({ select }: ViewPart<"selection">) => {
    const selected = new Set(select);
    return figures.filter(({ id }) => selected.has(id));
  });
  // By ids, since another scale draws the same figures again.
  const totalOnce = latest((ids: string, of: TotalOf): ShownTotal => {
    const chosen = new Set(ids.split(" "));
    const counted = figures.filter(({ id }) => chosen.has(id));
    return { of, total: toTotal(counted, { all: figures, names }) };
  });
  const describeOnce = latest((series: Series) => ({
    ofSeries: describeSeries(series, names),
    ofChart: describeChart(series, names),
  }));
  const remarkOnce = latest(
    (rows: readonly Figure[], { sort }: ViewPart<"rows">, { measure }: ViewPart<"chart">) =>
      toRemarks({ sort, measure }, { rows, figures }, names),
  );
  const elsewhereOnce = latest(
    (rows: readonly Figure[], { find }: ViewPart<"rows">, columns: readonly ShownColumn[]) =>
      describeElsewhere(rows, find, columns, names),
  );
  return (view: View): SheetView => {
    const shown = show(view);
    const { derived, summary, columns, shownColumns } = shown;
    const { rows } = derived;
    const [ofRows, ofChart] = [parts.rows(view), parts.chart(view)];
    const selected = selectOnce(parts.selection(view));
    const draw = once(() => drawOnce(rows, ofChart));
    const thin = once(() => thinOnce(draw(), rows, ofChart)(view.select));
    const add = once((): ShownTotal => {
      const counted = figuresOfTotal({ rows, selected, series: draw() });
      return totalOnce(counted.figures.map(({ id }) => id).join(" "), counted.of);
    });
    const remark = once(() => remarkOnce(rows, ofRows, ofChart));
    const say = (of: View) => describeConditions(of, columns, names).join("; ");
    // The page of a link needs those of the view alone, and then no chart.
    const [sayView, sayChart] = [once(() => say({ ...view, mute: [] })), once(() => say(view))];
    const told = once(() => describeOnce(draw()));
    const describe = once(
      () => describeView(view, summary, columns, names) + elsewhereOnce(rows, ofRows, shownColumns),
    );
    const sentences: SheetView["sentences"] = {
      get conditions() {
        return sayView();
      },
      get chartConditions() {
        return sayChart();
      },
      get ofSeries() {
        return told().ofSeries;
      },
      get ofChart() {
        return [
          ...(sayChart() ? [`Filtered: ${sayChart()}.`] : []),
          told().ofChart,
          ...(thin().thinning ? [thin().thinning] : []),
        ].join(" ");
      },
      get ofView() {
        return describe();
      },
    };
    return {
      ...shown,
      selected,
      get series() {
        return draw();
      },
      get drawn() {
        return thin();
      },
      get total() {
        return add();
      },
      get remarks() {
        return remark();
      },
      sentences,
    };
  };
}

/** Where a search finds rows by what a reader does not see in them, how many. */
function describeElsewhere(
  rows: readonly Figure[],
  find: string,
  columns: readonly ShownColumn[],
  names: Names,
): string {
  const count = countFoundElsewhere(rows, find, columns, names);
  return count > 0 ? `; ${count} found by another name or in a column not shown` : "";
}

/** For each part of a view the last one that said something else. */
function latestParts() {
  const parts = Object.keys(viewParts) as (keyof typeof viewParts)[];
  return Object.fromEntries(parts.map((name) => [name, latestPart(name)])) as {
    readonly [P in keyof typeof viewParts]: (view: View) => ViewPart<P>;
  };
}

function latestPart<P extends keyof typeof viewParts>(name: P) {
  let known: { readonly key: string; readonly part: ViewPart<P> } | undefined;
  return (view: View): ViewPart<P> => {
    const part = partOf(view, name);
    const key = JSON.stringify(part);
    if (known?.key !== key) known = { key, part };
    return known.part;
  };
}

/** The function, which gives the same result again while its arguments are the same objects. */
function latest<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let known: { readonly args: A; readonly made: R } | undefined;
  return (...args) => {
    if (!known?.args.every((arg, index) => arg === args[index]))
      known = { args, made: make(...args) };
    return known.made;
  };
}

/**
 * The function, which computes its result once. The view before and the view now are both in use for a
 * moment: each keeps its own, where `latest` would compute both again and again.
 */
function once<R>(make: () => R): () => R {
  let known: { readonly made: R } | undefined;
  return () => {
    known ??= { made: make() };
    return known.made;
  };
}
