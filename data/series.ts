import { type Axis, toAxis } from "./axis";
import type { ChartKind } from "./descriptor";
import { boundsOf, type Figure, type Precision } from "./figure";
import { formatEstimate, formatPeriod } from "./format";
import type { Names } from "./names";
import { spanOf } from "./period";

/** A figure as a chart draws it; `low` and `high` are null where it states no bound. */
export interface Mark {
  readonly id: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly precision: Precision;
  /** The value as the table shows it; words without quotation marks. */
  readonly text: string;
  readonly document: string;
  /** Contained in another figure. */
  readonly isPart: boolean;
}

/** A column or a lane: a year with its figures, or one figure with its name. */
export interface Band {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** Side by side. */
  readonly marks: readonly Mark[];
  /** Drawn inside the first mark that is wide enough to hold them. */
  readonly parts: readonly Mark[];
}

export interface Series {
  readonly kind: ChartKind;
  readonly layout: "columns" | "lanes";
  readonly measure: string;
  readonly unit: string;
  readonly axis: Axis;
  readonly bands: readonly Band[];
  /** Figures of the measure that the chart does not draw, with the reason for people. */
  readonly undrawn: readonly { readonly id: string; readonly reason: string }[];
}

export interface SeriesRequest {
  readonly kind: ChartKind;
  readonly measure: string;
  /** All figures of the sheet, since a part of a series stays one when its neighbours are filtered out. */
  readonly all: readonly Figure[];
  /** The rows stand in an order that the reader asked for, which the bands then keep. */
  readonly isSorted: boolean;
  readonly names: Names;
}

/** Rows of a view → what its chart draws: figures of one measure, an echo never twice. */
export function toSeries(rows: readonly Figure[], request: SeriesRequest): Series {
  const { kind, measure } = request;
  const figures = drawnOnce(
    rows.filter((row) => row.measure === measure),
    rootsIn(request.all),
  );
  const { bands, undrawn } = (kind === "trend" ? toColumns : toLanes)(figures, request);
  const marks = bands.flatMap((band) => [...band.marks, ...band.parts]);
  return {
    kind,
    layout: kind === "trend" ? "columns" : "lanes",
    measure,
    unit: request.all.find((figure) => figure.measure === measure)?.unit ?? "",
    axis: toAxis(marks.flatMap(({ low, high }) => [low ?? 0, high ?? 0])),
    bands,
    undrawn,
  };
}

/** Leaves out a figure that says again what another one of them says, so that it is drawn once. */
function drawnOnce(figures: readonly Figure[], rootOf: RootOf): readonly Figure[] {
  const roots = figures.map(({ id }) => rootOf(id));
  return figures.filter((_, index) => roots.indexOf(roots[index] ?? "") === index);
}

/** From a figure's id to the id of the one that it repeats in the end: its own where it repeats none. */
type RootOf = (id: string) => string;

function rootsIn(all: readonly Figure[]): RootOf {
  const echoes = new Map(all.map(({ id, echoes }) => [id, echoes]));
  return (id) => {
    let root = id;
    for (let next = echoes.get(root); next && next !== id; next = echoes.get(root)) root = next;
    return root;
  };
}

type Drawn = Pick<Series, "bands" | "undrawn">;

/** Years side by side: counts of whole years that the sheet states for more than one year. */
function toColumns(figures: readonly Figure[], { all, measure, isSorted }: SeriesRequest): Drawn {
  const rootOf = rootsIn(all);
  const yearly = yearlyIds(all.filter((figure) => figure.measure === measure));
  const years = new Map(
    all.filter(({ id }) => yearly.has(id)).map((each) => [each.id, yearOf(each)]),
  );
  /** The year of a count, and for a part the year of its whole. */
  const bandOf = ({ id, part_of }: Figure) => years.get(id) ?? years.get(part_of ?? "");
  const drawn = figures.filter((figure) => bandOf(figure) !== undefined);
  const stated = drawn.flatMap((figure) => bandOf(figure) ?? []);
  const bands = [...new Set(isSorted ? stated : allYears(stated))].map((year): Band => {
    const here = drawn.filter((figure) => bandOf(figure) === year);
    const roots = new Set(here.map(({ id }) => rootOf(id)));
    const isInside = ({ part_of }: Figure) => part_of !== null && roots.has(rootOf(part_of));
    const marks = here.filter((figure) => !isInside(figure)).map(toMark);
    return { key: year, label: year, detail: "", marks, parts: here.filter(isInside).map(toMark) };
  });
  const undrawn = figures
    .filter((figure) => !drawn.includes(figure))
    .map(({ id }) => ({ id, reason: "no count of the same thing for another whole year" }));
  return { bands, undrawn };
}

