import { boundsOf, type Figure } from "../figure/figure";
import { formatEstimate } from "../figure/format";
import { spanOf } from "../table/period";
import type { Band, Mark, Undrawn } from "./series";

/** A figure as a mark from bound to bound. */
export function toMark(figure: Figure): Mark {
  const { id, precision, document, part_of } = figure;
  const text = precision === "words" ? figure.as_printed : formatEstimate(figure);
  return { id, ...boundsOf(figure), precision, text, document, isPart: part_of !== null };
}

/** A band with nothing in it but what is said. */
export function toBand(said: Partial<Band> & Pick<Band, "key">): Band {
  return { label: "", detail: "", tick: "", marks: [], parts: [], beside: [], ...said };
}

/** Figures that cannot be drawn for one reason. */
export function leftOut(figures: readonly Figure[], reason: string): readonly Undrawn[] {
  return figures.map(({ id }) => ({ id, reason }));
}

export const withoutDate = "without a date";

/** Figures by the first day they speak of, those without a date last. */
export function byTime(figures: readonly Figure[]): readonly Figure[] {
  const from = (figure: Figure) => spanOf(figure)?.from ?? "9999";
  return figures.toSorted((a, b) => compare(from(a), from(b)));
}

/** From a figure's id to the id of the one that it repeats in the end: its own where it repeats none. */
export function rootsIn(all: readonly Figure[]): (id: string) => string {
  const echoes = new Map(all.map(({ id, echoes }) => [id, echoes]));
  return (id) => {
    let root = id;
    for (let next = echoes.get(root); next && next !== id; next = echoes.get(root)) root = next;
    return root;
  };
}

/** Values of a list by a key, in the order in which the keys first come. */
export function groupBy<T>(list: readonly T[], keyOf: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
