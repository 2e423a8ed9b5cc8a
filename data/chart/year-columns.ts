import { type Estimate, precisionOf } from "../figure/estimate";
import type { Figure } from "../figure/figure";
import { formatChange } from "../figure/format";
import { originalIn } from "../figure/repeat";
import { allYears, changeOnYearBefore, startYear, yearlyIdsOf } from "../figure/yearly";
import { groupBy } from "../table/order";
import { toGaps } from "./gaps";
import type { LayoutResult, Mark, SeriesRequest } from "./mark";
import { leftOut, toBand, toMark } from "./mark";

const noYearly = "no yearly series";

/** Years side by side: counts of whole years that the sheet states for more than one year. */
export function toYears(figures: readonly Figure[], request: SeriesRequest): LayoutResult {
  const { all, measure } = request;
  const originalOf = originalIn(all);
  const yearly = yearlyIdsOf(all, measure);
  const yearById = new Map(
    all.filter(({ id }) => yearly.has(id)).map((each) => [each.id, startYear(each)]),
  );
  /** The year of a count, and for a part the year of its whole. */
  const bandOf = ({ id, part_of }: Figure) => yearById.get(id) ?? yearById.get(part_of ?? "");
  const drawn = figures.filter((figure) => bandOf(figure) !== undefined);
  const years = yearsOf(drawn.map(bandOf));
  const inYear = groupBy(drawn, bandOf);
  const bands = allYears(years).map((year) => {
    const here = inYear.get(year) ?? [];
    const originals = new Set(here.map(({ id }) => originalOf(id)));
    const isInside = ({ part_of }: Figure) =>
      part_of !== null && originals.has(originalOf(part_of));
    const marks = here.filter((figure) => !isInside(figure)).map(toMark);
    return toBand({ key: year, label: year, marks, parts: here.filter(isInside).map(toMark) });
  });
  const known = new Set(drawn);
  const others = figures.filter((figure) => !known.has(figure));
  return {
    bands,
    gaps: toGaps(years, drawn, request),
    undrawn: leftOut(others, noYearly),
  };
}

/** By how much each yearly count changed on the year before; a range where either is one. */
export function toChanges(figures: readonly Figure[], request: SeriesRequest): LayoutResult {
  const { all, measure } = request;
  const yearly = yearlyIdsOf(all, measure);
  const drawn = figures.flatMap((figure) => {
    const change = changeOnYearBefore(figure, all, yearly);
    return change ? [{ figure, year: startYear(figure), mark: toChangeMark(figure, change) }] : [];
  });
  const years = drawn.map(({ year }) => year);
  const inYear = groupBy(drawn, ({ year }) => year);
  const bands = allYears(years).map((year) => {
    const marks = (inYear.get(year) ?? []).map(({ mark }) => mark);
    return toBand({ key: year, label: year, marks });
  });
  const known = new Set(drawn.map(({ figure }) => figure));
  const others = figures.filter((figure) => !known.has(figure));
  return {
    bands,
    gaps: toGaps(
      years,
      drawn.map(({ figure }) => figure),
      request,
    ),
    undrawn: leftOut(others, "no count of the year before"),
  };
}

function toChangeMark({ id, document }: Figure, change: Estimate): Mark {
  const [low, high] = [change.low, change.high].map((bound) =>
    Number.isFinite(bound) ? bound : null,
  );
  const precision = precisionOf(change);
  const text = formatChange(change);
  return { id, low: low ?? null, high: high ?? null, precision, text, document, isPart: false };
}

/** Which band has a figure of which year; time runs forward, however the reader sorted the rows. */
function yearsOf(stated: readonly (string | undefined)[]): readonly string[] {
  return stated.filter((year) => year !== undefined);
}
