import type { Figure } from "../figure/figure";
import { yearsTouched } from "../figure/stated-years";
import { allYears } from "../figure/yearly";
import { keptByName } from "../table/kept";
import type { Gap, GapReason, SeriesRequest } from "./mark";

/**
 * The years between those that have a mark of their own, each with why it has none. That nobody speaks of
 * a year is said only where no figure of the measure, on any sheet, has a period that touches it.
 */
export function toGaps(
  years: readonly string[],
  drawn: readonly Figure[],
  { measure, beside, all, names }: Pick<SeriesRequest, "measure" | "beside" | "all" | "names">,
): readonly Gap[] {
  const measures = [measure, ...(beside ? [beside] : [])];
  const there = new Set(years);
  const covered = new Set(drawn.flatMap(yearsTouched));
  const stated = new Set([
    ...measures.flatMap((each) => statedIn(all, each)),
    ...measures.flatMap((each) => names.stated[each] ?? []),
  ]);
  const reasonOf = (year: string): GapReason =>
    covered.has(year) ? "covered" : stated.has(year) ? "hidden" : "unstated";
  return allYears(years)
    .filter((year) => !there.has(year))
    .map((year) => ({ year, reason: reasonOf(year) }));
}

/** The years of which the figures of a measure speak; kept a sheet. */
const statedIn = keptByName((all: readonly Figure[], measure) => [
  ...new Set(all.filter((figure) => figure.measure === measure).flatMap(yearsTouched)),
]);

/** Years that follow one another for one reason, as one. */
export function runsOf(gaps: readonly Gap[]) {
  const runs: { first: string; last: string; reason: GapReason }[] = [];
  for (const { year, reason } of gaps) {
    const run = runs.at(-1);
    if (run?.reason === reason && Number(year) === Number(run.last) + 1) run.last = year;
    else runs.push({ first: year, last: year, reason });
  }
  return runs;
}
