import { type Axis, placeOn } from "./axis";
import { type Band, type Mark, type Panel, type Series, toBand } from "./mark";

/** A part of an axis, from one value to another. */
export type Reach = readonly [from: number, to: number];

/** How a mark is drawn along its axis, in values of the axis. */
export interface Extent {
  /** What it states at least, from zero on; without a zero to start from, from bound to bound. */
  readonly solid: Reach | null;
  /** Beyond that, as far as it may be. */
  readonly pale: Reach | null;
  /** One number that is no length. */
  readonly point: number | null;
  /** Beyond a bound all is open. */
  readonly open: "more" | "less" | null;
}

/** A mark with its numbers as a chart takes them. */
export interface Point extends Mark {
  /** Null of words, which have no place on an axis. */
  readonly extent: Extent | null;
  /** All that it covers, the zero that it starts from included. */
  readonly span: Reach;
  /** The one number that it states; null of a bound, a range or words. */
  readonly value: number | null;
}

/** A band as a row of a chart's data. */
export interface Row extends Omit<Band, "marks"> {
  /** Of each slot what stands in it: a figure, and the parts inside it; of a time line all of a row. */
  readonly slots: readonly (readonly Point[])[];
  /** The one number of its first mark. */
  readonly value: number | null;
  /** The one number that each run states here; a line breaks where it is null. */
  readonly runs: readonly (number | null)[];
}

/** The rows of a series: its bands with the numbers of their marks. */
export function rowsOf(series: Series): readonly Row[] {
  const { kind, bands, layout } = series;
  const count = slotsOf(series);
  const blank = layout === "columns" ? blanks(columnsOf(series) - bands.length) : [];
  return [...bands, ...blank].map(({ marks, ...band }) => {
    const points = marks.map((mark) => toPoint(mark, kind, panelAt(series, mark.slot).axis));
    const oneOf = (ids: readonly string[]) =>
      points.find(({ id, value }) => ids.includes(id) && value !== null)?.value ?? null;
    return {
      ...band,
      slots: Array.from({ length: count }, (_, at) => points.filter(({ slot }) => slot === at)),
      value: points[0]?.value ?? null,
      runs: series.runs.map(({ ids }) => oneOf(ids)),
    };
  });
}

/** How many years have room side by side: at least four, so that one or two do not make bars of half the width. */
export function columnsOf({ bands }: Pick<Series, "bands">): number {
  return Math.max(4, bands.length);
}

/** Bands without a name. */
function blanks(count: number): readonly Band[] {
  return Array.from({ length: count }, (_, index) =>
    toBand({ key: `blank-${index}`, label: "\u00a0".repeat(index + 1) }),
  );
}

/** A mark with its numbers on an axis. */
export function toPoint(mark: Mark, kind: Series["kind"], axis: Axis): Point {
  const extent = extentOf(mark, kind, axis);
  const { solid, pale, point } = extent ?? { solid: null, pale: null, point: axis.edge };
  const ends = [...(solid ?? []), ...(pale ?? []), ...(point === null ? [] : [point])];
  const value = mark.low !== null && mark.low === mark.high ? placeOn(axis, mark.low) : null;
  return { ...mark, extent, span: [Math.min(...ends), Math.max(...ends)], value };
}

const fromZero: readonly Series["kind"][] = ["trend", "change", "parts", "casualties"];

/** How a mark is drawn; null for words. A logarithmic axis has no zero, so there is no length on it. */
export function extentOf(
  { low, high, precision }: Mark,
  kind: Series["kind"],
  axis: Axis,
): Extent | null {
  const [first, last] = [low ?? high, high ?? low];
  const isWords = precision === "words" && axis.scale !== "time";
  if (first === null || last === null || isWords) return null;
  const [from, to] = [placeOn(axis, first), placeOn(axis, last)];
  const open = high === null ? "more" : low === null ? "less" : null;
  const shape = { solid: null, pale: null, point: null, open } as const;
  const isLength = fromZero.includes(kind) && axis.scale === "linear" && low !== null;
  if (!isLength) return from === to ? { ...shape, point: from } : { ...shape, solid: [from, to] };
  const pale = from === to ? null : ([from, to] as const);
  const inner = from > 0 ? from : Math.min(0, to);
  if (inner === 0) return pale ? { ...shape, pale } : { ...shape, point: 0 };
  return { ...shape, pale, solid: [Math.min(0, inner), Math.max(0, inner)] };
}

/** How many figures stand side by side in the fullest band. */
export function slotsOf({ bands }: Pick<Series, "bands">): number {
  const marks = bands.flatMap((band) => band.marks);
  return marks.reduce((most, { slot }) => Math.max(most, slot + 1), 1);
}

/** A measure, or two beside each other. */
export function panelsOf(series: Series): readonly Panel[] {
  return [series, ...(series.beside ? [series.beside] : [])];
}

/** The index of the panel in which a slot stands: the columns of a year share one. */
export function panelIndex({ layout }: Pick<Series, "layout">, slot: number): number {
  return layout === "columns" ? 0 : slot;
}

/** The panel in which a slot stands. */
export function panelAt(series: Series, slot: number): Panel {
  return panelsOf(series)[panelIndex(series, slot)] ?? series;
}

/** Where a panel of two begins, and how wide it and its longest bar are, as shares of the plot. */
export function panelOf(isBeside: boolean, index: number) {
  const width = isBeside ? 0.47 : 1;
  return { start: index * 0.53, width, bar: width * (isBeside ? 0.54 : 0.8) };
}
