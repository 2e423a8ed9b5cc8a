import { positionOn, valueAt, yearOfDay } from "@/data/chart/axis";
import type { Band, Mark, Panel, Series } from "@/data/chart/mark";
import { toBand } from "@/data/chart/mark";
import { firstSigns } from "@/data/table/problem";
import type { ValueRange } from "@/data/view/value-range";

/** Space around the plot in CSS pixels; `.static-…` in the style sheet agree. */
export const margins = {
  columns: { top: 46, right: 8, bottom: 48, left: 60 },
  lanes: { top: 6, right: 20, bottom: 50, left: 8 },
  events: { top: 44, right: 20, bottom: 28, left: 44 },
  times: { top: 28, right: 16, bottom: 28, left: 8 },
} as const;

const columnsHeight = { usual: 372, small: 190 };

/** Height of a lane, which has a line of text above its bar, and of the rows of a time axis. */
export const rowHeights = { columns: 0, lanes: 46, events: 20, times: 16 } as const;

export const barTop = 22;
export const barHeight = 12;

/** What a chart draws, and whether it is one of many on a page. */
export type Drawing = Series & { readonly isSmall?: boolean };

/** Height of a chart in CSS pixels; its width is what the page gives it. */
export function heightOf({ layout, bands, isSmall = false }: Drawing): number {
  const { top, bottom } = margins[layout];
  return layout === "columns"
    ? columnsHeight[isSmall ? "small" : "usual"]
    : top + bottom + rowHeights[layout] * Math.max(1, bands.length);
}

/** Height of the part of a chart in which marks stand, in CSS pixels. */
export function plotHeight(series: Drawing): number {
  const { top, bottom } = margins[series.layout];
  return heightOf(series) - top - bottom;
}

/** About the height of a slice on paper, in CSS pixels; the eighth part of a page. */
const sliceHeight = 120;

/**
 * A chart cut between its rows, from where to where in CSS pixels: what stands above the rows stays with
 * the first, what stands below them with the last. Columns are one piece.
 */
export function slicesOf(series: Drawing): readonly { from: number; to: number }[] {
  const { layout, bands } = series;
  const row = rowHeights[layout];
  const height = heightOf(series);
  const rows = Math.max(1, Math.floor(sliceHeight / (row || height)));
  const last = Math.max(1, row === 0 ? 1 : Math.ceil(bands.length / rows));
  const cut = (slice: number) => margins[layout].top + slice * rows * row;
  return Array.from({ length: last }, (_, slice) => ({
    from: slice === 0 ? 0 : cut(slice),
    to: slice === last - 1 ? height : cut(slice + 1),
  }));
}

/** Where a value stands in a column chart, in CSS pixels from the plot's upper edge. */
export function fromTop(series: Drawing, value: number): number {
  return plotHeight(series) * (1 - positionOn(series.axis, value));
}

/** Bands of a column chart, filled up so that one or two years do not make bars of half the width. */
export function columnBands({ bands }: Series): readonly Band[] {
  const missing = Math.max(0, 4 - bands.length);
  const blanks = Array.from({ length: missing }, (_, index) => toBand({ key: `blank-${index}` }));
  return [...bands, ...blanks];
}

/** Share of a band's width that its columns take together. */
export const columnShare = 0.56;

/** How many columns stand side by side in the fullest band. */
export function slotsOf({ bands }: Series): number {
  return Math.max(1, ...bands.map(({ marks, parts }) => marks.length || parts.length));
}

/** The share of the plot that the label of a column may take. */
export function labelShare(series: Series): number {
  const [bands, slots] = [columnBands(series).length, slotsOf(series)];
  return slots === 1 ? 1 / bands : columnShare / bands / slots;
}

/** A column in CSS pixels from the plot's upper edge. */
export interface ColumnShape {
  /** What the figure states at least, from zero on. */
  readonly solid: readonly [top: number, bottom: number] | null;
  /** From its lower to its upper bound. */
  readonly range: readonly [top: number, bottom: number] | null;
  /** A number that is no length: every one on a logarithmic axis, which has no zero to start from. */
  readonly point: number | null;
  /** An upper bound, below which all is open. */
  readonly limit: number | null;
  readonly open: "up" | "down" | null;
  /** Where its value stands above it. */
  readonly label: number;
}

/** How far a mark reaches in a column chart; null for words, which have no place on an axis. */
export function columnOf({ low, high }: Mark, series: Drawing): ColumnShape | null {
  const [from, to] = [low ?? Math.min(0, high ?? 0), high ?? low];
  if (to === null || (low === null && high === null)) return null;
  const at = (value: number) => fromTop(series, value);
  const isLog = series.axis.scale === "log";
  const inner = from > 0 ? from : to < 0 ? to : 0;
  const isSolid = inner !== 0 && !isLog && low !== null;
  const solid = isSolid ? ([at(Math.max(0, inner)), at(Math.min(0, inner))] as const) : null;
  const range = from === to || low === null ? null : ([at(to), at(from)] as const);
  const point = isLog && from === to ? at(to) : null;
  const limit = low === null ? at(to) : null;
  const open = high === null ? "up" : low === null ? "down" : null;
  return {
    solid,
    range,
    point,
    limit,
    open,
    label: at(Math.max(0, to)) - (open === "up" ? 16 : 0),
  };
}

