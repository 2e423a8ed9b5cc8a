import type { Figure } from "@/data/figure/figure";
import type { Schema } from "@/data/table/descriptor";
import { type Column, columnsOf, comparedColumn } from "@/data/view/column";

/** Columns a table shows at first, in this order, with their widths in CSS pixels. */
const usual: { readonly [column: string]: number } = {
  sheet: 130,
  start: 165,
  value: 206,
  compared: 150,
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

export interface ShownColumn extends Column {
  readonly width: number;
  readonly isComputed: boolean;
}

/** Every column that a grid of the schema can show, the usual ones first. */
export function allColumns(schema: Schema): readonly ShownColumn[] {
  const columns = [comparedColumn, ...columnsOf(schema)].map((column) => ({
    ...column,
    width: usual[column.name] ?? otherWidth,
    isComputed: column === comparedColumn,
  }));
  const order = Object.keys(usual);
  const place = ({ name }: Column) =>
    Object.hasOwn(usual, name) ? order.indexOf(name) : order.length;
  return columns.toSorted((a, b) => place(a) - place(b));
}

/** Every column that can be narrowed, the usual ones first. */
export function filterColumns(schema: Schema): readonly ShownColumn[] {
  return allColumns(schema).filter(({ isComputed }) => !isComputed);
}

/** The columns that a grid and the server's table both show: those chosen, else the usual ones. */
export function shownColumns(schema: Schema, chosen: readonly string[]): readonly ShownColumn[] {
  const all = allColumns(schema);
  if (chosen.length === 0) return all.filter(({ name }) => Object.hasOwn(usual, name));
  return chosen.flatMap((name) => all.find((column) => column.name === name) ?? []);
}

/** How a value stands in its cell: a number to the right, words as words. */
export function valueClass({ precision }: Figure): string {
  return precision === "words" ? "value in-words" : "value number";
}

/** Width of the column of row numbers, in CSS pixels. */
export const rowNumberWidth = 44;

/**
 * Widths on a phone, where sheet, period and value must all be seen; the style sheet has them too.
 * Period and value give way where the sheet is told beside them.
 */
export function narrowWidth({ name, width }: ShownColumn, columns: readonly ShownColumn[]): number {
  const isBesideSheet = columns.some((column) => column.name === "sheet");
  const narrow: { readonly [column: string]: number } = {
    sheet: 88,
    start: 132,
    ...(isBesideSheet && { start: 122, value: 128 }),
  };
  return narrow[name] ?? width;
}

export const narrowRowNumber = 36;
