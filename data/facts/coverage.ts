import type { Figure } from "../figure/figure";
import type { Names } from "../figure/names";
import { hasPeriod, yearsTouched } from "../figure/stated-years";
import { groupBy } from "../table/order";

/** What the documents say on one measure, year by year. */
export interface Coverage {
  readonly measure: string;
  /** Documents by the years their figures cover; "" holds figures that state no period. */
  readonly documents: { readonly [year: string]: readonly string[] };
  /** All documents that say something on the measure. */
  readonly all: readonly string[];
}

export interface CoverageByYear {
  /** Every year from the first to the last that a figure covers, then "" for no period. */
  readonly years: readonly string[];
  readonly rows: readonly Coverage[];
}

/** Which document says something on which measure and year: a figure stands in each year that it covers. */
export function toCoverage(
  figures: readonly Figure[],
  since: number,
  kinds: Names["kinds"],
): CoverageByYear {
  const placed = figures.map((figure) => ({ figure, years: coverageYears(figure, since, kinds) }));
  const byMeasure = groupBy(placed, ({ figure }) => figure.measure);
  const rows = [...byMeasure].map(([measure, here]): Coverage => {
    const inYears = here.flatMap(({ figure, years }) => years.map((year) => ({ figure, year })));
    const byYear = groupBy(inYears, ({ year }) => year);
    const documents = [...byYear].map(([year, own]) => [year, distinct(own)]);
    return { measure, documents: Object.fromEntries(documents), all: distinct(here) };
  });
  return {
    years: yearsOf(
      placed.flatMap(({ years }) => years),
      since,
    ),
    rows,
  };
}

/** Every year that a figure covers; those before `since` stand together as "before", "" is no period. */
export function coverageYears(
  figure: Figure,
  since: number,
  kinds: Names["kinds"],
): readonly string[] {
  const years = hasPeriod(figure, kinds) ? yearsTouched(figure) : [];
  if (years.length === 0) return [""];
  return [...new Set(years.map((year) => (Number(year) < since ? "before" : year)))];
}

function yearsOf(covered: readonly string[], since: number): readonly string[] {
  const years = new Set(covered);
  const last = Math.max(since, ...[...years].map(Number).filter(Number.isInteger));
  const all = Array.from({ length: last - since + 1 }, (_, index) => String(since + index));
  return [...(years.has("before") ? ["before"] : []), ...all, ...(years.has("") ? [""] : [])];
}

function distinct(of: readonly { readonly figure: Figure }[]): readonly string[] {
  return [...new Set(of.map(({ figure }) => figure.document))];
}
