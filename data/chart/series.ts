import type { Figure } from "../figure/figure";
import type { Names } from "../figure/names";
import { originalIn } from "../figure/repeat";
import type { Chart, ChartKind } from "../table/descriptor";
import { spanOf } from "../table/period";
import type { ViewPart } from "../view/view";
import { type Axis, toNumberAxis, within } from "./axis";
import { toEventRows } from "./event-rows";
import { kindOf, kindsOf } from "./kind";
import { toLanes } from "./lanes";
import type { Band, LayoutResult, Mark, Panel, Series, SeriesRequest, Undrawn } from "./mark";
import { panelOf } from "./rows";
import { toRuns } from "./runs";
import { toTimeRows } from "./time-rows";
import { toChanges, toYears } from "./year-columns";

type Layout = (figures: readonly Figure[], request: SeriesRequest) => LayoutResult;

const layouts: {
  readonly [kind in ChartKind]: { readonly layout: Series["layout"]; readonly draw: Layout };
} = {
  trend: { layout: "columns", draw: toYears },
  line: { layout: "columns", draw: toYears },
  change: { layout: "columns", draw: toChanges },
  ranges: { layout: "lanes", draw: toLanes },
  parts: { layout: "lanes", draw: toLanes },
  casualties: { layout: "events", draw: toEventRows },
  timeline: { layout: "times", draw: toTimeRows },
};

/**
 * The chart of a sheet as a view asks for it. Where it asks for no kind and the usual one draws
 * nothing of these rows, switched off or not, another that suits draws them.
 */
export function toSeriesOf(
  rows: readonly Figure[],
  view: ViewPart<"chart">,
  { chart, figures }: { readonly chart: Chart; readonly figures: readonly Figure[] },
  names: Names,
): Series {
  const measure = view.measure ?? chart.measure;
  const usual = kindOf(view, chart, figures, names);
  const request = requestOf(view, { chart, figures }, names);
  const first = toSeries(rows, { ...request, kind: usual });
  if (view.chart || marksOf(first).length > 0) return first;
  // A reader who has switched off all that this kind draws asked for no other kind.
  const whole = toSeries(rows, { ...request, kind: usual, mute: [] });
  if (marksOf(whole).length > 0) return first;
  for (const kind of kindsOf(figures, measure, names)) {
    const other = toSeries(rows, { ...request, kind });
    if (marksOf(other).length > 0) return other;
  }
  return first;
}

/** What a view asks of the chart of a sheet, but for the kind. */
export function requestOf(
  view: ViewPart<"chart">,
  { chart, figures }: { readonly chart: Chart; readonly figures: readonly Figure[] },
  names: Names,
): Omit<SeriesRequest, "kind"> {
  const measure = view.measure ?? chart.measure;
  return {
    measure,
    beside: measure === chart.measure ? (chart.beside ?? null) : null,
    all: figures,
    isSorted: view.sort.length > 0,
    scale: view.scale,
    mute: view.mute,
    names,
  };
}

