import type { Figure } from "../figure/figure";
import { yearsTouched } from "../figure/stated-years";
import { allYears } from "../figure/yearly";
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
  const covered = new Set(drawn.flatMap(yearsTouched));
  const own = all.filter((figure) => measures.includes(figure.measure));
  const stated = new Set([
    ...own.flatMap(yearsTouched),
    ...measures.flatMap((each) => names.stated[each] ?? []),
  ]);
  const reasonOf = (year: string): GapReason =>
    covered.has(year) ? "covered" : stated.has(year) ? "hidden" : "unstated";
  return allYears(years)
    .filter((year) => !years.includes(year))
    .map((year) => ({ year, reason: reasonOf(year) }));
}

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
