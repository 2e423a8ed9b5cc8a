import { groupBy } from "../table/order";
import { changeInPercent, type Estimate, toEstimate } from "./estimate";
import type { Figure } from "./figure";

/** Ids of figures that count the same thing, in the same place, for at least two whole years. */
export function yearlyIds(figures: readonly Figure[]): ReadonlySet<string> {
  const groups = groupBy(figures.filter(isWholeYear), ({ measure, actor, subject, place }) =>
    JSON.stringify([measure, actor, subject, place]),
  );
  const series = [...groups.values()].filter((group) => new Set(group.map(startYear)).size > 1);
  return new Set(series.flat().map(({ id }) => id));
}

function isWholeYear({ start, end }: Figure): boolean {
  return start !== null && start === end && start.length === 4;
}

/** The year in which a period starts; "" where none is stated. */
export function startYear({ start }: Figure): string {
  return (start ?? "").slice(0, 4);
}

/** All years from the first to the last, so that a year without a figure is a gap. */
export function allYears(years: readonly string[]): readonly string[] {
  const [first, last] = [Math.min(...years.map(Number)), Math.max(...years.map(Number))];
  if (years.length === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/**
 * By how much a yearly count changed on what the same document counts a year before; null where there
 * is none, so that no change is taken across a gap. Between ranges it is a range.
 */
export function changeOnYearBefore(
  figure: Figure,
  figures: readonly Figure[],
  yearly: ReadonlySet<string>,
): Estimate | null {
  if (!yearly.has(figure.id)) return null;
  const year = String(Number(startYear(figure)) - 1);
  const before = figures.find(
    (other) => yearly.has(other.id) && startYear(other) === year && isSameThing(figure, other),
  );
  const [a, b] = [before && toEstimate(before), toEstimate(figure)];
  return a && b ? changeInPercent(a, b) : null;
}

function isSameThing(a: Figure, b: Figure): boolean {
  return (["measure", "actor", "subject", "place", "document"] as const).every(
    (name) => a[name] === b[name],
  );
}
