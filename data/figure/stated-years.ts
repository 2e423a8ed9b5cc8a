import { spanOf } from "../table/period";
import type { Figure } from "./figure";
import type { Names } from "./names";

/** What is measured at a time, so that the date it is stated for is its period; of others it dates the statement. */
const momentary = ["stock", "share", "rank"];

/** True of a figure that states a period, or the time that its number is of. */
export function hasPeriod({ start, end, measure }: Figure, kinds: Names["kinds"]): boolean {
  return start !== null || end !== null || momentary.includes(kinds[measure]?.kind ?? "");
}

const known = new WeakMap<Figure, readonly string[]>();

/** The years that the period of a figure touches, else that of the date it is stated for; kept a figure. */
export function yearsTouched(figure: Figure): readonly string[] {
  const years = known.get(figure) ?? findYears(figure);
  known.set(figure, years);
  return years;
}

function findYears(figure: Figure): readonly string[] {
  const span = spanOf(figure);
  if (!span) return [];
  const [from, to] = [span.from, span.to].map((day) => Number(day.slice(0, 4)));
  if (from === undefined || to === undefined) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index));
}

/** For each measure the years of which some figure speaks, whichever sheet holds it. */
export function toStatedYears(figures: readonly Figure[]): {
  readonly [measure: string]: readonly string[];
} {
  const years = new Map<string, Set<string>>();
  for (const figure of figures) {
    const own = years.get(figure.measure) ?? new Set<string>();
    years.set(figure.measure, own);
    for (const year of yearsTouched(figure)) own.add(year);
  }
  return Object.fromEntries([...years].map(([measure, own]) => [measure, [...own].toSorted()]));
}
