import type { Series } from "./mark";

/** All that a chart draws of a series, as text: series that look alike have the same. */
export function lookOf(series: Series): string {
  // A line goes from year to year, in whatever order the rows of its figures stand.
  const runs = series.runs.map((run) => ({ ...run, ids: run.ids.toSorted() }));
  return JSON.stringify({ ...series, runs, undrawn: [] });
}
