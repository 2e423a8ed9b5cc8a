import type { Figure } from "../figure/figure";
import type { Names } from "../figure/names";
import { originalIn } from "../figure/repeat";
import type { Chart, ChartKind } from "../table/descriptor";
import { keptByName } from "../table/kept";
import { spanOf } from "../table/period";
import type { ViewPart } from "../view/view";
import { type Axis, toAxis, toLogAxis, within } from "./axis";
import { toEventRows } from "./event-rows";
import { hasScale, kindOf, kindsOf } from "./kind";
import { toLanes } from "./lanes";
import {
  type Band,
  type LayoutResult,
  type Mark,
  marksOf,
  type Panel,
  type Series,
  type SeriesRequest,
  type Undrawn,
} from "./mark";
import { panelOf } from "./rows";
import { toRuns } from "./runs";
import { toTimeRows } from "./time-rows";
import { toChanges, toYears } from "./year-columns";

type Draw = (figures: readonly Figure[], request: SeriesRequest) => LayoutResult;

/** What the axis of a measure counts. */
type Title = (measure: string, request: SeriesRequest) => string;

const ofUnit =
  (a = ""): Title =>
  (measure, request) =>
    `${unitOf(measure, request)}${a}${request.scale === "log" ? ", logarithmic" : ""}`;

const ofMeasure: Title = (measure, { names }) => names.measures[measure] ?? measure;

const layouts: {
  readonly [kind in ChartKind]: readonly [layout: Series["layout"], draw: Draw, title: Title];
} = {
  trend: ["columns", toYears, ofUnit(" a year")],
  line: ["columns", toYears, ofUnit(" a year")],
  change: ["columns", toChanges, () => "change on the year before, per cent"],
  ranges: ["lanes", toLanes, ofUnit()],
  parts: ["lanes", toLanes, ofUnit()],
  casualties: ["events", toEventRows, ofMeasure],
  timeline: ["times", toTimeRows, () => "year"],
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
  const isMuted =
    view.mute.length > 0 &&
    marksOf(toSeries(rows, { ...request, kind: usual, mute: [] })).length > 0;
  if (isMuted) return first;
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
  const { kind, measure, mute = [], names, all: sheet } = request;
  const beside = (kind === "casualties" && request.beside) || null;
  const measures = [measure, ...(beside ? [beside] : [])];
  const own = kind === "timeline" ? rows : rows.filter((row) => measures.includes(row.measure));
  const { figures, undrawn } = sortOut(own, request);
  const [layout, draw, titleOf] = layouts[kind];
  const drawn = draw(figures, request);
  const bands = markParts(drawn.bands, figures, sheet);
  const all = marksOf({ bands });
  const isShared = new Set(measures.map((each) => unitOf(each, request))).size === 1;
  const panel = (measure: string, index: 0 | 1): Panel => {
    const own = isShared ? all : all.filter(({ slot }) => slot === index);
    const axis = drawn.axis ?? axisOf(own, request, beside !== null);
    const { start, bar } = panelOf(Boolean(beside), index);
    return {
      measure,
      title: titleOf(measure, request),
      detail: kind === "casualties" ? detailOf(measure, request) : "",
      axis: layout === "events" ? within(axis, start, start + bar) : axis,
      of: countOf(sheet, kind === "timeline" ? "" : measure),
    };
  };
  const counted = new Set(all.flatMap(({ id, isInside }) => (isInside ? [] : [id])));
  const hasRuns = kind === "trend" || kind === "line";
  const drawnOf = new Set(all.map(({ document }) => document));
  return {
    ...panel(measure, 0),
    kind,
    layout,
    beside: beside ? panel(beside, 1) : null,
    bands,
    runs: hasRuns
      ? toRuns(
          figures.filter(({ id }) => counted.has(id)),
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

/** An axis of half the plot has room for half of the ticks. */
function axisOf(marks: readonly Mark[], { kind, scale }: SeriesRequest, isHalf: boolean): Axis {
  const stated = marks.flatMap(({ low, high }) => [low, high].filter((value) => value !== null));
  const isLog = hasScale({ kind }) && scale === "log";
  return isLog ? toLogAxis(stated) : toAxis(stated, isHalf ? 2 : 4);
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
  return bands.map((band) => ({ ...band, marks: band.marks.map(mark) }));
}

/** How many figures of a measure there are, of all measures ("") those with a date; kept a sheet. */
const countOf = keptByName((all: readonly Figure[], measure) => {
  const ids = new Set(all.map(({ id }) => id));
  const isOwn = (figure: Figure) =>
    measure ? figure.measure === measure : spanOf(figure) !== null;
  return all.filter((figure) => isOwn(figure) && !ids.has(figure.echoes ?? "")).length;
});

/** What an axis under the title of its measure still has to say. */
function detailOf(measure: string, request: SeriesRequest): string {
  const unit = unitOf(measure, request);
  const isNew = unit !== ofMeasure(measure, request).toLowerCase();
  return [isNew ? unit : "", request.scale === "log" ? "logarithmic" : ""]
    .filter(Boolean)
    .join(", ");
}

function unitOf(measure: string, { all }: SeriesRequest): string {
  return all.find((figure) => figure.measure === measure)?.unit ?? "";
}

/** Leaves out what the reader muted, and what says again what another figure says. */
function sortOut(rows: readonly Figure[], { all, mute = [], names }: SeriesRequest) {
  const originalOf = originalIn(all);
  const heard = mute.length > 0 ? rows.filter(({ document }) => !mute.includes(document)) : rows;
  const firsts = new Set<string>();
  const figures = heard.filter(({ id }) => {
    const original = originalOf(id);
    return !firsts.has(original) && firsts.add(original);
  });
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
