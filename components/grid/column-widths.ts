import type { Figure } from "@/data/figure/figure";
import type { ShownColumn } from "@/data/view/shown-columns";

/** What the grid and the server's table have alike, in CSS pixels; the style sheet has it too. */
export const cellMeasures = {
  fontSize: 13,
  rowHeight: 33,
  headerHeight: 34,
  cellHorizontalPadding: 10,
} as const;

/** Widths of columns in CSS pixels; on a phone sheet, period and value must all be seen. */
export const widths: { readonly [column: string]: number } = {
  sheet: 130,
  start: 165,
  value: 190,
  compared: 206,
  subject: 250,
  place: 190,
  measure: 150,
  document: 118,
  claimant: 150,
  basis: 96,
  event: 150,
  as_printed: 230,
  note: 340,
};

const otherWidth = 140;

/** Width of the column of row numbers, and the same on a phone. */
export const rowNumberWidth = 44;
export const narrowRowNumber = 36;

/** Widths on a phone; the style sheet has them too, which a test holds. */
export const narrowWidths: { readonly [column: string]: number } = { sheet: 88, start: 132 };

/** The same where the sheet stands beside them, for which period and value give way. */
export const narrowWidthsBesideSheet: { readonly [column: string]: number } = {
  ...narrowWidths,
  start: 122,
  value: 128,
};

/** Width of a column. */
export function widthOf({ name }: ShownColumn): number {
  return widths[name] ?? otherWidth;
}

/** Width of a column on a phone, among those that are shown. */
export function narrowWidthOf(column: ShownColumn, columns: readonly ShownColumn[]): number {
  const isBesideSheet = columns.some(({ name }) => name === "sheet");
  const narrow = isBesideSheet ? narrowWidthsBesideSheet : narrowWidths;
  return narrow[column.name] ?? widthOf(column);
}

/** How a value stands in its cell: a number to the right, words as words. */
export function valueClass({ precision }: Figure): string {
  return precision === "words" ? "value in-words" : "value number";
}
