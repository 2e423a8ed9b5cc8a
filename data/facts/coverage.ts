import type { Figure } from "../figure/figure";
import { spanOf } from "../table/period";

/** What the documents say on one measure, year by year. */
export interface Coverage {
  readonly measure: string;
  /** Documents by the year their figures speak of; "" holds figures without a date. */
  readonly documents: { readonly [year: string]: readonly string[] };
  /** All documents that say something on the measure. */
  readonly all: readonly string[];
}

export interface CoverageByYear {
  /** Every year from the first to the last that a figure speaks of, then "" for no date. */
  readonly years: readonly string[];
  readonly rows: readonly Coverage[];
}

/**
 * Which document says something on which measure and year. A figure stands in the year in which its
 * period ends, so that a count over ten years does not look like ten counts.
 */
export function toCoverage(figures: readonly Figure[], since: number): CoverageByYear {
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const rows = measures.map((measure): Coverage => {
    const here = figures.filter((figure) => figure.measure === measure);
    const years = [...new Set(here.map((figure) => coverageYear(figure, since)))];
    const documents = years.map((year) => [
      year,
      distinct(here.filter((figure) => coverageYear(figure, since) === year)),
    ]);
    return { measure, documents: Object.fromEntries(documents), all: distinct(here) };
  });
  return { years: yearsOf(figures, since), rows };
}

/** The year a figure speaks of; years before `since` stand together as "before". */
export function coverageYear(figure: Figure, since: number): string {
  const year = spanOf(figure)?.to.slice(0, 4);
  if (!year) return "";
  return Number(year) < since ? "before" : year;
}

function yearsOf(figures: readonly Figure[], since: number): readonly string[] {
  const years = new Set(figures.map((figure) => coverageYear(figure, since)));
  const last = Math.max(since, ...[...years].map(Number).filter(Number.isInteger));
  const all = Array.from({ length: last - since + 1 }, (_, index) => String(since + index));
  return [...(years.has("before") ? ["before"] : []), ...all, ...(years.has("") ? [""] : [])];
}

function distinct(figures: readonly Figure[]): readonly string[] {
  return [...new Set(figures.map(({ document }) => document))];
}
