import type { Figure, Precision } from "../figure/figure";
import type { Names } from "../figure/names";
import type { Chart } from "../table/descriptor";
import type { View } from "../view/view";
import { type Axis, type ScaleName, toNumberAxis } from "./axis";
import { toEventRows } from "./event-rows";
import { type ChartKind, kindOf, kindsOf } from "./kind";
import { toLanes } from "./lanes";
import { rootsIn } from "./mark";
import { toTimeRows } from "./time-rows";
import { toChanges, toYears } from "./year-columns";

/** A figure as a chart draws it. */
export interface Mark {
  readonly id: string;
  /** Where it begins and ends on its axis; null where it states no bound. */
  readonly low: number | null;
  readonly high: number | null;
  readonly precision: Precision;
  /** The value as the table shows it; words without quotation marks. */
  readonly text: string;
  readonly document: string;
  /** Contained in another figure. */
  readonly isPart: boolean;
}

/** A column, a lane or a row: a year, a figure with its name, or a line of a time axis. */
export interface Band {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** What the time axis says beside a row; "" where it says nothing new. */
  readonly tick: string;
  /** Side by side. */
  readonly marks: readonly Mark[];
  /** Drawn inside the first mark that is wide enough to hold them. */
  readonly parts: readonly Mark[];
  /** Of the second measure, on an axis of its own. */
  readonly beside: readonly Mark[];
}

/** One measure on one axis. */
export interface Panel {
  readonly measure: string;
  /** What the axis counts. */
  readonly title: string;
  /** More of it, where there is room. */
  readonly detail: string;
  readonly axis: Axis;
}

export interface Undrawn {
  readonly id: string;
  /** For people, between "3 figures" and "are not drawn". */
  readonly reason: string;
}

export interface Series extends Panel {
  readonly kind: ChartKind;
  readonly layout: "columns" | "lanes" | "events" | "times";
  readonly unit: string;
  readonly beside: Panel | null;
  readonly bands: readonly Band[];
  /** Figures that the chart does not draw, each with the reason. */
  readonly undrawn: readonly Undrawn[];
  /** Documents whose figures are drawn or only muted, in the order of the workbook. */
  readonly documents: readonly string[];
}

export interface SeriesRequest {
  readonly kind: ChartKind;
  readonly measure: string;
  readonly beside?: string | null;
  /** All figures of the sheet, since a part of a series stays one when its neighbours are filtered out. */
  readonly all: readonly Figure[];
  /** The rows stand in an order that the reader asked for, which the bands then keep. */
  readonly isSorted: boolean;
  readonly scale?: ScaleName;
  /** Documents that are left out. */
  readonly mute?: readonly string[];
  readonly names: Names;
}

/** What a layout makes of figures; a time line brings the axis that its rows were packed for. */
export interface Drawn extends Pick<Series, "bands" | "undrawn"> {
  readonly axis?: Axis;
}

type Layout = (figures: readonly Figure[], request: SeriesRequest) => Drawn;

const layouts: {
  readonly [kind in ChartKind]: { readonly layout: Series["layout"]; readonly draw: Layout };
} = {
  trend: { layout: "columns", draw: toYears },
  change: { layout: "columns", draw: toChanges },
  ranges: { layout: "lanes", draw: toLanes },
  parts: { layout: "lanes", draw: toLanes },
  casualties: { layout: "events", draw: toEventRows },
  timeline: { layout: "times", draw: toTimeRows },
};

/**
 * The chart of a sheet as a view asks for it. Where it asks for no kind and the usual one draws
 * nothing of these rows, another that suits draws them.
 */
export function toSeriesOf(
  rows: readonly Figure[],
  view: Pick<View, "chart" | "measure" | "scale" | "mute" | "sort">,
  { chart, figures }: { readonly chart: Chart; readonly figures: readonly Figure[] },
  names: Names,
): Series {
  const measure = view.measure ?? chart.measure;
  const usual = kindOf(view, chart, figures, names);
  const request = {
    measure,
    beside: measure === chart.measure ? (chart.beside ?? null) : null,
    all: figures,
    isSorted: view.sort.length > 0,
    scale: view.scale,
    mute: view.mute,
    names,
  };
  const first = toSeries(rows, { ...request, kind: usual });
  if (view.chart || marksOf(first).length > 0) return first;
  for (const kind of kindsOf(figures, measure, names)) {
    const other = toSeries(rows, { ...request, kind });
    if (marksOf(other).length > 0) return other;
  }
  return first;
}

