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
  view: Pick<View, "measure" | "sort">,
  { rows, figures }: { readonly rows: readonly Figure[]; readonly figures: readonly Figure[] },
  names: Names,
): readonly string[] {
  return [...ofMeasure(view, rows, names), ...ofOrder(view, rows, figures)];
}

function ofMeasure(
  { measure }: Pick<View, "measure">,
  rows: readonly Figure[],
  names: Names,
): readonly string[] {
  if (measure === null) return [];
  const others = rows.filter((row) => row.measure !== measure).length;
  if (others === 0) return [];
  const title = inSentence(names.measures[measure] ?? measure);
  const verb = others === 1 ? "is" : "are";
  return [`Chosen for the chart: ${title}. ${plural(others, "row")} in grey ${verb} not of it.`];
}

function ofOrder(
  { sort }: Pick<View, "sort">,
  rows: readonly Figure[],
  figures: readonly Figure[],
): readonly string[] {
  if (!sort.some(({ column }) => column === "value")) return [];
  const stated = new Set(
    rows.filter(({ precision }) => precision !== "words").map(({ unit }) => unit),
  );
  const units = unitsOf(figures).filter((unit) => stated.has(unit));
  return units.length > 1 ? [`Values are sorted within their unit: ${units.join(", ")}.`] : [];
}
