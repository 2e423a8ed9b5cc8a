import type { Figure } from "../figure/figure";
import { inSentence } from "../figure/format";
import type { Names } from "../figure/names";
import { unitsOf } from "./derive";
import { plural } from "./describe";
import type { View } from "./view";

/**
 * What a reader must know to read the rows as they stand: which are not of the measure that was chosen
 * for the chart, and that values of different units are not sorted as one.
 */
export function toRemarks(
  view: View,
  { rows, figures }: { readonly rows: readonly Figure[]; readonly figures: readonly Figure[] },
  names: Names,
): readonly string[] {
  return [...ofMeasure(view, rows, names), ...ofOrder(view, rows, unitsOf(figures))];
}

function ofMeasure({ measure }: View, rows: readonly Figure[], names: Names): readonly string[] {
  const others = rows.filter((row) => row.measure !== measure).length;
  if (measure === null || others === 0) return [];
  const title = inSentence(names.measures[measure] ?? measure);
  const verb = others === 1 ? "is" : "are";
  return [`Chosen for the chart: ${title}. ${plural(others, "row")} in grey ${verb} not of it.`];
}

function ofOrder({ sort }: View, rows: readonly Figure[], order: readonly string[]) {
  const stated = new Set(
    rows.filter(({ precision }) => precision !== "words").map(({ unit }) => unit),
  );
  const units = order.filter((unit) => stated.has(unit));
  const isByValue = sort.some(({ column }) => column === "value");
  return isByValue && units.length > 1
    ? [`Values are sorted within their unit: ${units.join(", ")}.`]
    : [];
}
