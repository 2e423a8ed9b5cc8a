import type { Series } from "@/data/chart/mark";
import { columnsOf, slotsOf } from "@/data/chart/rows";
import { firstSigns } from "@/data/table/problem";

/** Space around the plot in CSS pixels; `.static-…` in the style sheet agree. */
export const margins = {
  columns: { top: 46, right: 8, bottom: 48, left: 60 },
  lanes: { top: 11, right: 20, bottom: 45, left: 8 },
  events: { top: 44, right: 20, bottom: 28, left: 60 },
  times: { top: 28, right: 16, bottom: 28, left: 8 },
} as const;

const columnsHeight = { usual: 372, small: 190 };

/** Height of a lane, which has a line of text above its bar, and of the rows of a time axis. */
export const rowHeights = { columns: 0, lanes: 46, events: 20, times: 16 } as const;

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

/** The lower edge of the part of a chart in which marks stand, in CSS pixels. */
export function bottomOf(series: Drawing): number {
  return heightOf(series) - margins[series.layout].bottom;
}

/** The middle of a row in pixels. */
export function middleOf({ layout }: Pick<Series, "layout">, index: number): number {
  return margins[layout].top + (index + 0.5) * rowHeights[layout];
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
  // The words of a lane stand above its bar, and a little above its row.
  const above = layout === "lanes" ? 5 : 0;
  const cut = (slice: number) => margins[layout].top - above + slice * rows * row;
  return Array.from({ length: last }, (_, slice) => ({
    from: slice === 0 ? 0 : cut(slice),
    to: slice === last - 1 ? height : cut(slice + 1),
  }));
}

/** Share of a band's width that its columns take together. */
export const columnShare = 0.56;

/** The share of the plot that the label of a column may take. */
export function labelShare(series: Pick<Series, "bands">): number {
  const [count, slots] = [columnsOf(series), slotsOf(series)];
  return slots === 1 ? 1 / count : columnShare / count / slots;
}

/** A place or a length along the plot: per cent of its width on the server, pixels in the browser. */
export type Length = string | number;

/** Where a mark stands: along its axis by its values, across it in a slot. */
export interface Place {
  readonly isUpright: boolean;
  /** Where a value stands: down from the top in pixels, or to the right in the unit. */
  readonly at: (value: number) => number;
  /** The slot of a column, or the part of the plot that a row takes. */
  readonly left: number;
  readonly width: number;
  /** Of all that runs to the right. */
  readonly unit: "%" | "";
  /** The middle of a row, in pixels. */
  readonly middle: number;
}

/** Signs and arrows of a mark stand here. */
export function pointAt({ isUpright, at, left, width, unit, middle }: Place, value: number) {
  return isUpright
    ? { x: `${left + width / 2}${unit}`, y: at(value) }
    : { x: `${at(value)}${unit}`, y: middle };
}

/** Widths of a chart from which on its texts have more room; `.fit-…` and `.from-…` agree. */
export const steps = [240, 320, 360, 420, 480, 560, 660, 800] as const;

/** Pixels that a share of the plot has at a step at least. */
export function roomAt(step: number, share: number, layout: Series["layout"]): number {
  const { left, right } = margins[layout];
  return ((steps[step] ?? 0) - left - right) * share;
}

/**
 * The first step at which a share of the plot has room for so many pixels; of many equal places the label
 * of every one, every other one, every fourth is shown, so that those of a narrow chart stay on a wide one.
 */
export function firstStep(
  pixels: number,
  share: number,
  layout: Series["layout"],
  index = 1,
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
