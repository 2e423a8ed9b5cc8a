import type { Figure } from "@/data/figure/figure";
import { formatEstimate, formatPeriod, formatQuantity } from "@/data/figure/format";
import type { ShownColumn } from "@/data/view/shown-columns";

/** What the grid and the server's table have alike, in CSS pixels; the style sheet has it too. */
export const cellMeasures = {
  fontSize: 13,
  rowHeight: 33,
  headerHeight: 34,
  cellHorizontalPadding: 10,
} as const;

/** Widths of columns in CSS pixels that depend on nothing. */
const widths: { readonly [column: string]: number } = {
  place: 190,
  sheet: 130,
  compared: 190,
  measure: 150,
  claimant: 150,
  basis: 96,
  event: 150,
  as_printed: 230,
  note: 340,
};

const otherWidth = 140;

/** Width of the column of row numbers, and the same in a narrow panel. */
export const rowNumberWidth = 44;
export const narrowRowNumber = 36;

/** A panel narrower than this has what was counted, and who says so, under the value. */
export const stackedBelow = 700;

/** From this width on columns have room for whom a document cites. */
export const roomyFrom = 800;

/** Width of the period where rows are stacked, and what is left free beside the value, so that a next column shows. */
export const stackedPeriod = 112;
export const stackedRest = 24;

/** The least width of a value with what it counts. */
export const stackedLeast = 180;

/** The most that a value takes in a panel that is not roomy: room for its number, hardly for its unit. */
export const tightValue = 190;

/** Who states a row is in sight at every width: what was counted gives way, as the style sheet says too. */
export const flexible = {
  roomy: {
    subject: { least: 210, share: 28, most: 360 },
    document: { least: 180, share: 22, most: 250 },
  },
  tight: { subject: { least: 110, besides: 510, most: 300 }, document: 128 },
} as const;

/** Widths of the columns whose texts must not be cut: as wide as the longest text of the sheet. */
export type ContentWidths = { readonly start: number; readonly value: number };

/** Room for the letter, the title and the funnel over the period. */
const headingOfPeriod = 108;

/** How wide period and value must be for the figures of a sheet; words may be cut, numbers and dates not. */
export function contentWidths(figures: readonly Figure[]): ContentWidths {
  const numbers = figures.filter(({ precision }) => precision !== "words");
  const hasWords = numbers.length < figures.length;
  return {
    start: within(headingOfPeriod, 22 + 7 * longest(figures.map(formatPeriod)), 180),
    // The number is bold and so wider than its unit.
    value: within(
      hasWords ? 140 : 84,
      22 + 7 * longest(numbers.map(formatQuantity)) + 1.2 * longest(numbers.map(formatEstimate)),
      250,
    ),
  };
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function within(least: number, value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}

/** Width of a column in the server's table, before the style sheet fits it to the panel. */
export function widthOf({ name }: ShownColumn, content: ContentWidths): number {
  if (name === "start" || name === "value") return content[name];
  if (name === "subject" || name === "document") return flexible.roomy[name].least;
  return widths[name] ?? otherWidth;
}

/** Width of a column in a panel of some width: what the style sheet makes of the server's. */
export function widthIn(panel: number, column: ShownColumn, content: ContentWidths): number {
  const { name } = column;
  if (panel < stackedBelow && name === "start") return stackedPeriod;
  if (panel < stackedBelow && name === "value") return stackedValue(panel);
  const isTight = panel < roomyFrom;
  if (name === "value" && isTight) return Math.min(content.value, tightValue);
  if (name === "document" && isTight) return flexible.tight.document;
  if (name === "subject" && isTight) {
    const { least, besides, most } = flexible.tight.subject;
    return within(least, panel - besides, most);
  }
  if (name !== "subject" && name !== "document") return widthOf(column, content);
  const { least, share, most } = flexible.roomy[name];
  return Math.floor(Math.min(most, Math.max(least, (panel * share) / 100)));
}

/** Width of the value where rows are stacked. */
export function stackedValue(panel: number): number {
  return Math.max(stackedLeast, panel - narrowRowNumber - stackedPeriod - stackedRest);
}

/** From this width on rows that are stacked are laid out anew, where a window grew into it. */
export const stackedWiderFrom = 560;

/** Height of a row by how many lines its text takes, in a panel where rows are stacked. */
export const stackedHeights = { 1: 49, 2: 67, 3: 85 } as const;

/** How a value stands in its cell: a number to the right, words as words. */
export function valueClass({ precision }: Figure): string {
  return precision === "words" ? "value in-words" : "value number";
}
