import { positionOn } from "@/data/axis";
import type { Band, Mark, Series } from "@/data/series";

/** Space around the plot in CSS pixels; `.static-columns` and `.static-lanes` in the style sheet agree. */
export const margins = {
  columns: { top: 34, right: 8, bottom: 30, left: 56 },
  lanes: { top: 6, right: 20, bottom: 30, left: 8 },
} as const;

const columnsHeight = 360;
/** A lane: a line of text above a bar. */
export const laneHeight = 46;
export const barTop = 22;
export const barHeight = 12;

/** Height of a chart in CSS pixels; its width is what the page gives it. */
export function heightOf({ layout, bands }: Series): number {
  const { top, bottom } = margins[layout];
  return layout === "columns"
    ? columnsHeight
    : top + bottom + laneHeight * Math.max(1, bands.length);
}

/** Height of the part of a chart in which marks stand, in CSS pixels. */
export function plotHeight(series: Series): number {
  const { top, bottom } = margins[series.layout];
  return heightOf(series) - top - bottom;
}

/** Where a value stands in a column chart, in CSS pixels from the plot's upper edge. */
export function fromTop(series: Series, value: number): number {
  return plotHeight(series) * (1 - positionOn(series.axis, value));
}

/** Bands of a column chart, filled up so that one or two years do not make bars of half the width. */
export function columnBands({ bands }: Series): readonly Band[] {
  const missing = Math.max(0, 4 - bands.length);
  const blank = (index: number): Band => {
    return { key: `blank-${index}`, label: "", detail: "", marks: [], parts: [] };
  };
  return [...bands, ...Array.from({ length: missing }, (_, index) => blank(index))];
}

/** Share of a band's width that its columns take together. */
export const columnShare = 0.56;

/** How many columns stand side by side in the fullest band. */
export function slotsOf({ bands }: Series): number {
  return Math.max(1, ...bands.map(({ marks, parts }) => marks.length || parts.length));
}

/** Places of a mark along an axis that runs with the lanes, as shares of the plot's width. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** An open end, drawn as an arrow. */
  readonly open: "left" | "right" | null;
  /** One number, drawn as a point where a chart does not count from zero. */
  readonly isPoint: boolean;
}

/** Where a mark lies in a lane; null for words, which have no place on an axis. */
export function extentOf({ low, high, precision }: Mark, series: Series): Extent | null {
  const first = low ?? high;
  if (first === null || precision === "words") return null;
  const at = (value: number) => positionOn(series.axis, value);
  const open = high === null ? "right" : low === null ? "left" : null;
  const isPoint = low === high || open !== null;
  if (series.kind === "ranges" || !isPoint)
    return { from: at(first), to: at(high ?? first), open, isPoint };
  return { from: 0, to: at(first), open, isPoint: false };
}
