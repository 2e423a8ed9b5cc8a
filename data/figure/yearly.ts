import { kept, keptByName } from "../table/kept";
import { groupBy } from "../table/order";
import { loosen, roundQuotient } from "./digits";
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

/** The same of the figures of a measure; kept a list, since each view asks. */
export const yearlyIdsOf = keptByName((all: readonly Figure[], measure) =>
  yearlyIds(all.filter((each) => each.measure === measure)),
);

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
 * Which series a figure belongs to: one measure of one thing in one place, by one actor, as one
 * claimant counts it in one document. Only within it is a change, a ratio or a fall said.
 */
export const seriesOf = kept((figure: Figure): string => {
  const { measure, unit, actor, subject, place, claimant, document } = figure;
  return JSON.stringify([measure, unit, actor, subject, place, claimant, document]);
});

/** True of two figures between which a change may be computed. */
export function isSameSeries(a: Figure, b: Figure): boolean {
  return seriesOf(a) === seriesOf(b);
}

/**
 * By how much a yearly count changed on the year before within its series; null where the year before is
 * not stated or is stated in two ways, so that no change is taken across a gap. Between ranges it is a range.
 */
export function changeOnYearBefore(
  figure: Figure,
  figures: readonly Figure[],
  yearly: ReadonlySet<string>,
): Estimate | null {
  if (!yearly.has(figure.id)) return null;
  const year = Number(startYear(figure)) - 1;
  const counts = originalCounts(figures).get(`${year} ${seriesOf(figure)}`) ?? [];
  const [before, ...others] = counts.filter(({ id }) => yearly.has(id));
  const [a, b] = [before && toEstimate(before), toEstimate(figure)];
  return a && b && others.length === 0 ? changeBetween(a, b) : null;
}

/** Figures that repeat no other one, by the year they start in and their series; kept, since each change asks. */
const originalCounts = kept((figures: readonly Figure[]) =>
  groupBy(
    figures.filter(({ echoes }) => echoes === null),
    (figure) => `${startYear(figure)} ${seriesOf(figure)}`,
  ),
);

/** A change in per cent as it may be said: with no more digits than what it is computed from. */
export function changeBetween(before: Estimate, after: Estimate): Estimate | null {
  const change = changeInPercent(before, after);
  if (!change?.isAbout) return change;
  const loose = changeInPercent(loosen(before), loosen(after));
  return loose && roundQuotient(change, loose);
}
