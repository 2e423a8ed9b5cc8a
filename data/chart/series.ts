import type { Figure } from "../figure/figure";
import type { Names } from "../figure/names";
import { originalIn } from "../figure/repeat";
import type { Chart, ChartKind } from "../table/descriptor";
import type { ViewPart } from "../view/view";
import { type Axis, toNumberAxis } from "./axis";
import { toEventRows } from "./event-rows";
import { kindOf, kindsOf } from "./kind";
import { toLanes } from "./lanes";
import type { Band, LayoutResult, Mark, Panel, Series, SeriesRequest, Undrawn } from "./mark";
import { toTimeRows } from "./time-rows";
import { toChanges, toYears } from "./year-columns";

type Layout = (figures: readonly Figure[], request: SeriesRequest) => LayoutResult;

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
  view: ViewPart<"chart">,
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
  const originalOf = originalIn(all);
  const heard = rows.filter(({ document }) => !mute.includes(document));
  const originals = heard.map(({ id }) => originalOf(id));
  const figures = heard.filter((_, index) => originals.indexOf(originals[index] ?? "") === index);
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