/** Places of a mark along an axis that runs with the lanes, as shares of the axis. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** An open end, drawn as an arrow. */
  readonly open: "left" | "right" | null;
  /** Drawn as a sign: one number where a chart does not count from zero, and an upper bound always. */
  readonly isPoint: boolean;
}

/** Where a mark lies in a lane; null for words, which have no place on an axis. */
export function extentOf(
  { low, high, precision }: Mark,
  kind: Series["kind"],
  { axis }: Panel,
): Extent | null {
  const first = low ?? high;
  if (first === null || precision === "words") return null;
  const at = (value: number) => positionOn(axis, value);
  const open = high === null ? "right" : low === null ? "left" : null;
  const isPoint = low === high || open !== null;
  const isFromZero = kind !== "ranges" && axis.scale !== "log" && low !== null;
  if (!isFromZero || !isPoint) return { from: at(first), to: at(high ?? first), open, isPoint };
  return { from: 0, to: at(first), open, isPoint: false };
}

/** Where a panel of two begins, and how wide it and its longest bar are, as shares of the plot. */
export function panelOf(series: Series, index: 0 | 1) {
  const width = series.beside ? 0.47 : 1;
  return { start: index * 0.53, width, bar: width * (series.beside ? 0.44 : 0.8) };
}

/** Space before the bars of a panel, in CSS pixels, for the sign of the document. */
export const signWidth = 16;

/** Widths of a chart from which on its texts have more room; `.fit-…` and `.from-…` agree. */
export const steps = [240, 320, 360, 420, 480, 560, 660, 800] as const;

/** Pixels that a share of the plot has at a step at least. */
export function roomAt(step: number, share: number, layout: Series["layout"]): number {
  const { left, right } = margins[layout];
  return ((steps[step] ?? 0) - left - right) * share;
}

/** The first step at which a share of the plot has room; the number of steps where none has. */
export function firstStep(pixels: number, share: number, layout: Series["layout"]): number {
  const step = steps.findIndex((_, index) => roomAt(index, share, layout) >= pixels);
  return step < 0 ? steps.length : step;
}

/**
 * From which step on the label of one of many equal places is shown: every one, every other one,
 * every fourth, so that those of a narrow chart stay on a wide one.
 */
export function tickStep(
  index: number,
  pixels: number,
  share: number,
  layout: Series["layout"],
): number {
  const step = steps.findIndex((_, each) => {
    const stride = 2 ** Math.ceil(Math.log2(Math.max(1, pixels / roomAt(each, share, layout))));
    return index % stride === 0;
  });
  return step < 0 ? steps.length : step;
}

/** About the width of a text in CSS pixels; on the wide side, as fonts differ. */
export function textWidth(text: string, isBold = false): number {
  return text.length * (isBold ? 8.6 : 6.9);
}

/** Text cut to a width, with an ellipsis; "" where there is no room for a word. */
export function shorten(text: string, pixels: number): string {
  const length = Math.floor(pixels / textWidth("a"));
  if (text.length <= length) return text;
  return length < 5 ? "" : `${firstSigns(text, length - 1).trimEnd()}…`;
}

/** Along which side of the plot a reader can brush over years; null where a chart has no years. */
export function brushOf({ layout }: Series): "x" | "y" | null {
  if (layout === "lanes") return null;
  return layout === "events" ? "y" : "x";
}

/** The years between two shares of the plot; open towards the earlier ones, null where there is none. */
export function yearsBetween(series: Series, a: number, b: number): ValueRange<string> | null {
  const [from, to] = [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))];
  if (series.layout === "times") {
    const year = (share: number) => String(yearOfDay(valueAt(series.axis, share)));
    const max = year(Math.min(to, 0.999));
    return { min: from < series.axis.edge ? null : year(from), max };
  }
  const all = series.layout === "events" ? rowYears(series) : columnYears(series);
  const [first, last] = [Math.floor(from * all.length), Math.ceil(to * all.length)];
  const years = all.slice(first, last).filter(Boolean).toSorted();
  const [min, max] = [years[0], years.at(-1)];
  return min === undefined || max === undefined ? null : { min, max };
}

function columnYears(series: Series): readonly string[] {
  return columnBands(series).map(({ label }) => label);
}

/** The year of each row of a time axis that runs down; only the first row of a year names it. */
function rowYears({ bands }: Series): readonly string[] {
  let year = "";
  return bands.map(({ tick }) => {
    year = tick || year;
    return year;
  });
}

/** A place or a length along the plot: per cent of its width on the server, pixels in the browser. */
export type Length = string | number;

/** Turns shares of the plot's width (0 to 1) into places and lengths. */
export interface PlotScale {
  readonly at: (share: number) => Length;
  readonly size: (share: number) => Length;
}