/** Ids of figures that count the same thing, in the same place, for at least two whole years. */
export function yearlyIds(figures: readonly Figure[]): ReadonlySet<string> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (!isWholeYear(figure)) continue;
    const { measure, actor, subject, place } = figure;
    const key = JSON.stringify([measure, actor, subject, place]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const series = [...groups.values()].filter((group) => new Set(group.map(yearOf)).size > 1);
  return new Set(series.flat().map(({ id }) => id));
}

function isWholeYear({ start, end }: Figure): boolean {
  return start !== null && start === end && start.length === 4;
}

/** The year in which a period starts; "" where none is stated. */
export function yearOf({ start }: Figure): string {
  return (start ?? "").slice(0, 4);
}

/** All years from the first to the last, so that a year without a figure is a gap. */
function allYears(years: readonly string[]): readonly string[] {
  const [first, last] = [Math.min(...years.map(Number)), Math.max(...years.map(Number))];
  if (years.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** One lane a figure, named by what it counts. */
function toLanes(figures: readonly Figure[], { kind, isSorted, names }: SeriesRequest): Drawn {
  const ordered = isSorted ? figures : laneOrders[kind](figures);
  const bands = ordered.map((figure): Band => {
    const { label, detail } = laneNames[kind](figure, names, figures);
    return { key: figure.id, label, detail, marks: [toMark(figure)], parts: [] };
  });
  return { bands, undrawn: [] };
}

const byTime = (figures: readonly Figure[]) =>
  figures.toSorted((a, b) => compare(spanOf(a)?.from ?? "9999", spanOf(b)?.from ?? "9999"));

const laneOrders: { readonly [kind in ChartKind]: (figures: readonly Figure[]) => Figure[] } = {
  trend: byTime,
  ranges: byTime,
  events: (figures) => {
    const first = new Map<string, string>();
    const from = (figure: Figure) => spanOf(figure)?.from ?? "9999";
    const keyOf = ({ event, id }: Figure) => event ?? id;
    for (const figure of byTime(figures))
      first.set(keyOf(figure), first.get(keyOf(figure)) ?? from(figure));
    const begin = (figure: Figure) => `${first.get(keyOf(figure))} ${keyOf(figure)}`;
    return figures.toSorted((a, b) => compare(begin(a), begin(b)));
  },
  parts: (figures) => {
    const ids = new Set(figures.map(({ id }) => id));
    const wholes = figures.filter(({ part_of }) => !part_of || !ids.has(part_of));
    const withParts = (whole: Figure): Figure[] => [
      whole,
      ...figures.filter(({ part_of }) => part_of === whole.id).flatMap(withParts),
    ];
    return byTime(wholes).flatMap(withParts);
  },
};

type LaneName = (
  figure: Figure,
  names: Names,
  figures: readonly Figure[],
) => Pick<Band, "label" | "detail">;

const bySubject: LaneName = (figure) => ({
  label: figure.subject ?? figure.as_printed,
  detail: [figure.place, formatPeriod(figure)].filter(Boolean).join(", "),
});

const laneNames: { readonly [kind in ChartKind]: LaneName } = {
  trend: bySubject,
  ranges: bySubject,
  parts: bySubject,
  events: (figure, { events }, figures) => {
    const others = figures.filter(({ event }) => event !== null && event === figure.event);
    const isOneFact = new Set(others.map(({ id, fact }) => fact ?? id)).size === 1;
    return {
      label: (figure.event && events[figure.event]) || (figure.place ?? figure.as_printed),
      detail: [isOneFact ? null : figure.subject, formatPeriod(figure)].filter(Boolean).join(", "),
    };
  },
};

function toMark(figure: Figure): Mark {
  const { id, precision, document, part_of } = figure;
  const text = precision === "words" ? figure.as_printed : formatEstimate(figure);
  return { id, ...boundsOf(figure), precision, text, document, isPart: part_of !== null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
