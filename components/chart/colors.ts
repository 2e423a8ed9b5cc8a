import type { Names } from "@/data/figure/names";

/** The number of each document's colour and sign, from 1 on. */
export type Colors = { readonly [document: string]: number };

/** One document, one colour everywhere: its place among all documents, not among those drawn. */
export function colorsOf({ documents }: Pick<Names, "documents">): Colors {
  return Object.fromEntries(Object.keys(documents).map((id, index) => [id, index + 1]));
}
