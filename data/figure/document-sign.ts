import type { Names } from "./names";

/** The number of each document's colour and sign, from 1 on. */
export type Colors = { readonly [document: string]: number };

/** One document, one colour and one sign everywhere: its place among all documents, not among those drawn. */
export function colorsOf({ documents }: Pick<Names, "documents">): Colors {
  return Object.fromEntries(Object.keys(documents).map((id, index) => [id, index + 1]));
}

/** The number of a document's colour and sign. */
export function numberOf(document: string, { colors }: { readonly colors: Colors }): number {
  return colors[document] ?? 1;
}