/** Rows of a view → what its chart draws, each figure once; the others are named with the reason. */
export function toSeries(rows: readonly Figure[], request: SeriesRequest): Series {
  const { kind, measure, mute = [], names } = request;
  const measures = kind === "casualties" ? [measure, request.beside] : [measure];
  const own = kind === "timeline" ? rows : rows.filter((row) => measures.includes(row.measure));
  const { figures, undrawn } = sortOut(own, request);
  const { layout, draw } = layouts[kind];
  const drawn = draw(figures, request);
  const bands = markParts(drawn.bands, figures, request.all);
  const beside = kind === "casualties" ? request.beside : null;
  const isShared = beside ? unitOf(measure, request) === unitOf(beside, request) : false;
  const all = marksOf({ bands });
  const panel = (measure: string, marks: readonly Mark[], index: 0 | 1): Panel => {
    const axis = drawn.axis ?? axisOf(isShared ? all : marks, request);
    const { start, bar } = panelOf(Boolean(beside), index);
    return {
      measure,
      title: titles[kind](measure, request),
      detail: kind === "casualties" ? detailOf(measure, request) : "",
      axis: layout === "events" ? within(axis, start, start + bar) : axis,
      of: countOf(measure, request),
    };
  };
  const side = (name: "marks" | "parts" | "beside") => bands.flatMap((band) => band[name]);
  const ids = new Set(bands.flatMap(({ marks }) => marks.map(({ id }) => id)));
  const drawnOf = new Set(all.map(({ document }) => document));
  return {
    ...panel(measure, [...side("marks"), ...side("parts")], 0),
    kind,
    layout,
    unit: kind === "change" ? "percent" : unitOf(measure, request),
    beside: beside ? panel(beside, side("beside"), 1) : null,
    bands,
    runs:
      kind === "trend" || kind === "line"
        ? toRuns(
            figures.filter(({ id }) => ids.has(id)),
            request,
          )
        : [],
    gaps: drawn.gaps ?? [],
    undrawn: [...undrawn, ...drawn.undrawn],
    documents: Object.keys(names.documents).filter(
      (id) => drawnOf.has(id) || (mute.includes(id) && own.some(({ document }) => document === id)),
    ),
    thinning: "",
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
  const stated = marks.flatMap(({ low, high }) => [low, high].filter((value) => value !== null));
  return hasScale({ kind }) && scale === "log"
    ? toNumberAxis.log(stated)
    : toNumberAxis.linear(stated);
}

/** A figure is drawn as a part only where its whole is drawn as well. */
function markParts(
  bands: readonly Band[],
  figures: readonly Figure[],
  all: readonly Figure[],
): readonly Band[] {
  const rootOf = originalIn(all);
  const drawn = new Set(marksOf({ bands }).map(({ id }) => rootOf(id)));
  const wholes = new Map(figures.map(({ id, part_of }) => [id, part_of]));
  const mark = (each: Mark): Mark => {
    const whole = wholes.get(each.id) ?? null;
    const isPart = each.isPart && whole !== null && drawn.has(rootOf(whole));
    return isPart === each.isPart ? each : { ...each, isPart };
  };
  return bands.map((band) => ({
    ...band,
    marks: band.marks.map(mark),
    parts: band.parts.map(mark),
    beside: band.beside.map(mark),
  }));
}

const counts = new WeakMap<readonly Figure[], Map<string, number>>();

/** How many figures of a measure there are, on a time line of all measures with a date; kept a sheet. */
function countOf(measure: string, request: SeriesRequest): number {
  const { kind, all } = request;
  const ofSheet = counts.get(all) ?? new Map<string, number>();
  counts.set(all, ofSheet);
  const key = kind === "timeline" ? "" : measure;
  const found = ofSheet.get(key) ?? count(measure, request);
  ofSheet.set(key, found);
  return found;
}

function count(measure: string, { kind, all }: SeriesRequest): number {
  const ids = new Set(all.map(({ id }) => id));
  const isOwn = (figure: Figure) =>
    kind === "timeline" ? spanOf(figure) !== null : figure.measure === measure;
  return all.filter(
    (figure) => isOwn(figure) && !(figure.echoes !== null && ids.has(figure.echoes)),
  ).length;
}

/** What an axis under the title of its measure still has to say. */
function detailOf(measure: string, request: SeriesRequest): string {
  const unit = unitOf(measure, request);
  const isNew = unit !== titles.casualties(measure, request).toLowerCase();
  return [isNew ? unit : "", request.scale === "log" ? "logarithmic" : ""]
    .filter(Boolean)
    .join(", ");
}

const ofUnit = (measure: string, request: SeriesRequest) =>
  `${unitOf(measure, request)}${logOf(request)}`;

const aYear = (measure: string, request: SeriesRequest) =>
  `${unitOf(measure, request)} a year${logOf(request)}`;

/** What the axis of each kind counts. */
const titles: {
  readonly [kind in ChartKind]: (measure: string, request: SeriesRequest) => string;
} = {
  trend: aYear,
  line: aYear,
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
function sortOut(rows: readonly Figure[], { all, mute = [], names }: SeriesRequest) {
  const originalOf = originalIn(all);
  const heard = rows.filter(({ document }) => !mute.includes(document));
  const firsts = new Map(heard.toReversed().map((figure) => [originalOf(figure.id), figure]));
  const figures = heard.filter((figure) => firsts.get(originalOf(figure.id)) === figure);
  const [known, said] = [new Set(figures), new Set(heard)];
  const undrawn = rows
    .filter((row) => !known.has(row))
    .map((row): Undrawn => {
      const reason = said.has(row)
        ? "same statement as another row"
        : `${names.documents[row.document] ?? row.document} is switched off`;
      return { id: row.id, reason };
    });
  return { figures, undrawn };
}
