import type { Figure } from "../figure/figure";
import { formatPeriod } from "../figure/format";
import { groupBy } from "../table/order";
import { spanOf } from "../table/period";
import { runsOf, toGaps } from "./gaps";
import type { Band, Gap, GapReason, LayoutResult, SeriesRequest } from "./mark";
import { byTime, leftOut, toBand, toMark, withoutDate } from "./mark";

/**
 * A time axis that runs down: each event with a heading, below it one row a statement, the first
 * measure at the left and the second at the right. A year without an event stays as a gap.
 */
export function toEventRows(figures: readonly Figure[], request: SeriesRequest): LayoutResult {
  const dated = figures.filter((figure) => spanOf(figure) !== null);
  const ordered = request.isSorted ? dated : byTime(dated);
  const groups = [...groupBy(ordered, ({ event, id }) => event ?? id).values()];
  const rows = groups.map((group) => ({ year: yearIn(group), bands: toEvent(group, request) }));
  const years = rows.map(({ year }) => year);
  const gaps = toGaps(years, dated, request);
  // Time runs down, however the reader sorted the rows; the order in a year is the reader's.
  const all = [...rows, ...gapRows(gaps)].toSorted((a, b) => +a.year - +b.year);
  const bands = all.flatMap(({ year, bands: [first, ...more] }, index) => {
    const tick = year === all[index - 1]?.year ? "" : year;
    return first ? [{ ...first, tick }, ...more] : [];
  });
  const undated = figures.filter((figure) => spanOf(figure) === null);
  return { bands, gaps, undrawn: leftOut(undated, withoutDate) };
}

const gapWords: { readonly [reason in GapReason]: string } = {
  unstated: "no figure",
  hidden: "not shown here",
  covered: "within a longer period",
};

/** One row for each run of years without a mark for one reason. */
function gapRows(gaps: readonly Gap[]) {
  return runsOf(gaps).map(({ first, last, reason }) => {
    const words = gapWords[reason];
    const key = last === first ? first : `${first}–${last}`;
    const detail = last === first ? words : `to ${last}, ${words}`;
    return { year: first, bands: [toBand({ key, detail })] };
  });
}

function yearIn([first]: readonly Figure[]): string {
  return (first && spanOf(first)?.from.slice(0, 4)) ?? "";
}

/** Statements of one fact stand below one another; another fact of the event has its own heading. */
function toEvent(group: readonly Figure[], { measure, names }: SeriesRequest): readonly Band[] {
  const factsOf = (isFirst: boolean) => {
    const own = group.filter((figure) => (figure.measure === measure) === isFirst);
    return [...groupBy(own, ({ fact, id }) => fact ?? id).values()];
  };
  const [facts, beside] = [factsOf(true), factsOf(false)];
  const count = Math.max(facts.length, beside.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [here = [], there = []] = [facts[index], beside[index]];
    const [first] = [...here, ...there];
    if (!first) return [];
    const { event, place, as_printed, subject } = first;
    const label = (event && names.events[event]) || (place ?? as_printed);
    const detail = [count > 1 ? subject : null, formatPeriod(first)].filter(Boolean).join(", ");
    return [toBand({ key: `${first.id} heading`, label, detail }), ...toRows(here, there)];
  });
}

function toRows(here: readonly Figure[], there: readonly Figure[]): readonly Band[] {
  return Array.from({ length: Math.max(here.length, there.length) }, (_, index) => {
    const marks = [here, there].flatMap((side, slot) =>
      side.slice(index, index + 1).map((figure) => ({ ...toMark(figure), slot })),
    );
    return toBand({ key: marks[0]?.id ?? "", marks });
  });
}
