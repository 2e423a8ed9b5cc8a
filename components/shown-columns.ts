import { type Column, columnsOf } from "@/data/column";
import type { Schema } from "@/data/descriptor";
import type { Figure } from "@/data/figure";

/** Columns a table shows first, in this order, with their widths in CSS pixels. */
const widths: { readonly [column: string]: number } = {
  sheet: 130,
  start: 150,
  value: 160,
  compared: 150,
  subject: 240,
  place: 190,
  measure: 150,
  document: 118,
  claimant: 150,
  basis: 96,
  event: 150,
  as_printed: 230,
  note: 340,
};

/** Computed from the other figures, so it is no field: it neither filters nor sorts. */
const compared: Column = {
  name: "compared",
  title: "Change or part",
  description: "The change on the year before, the share of the whole, or what it repeats.",
  kind: "text",
  many: false,
  categories: [],
};

export interface ShownColumn extends Column {
  readonly width: number;
  readonly isComputed: boolean;
}

/** The columns that a grid and the server's table of the same schema both show. */
export function shownColumns(schema: Schema): readonly ShownColumn[] {
  const columns = columnsOf(schema);
  return Object.entries(widths).flatMap(([name, width]) => {
    const column = [...columns, compared].find((each) => each.name === name);
    return column ? [{ ...column, width, isComputed: column === compared }] : [];
  });
}

/** How a value stands in its cell: a number to the right, words as words. */
export function valueClass({ precision }: Figure): string {
  return precision === "words" ? "value in-words" : "value number";
}

/** Width of the column of row numbers, in CSS pixels. */
export const rowNumberWidth = 44;
