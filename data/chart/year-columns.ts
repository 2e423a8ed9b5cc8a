import { type Estimate, precisionOf } from "../figure/estimate";
import type { Figure } from "../figure/figure";
import { formatChange } from "../figure/format";
import { originalIn } from "../figure/repeat";
import { allYears, changeOnYearBefore, startYear, yearlyIdsOf } from "../figure/yearly";
import { keptByName } from "../table/kept";
import { groupBy } from "../table/order";
import { toGaps } from "./gaps";
import type { LayoutResult, Mark, SeriesRequest } from "./mark";
import { leftOut, toBand, toMark } from "./mark";

/** Years side by side: counts of whole years that the sheet states for more than one year. */
export function toYears(figures: readonly Figure[], request: SeriesRequest): LayoutResult {
  const { all, measure } = request;
  const originalOf = originalIn(all);
  const yearById = yearsById(all, measure);
  /** The year of a count, and for a part the year of its whole. */
  const yearOf = ({ id, part_of }: Figure) => yearById.get(id) ?? yearById.get(part_of ?? "");
  return toColumns(figures, request, yearOf, "no yearly series", (here) => {
    const originals = new Set(here.map(({ id }) => originalOf(id)));
    const isInside = ({ part_of }: Figure) =>
      part_of !== null && originals.has(originalOf(part_of));
    const wholes = here.filter((figure) => !isInside(figure));
    const slots = new Map(wholes.map(({ id }, slot) => [originalOf(id), slot]));
    const parts = here.filter(isInside).map((figure) => {
      const slot = slots.get(originalOf(figure.part_of ?? "")) ?? 0;
      return { ...toMark(figure), slot, isInside: true };
    });
    return [...wholes.map((figure, slot) => ({ ...toMark(figure), slot })), ...parts];
  });
}

/** The years of the yearly counts of a measure; kept a sheet, since each view asks. */
const yearsById = keptByName((all: readonly Figure[], measure: string) => {
  const yearly = yearlyIdsOf(all, measure);
  const counts = all.filter(({ id }) => yearly.has(id));
  return new Map(counts.map((each) => [each.id, startYear(each)]));
});

/** By how much each yearly count changed on the year before; a range where either is one. */
export function toChanges(figures: readonly Figure[], request: SeriesRequest): LayoutResult {
  const { all, measure } = request;
  const yearly = yearlyIdsOf(all, measure);
  const changes = new Map(
    figures.flatMap((figure) => {
      const change = changeOnYearBefore(figure, all, yearly);
      return change ? [[figure, change]] : [];
    }),
  );
  const yearOf = (figure: Figure) => (changes.has(figure) ? startYear(figure) : undefined);
  return toColumns(figures, request, yearOf, "no count of the year before", (here) =>
    here.flatMap((figure, slot) => {
      const change = changes.get(figure);
      return change ? [toChangeMark(figure, change, slot)] : [];
    }),
  );
}

/** Figures that have a year in a band for it; time runs forward, however the reader sorted the rows. */
function toColumns(
  figures: readonly Figure[],
  request: SeriesRequest,
  yearOf: (figure: Figure) => string | undefined,
  reason: string,
  toMarks: (here: readonly Figure[]) => readonly Mark[],
): LayoutResult {
  const inYear = groupBy(figures, yearOf);
  const years = [...inYear.keys()].filter((year) => year !== undefined);
  const drawn = years.flatMap((year) => inYear.get(year) ?? []);
  const bands = allYears(years).map((year) =>
    toBand({ key: year, label: year, marks: toMarks(inYear.get(year) ?? []) }),
  );
  const gaps = toGaps(years, drawn, request);
  return { bands, gaps, undrawn: leftOut(inYear.get(undefined) ?? [], reason) };
}

function toChangeMark({ id, document }: Figure, change: Estimate, slot: number): Mark {
  const bound = (end: number) => (Number.isFinite(end) ? end : null);
  const [low, high, precision] = [bound(change.low), bound(change.high), precisionOf(change)];
  return { id, low, high, precision, text: formatChange(change), document, isPart: false, slot };
}