/** Rows of a view → what its chart draws, each figure once; the others are named with the reason. */
export function toSeries(rows: readonly Figure[], request: SeriesRequest): Series {
  const { kind, measure, mute = [], names } = request;
  const measures = kind === "casualties" ? [measure, request.beside] : [measure];
  const own = kind === "timeline" ? rows : rows.filter((row) => measures.includes(row.measure));
  const { figures, undrawn } = sortOut(own, request);
  const { layout, draw } = layouts[kind];
  const drawn = draw(figures, request);
  const panel = (measure: string, of: (band: Band) => readonly Mark[]): Panel => ({
    measure,
    title: titles[kind](measure, request),
    detail: kind === "casualties" ? ofUnit(measure, request) : "",
    axis: drawn.axis ?? axisOf(drawn.bands.flatMap(of), request),
  });
  const beside = kind === "casualties" ? request.beside : null;
  return {
    ...panel(measure, ({ marks, parts }) => [...marks, ...parts]),
    kind,
    layout,
    unit: kind === "change" ? "percent" : unitOf(measure, request),
    beside: beside ? panel(beside, (band) => band.beside) : null,
    bands: drawn.bands,
    undrawn: [...undrawn, ...drawn.undrawn],
    documents: Object.keys(names.documents).filter(
      (id) =>
        marksOf(drawn).some(({ document }) => document === id) ||
        (mute.includes(id) && own.some(({ document }) => document === id)),
    ),
  };
}

/** All marks of a series in the order in which a reader walks them. */
export function marksOf({ bands }: Pick<Series, "bands">): readonly Mark[] {
  return bands.flatMap(({ marks, parts, beside }) => [...marks, ...parts, ...beside]);
}

/** True where the axis of a kind may be logarithmic: a change may be negative, and time is no number. */
export function hasScale({ kind }: Pick<Series, "kind">): boolean {
  return kind !== "change" && kind !== "timeline";
}

function axisOf(marks: readonly Mark[], { kind, scale = "linear" }: SeriesRequest): Axis {
  const values = marks.flatMap(({ low, high }) => [low ?? high ?? 0, high ?? low ?? 0]);
  const stated = marks.flatMap(({ low, high }) => [low, high].filter((value) => value !== null));
  return hasScale({ kind }) && scale === "log"
    ? toNumberAxis.log(stated)
    : toNumberAxis.linear(values);
}

const ofUnit = (measure: string, request: SeriesRequest) =>
  `${unitOf(measure, request)}${logOf(request)}`;

/** What the axis of each kind counts. */
const titles: {
  readonly [kind in ChartKind]: (measure: string, request: SeriesRequest) => string;
} = {
  trend: (measure, request) => `${unitOf(measure, request)} a year${logOf(request)}`,
  change: () => "change on the year before, per cent",
  ranges: ofUnit,
  parts: ofUnit,
  casualties: (measure, { names }) => names.measures[measure] ?? measure,
  timeline: () => "year",
};

function logOf({ scale }: SeriesRequest): string {
  return scale === "log" ? ", logarithmic" : "";
}

function unitOf(measure: string, { all }: SeriesRequest): string {
  return all.find((figure) => figure.measure === measure)?.unit ?? "";
}

/** Leaves out what the reader muted, and what says again what another figure says. */
function sortOut(rows: readonly Figure[], { all, mute = [] }: SeriesRequest) {
  const rootOf = rootsIn(all);
  const heard = rows.filter(({ document }) => !mute.includes(document));
  const roots = heard.map(({ id }) => rootOf(id));
  const figures = heard.filter((_, index) => roots.indexOf(roots[index] ?? "") === index);
  const undrawn = rows
    .filter((row) => !figures.includes(row))
    .map((row): Undrawn => {
      const reason = heard.includes(row)
        ? "repeated from another one"
        : "of a document that is muted";
      return { id: row.id, reason };
    });
  return { figures, undrawn };
}
