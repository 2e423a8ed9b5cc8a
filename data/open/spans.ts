import { lastDay, type Span } from "../table/period";
import type { Coded } from "./coded";
import { stepOf } from "./grain";
import { dateOf, dayOf, type Store, type StoredColumn } from "./store";

/** Which rows of a table are counted, or which of its columns is added, in which periods. */
export interface SpansRequest {
  /** The column of dates or years. */
  readonly date: string;
  /** The column that is added; none is needed to count rows. */
  readonly of?: string | undefined;
  readonly spans: readonly Span[];
  /** The steps of the table's own time that are counted beside them. */
  readonly steps: "year" | "month";
  /** Steps outside of it are left out. */
  readonly within?: Span | undefined;
}

/** What the rows of one period come to, as far as their dates and numbers say it. */
export interface SpanCount {
  readonly span: Span;
  /** Rows that lie in the period, whatever their date leaves open. */
  readonly rows: number;
  /** Rows whose date reaches beyond the period, and rows without a date: they may lie in it. */
  readonly coarse: number;
  readonly undated: number;
  /** Rows in it, or maybe in it, without a number to add. */
  readonly unnumbered: number;
  readonly low: number;
  /** Infinity where a number is missing or has no upper end. */
  readonly high: number;
}

export interface SpanCounts {
  /** From the first to the last day of the table; null where no row has a date. */
  readonly covers: Span | null;
  /** Of the periods asked for, in their order, then of the steps. */
  readonly counts: readonly SpanCount[];
  readonly steps: readonly SpanCount[];
}

/** So many steps are counted at most, the last ones. */
const mostSteps = 60;

/**
 * What the rows come to in each period; null where the table has no such columns. `covering` are the rows
 * that say from when to when the table speaks. Each different date is placed once.
 */
export function countSpans(
  store: Store,
  rows: Uint32Array,
  request: SpansRequest,
  covering: Uint32Array,
): SpanCounts | null {
  const columnOf = (id?: string) => store.columns.find((column) => column.id === id);
  const [date, of] = [columnOf(request.date), columnOf(request.of)];
  if (!date || !isTime(date) || (request.of !== undefined && !of)) return null;
  const places = placesOf(date);
  const sums = sumsByPlace(places, date, rows, of);
  const isWhole = covering.length === store.size;
  const covers = coversOf(places, isWhole ? null : countRows(places, date, covering));
  const count = (span: Span) => countSpan(span, places, sums);
  return {
    covers,
    counts: request.spans.map(count),
    steps: stepsOf(covers, request).map(count),
  };
}

/** True of a column that places its rows in time. */
export function isTime({ column }: Pick<StoredColumn, "column">): boolean {
  return column.type === "date" || column.type === "year";
}

/** The different days, or spans of days, of a column: many cells of one day with other hours are one place. */
interface Places {
  /** By cell its place. */
  readonly placeOf: Uint32Array;
  /** By place its first and its last day since 1970; NaN is no date. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const known = new WeakMap<StoredColumn, Places>();

/** The places of a column, kept, since each change of a filter asks. */
function placesOf(column: StoredColumn): Places {
  const found = known.get(column) ?? findPlaces(column);
  known.set(column, found);
  return found;
}

function findPlaces(column: StoredColumn): Places {
  const [starts, ends] = daysOf(column);
  const [from, to]: [number[], number[]] = [[Number.NaN], [Number.NaN]];
  const days = daysIn(starts);
  const known = new Map<number, number>();
  const placeOf = new Uint32Array(starts.length);
  const add = (start: number, end: number) => {
    from.push(start);
    to.push(end);
    return from.length - 1;
  };
  // By index, since a million different times may stand here, of which most share their day with others.
  for (let code = 0; code < starts.length; code++) {
    const [start, end] = [starts[code] ?? Number.NaN, ends[code] ?? Number.NaN];
    if (Number.isNaN(start) || Number.isNaN(end)) continue;
    if (start === end && days) {
      const day = start - days.first;
      days.places[day] ||= add(start, end);
      placeOf[code] = days.places[day] ?? 0;
      continue;
    }
    // Days lie within a few million of 1970, so that two of them make one whole number.
    const key = start === end ? start + 0.5 : start * 8_388_608 + end;
    const place = known.get(key) ?? add(start, end);
    known.set(key, place);
    placeOf[code] = place;
  }
  return { placeOf, from, to };
}

/** So many days, some three thousand years, are listed one by one. */
const mostDays = 1_000_000;

/** A place for each day from the first to the last; null where these lie too far apart. */
function daysIn(starts: Float64Array) {
  let [first, last] = [Infinity, -Infinity];
  for (let code = 0; code < starts.length; code++) {
    const start = starts[code] ?? Number.NaN;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  const length = last - first + 1;
  return length > 0 && length <= mostDays ? { first, places: new Uint32Array(length) } : null;
}

/** By cell its first and its last day since 1970; NaN is no date. */
function daysOf({ column, low, high }: StoredColumn): readonly [Float64Array, Float64Array] {
  if (column.type === "date") return [low, high];
  const isYear = (year: number) => Number.isInteger(year) && year > 0 && year < 10_000;
  const at = (year: number, day: string) =>
    isYear(year) ? dayOf(`${String(year).padStart(4, "0")}-${day}`) : Number.NaN;
  return [low.map((year) => at(year, "01-01")), high.map((year) => at(year, "12-31"))];
}

/** By place what its rows come to. */
interface Sums {
  readonly rows: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What rows that may not belong to a period can take away from it and add to it. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly unnumbered: Float64Array;
}

/** By place, how many of the rows it has. */
function countRows({ placeOf, from }: Places, { codes }: Coded, rows: Uint32Array) {
  const counts = new Float64Array(from.length);
  // By index, since this goes over a million rows while a reader waits.
  for (let at = 0; at < rows.length; at++) {
    const place = placeOf[codes[rows[at] ?? 0] ?? 0] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

function sumsByPlace(
  places: Places,
  date: Coded,
  rows: Uint32Array,
  of: StoredColumn | undefined,
): Sums {
  const empty = () => new Float64Array(places.from.length);
  if (!of) {
    const counts = countRows(places, date, rows);
    const none = empty();
    return { rows: counts, low: counts, high: counts, most: counts, least: none, unnumbered: none };
  }
  const [counts, low, high] = [empty(), empty(), empty()];
  const [least, most, unnumbered] = [empty(), empty(), empty()];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const place = places.placeOf[date.codes[row] ?? 0] ?? 0;
    const cell = of.codes[row] ?? 0;
    const [from, to] = [of.low[cell] ?? Number.NaN, of.high[cell] ?? Number.NaN];
    counts[place] = (counts[place] ?? 0) + 1;
    if (of.missing[cell] === 1 || Number.isNaN(from))
      unnumbered[place] = (unnumbered[place] ?? 0) + 1;
    else {
      // What has no lower end is a count that is not below 0.
      const bottom = Number.isFinite(from) ? from : Math.min(0, to);
      low[place] = (low[place] ?? 0) + bottom;
      high[place] = (high[place] ?? 0) + to;
      least[place] = (least[place] ?? 0) + Math.min(0, bottom);
      most[place] = (most[place] ?? 0) + Math.max(0, to);
    }
  }
  return { rows: counts, low, high, least, most, unnumbered };
}

function countSpan(span: Span, { from, to }: Places, sums: Sums): SpanCount {
  const [first, last] = [dayOf(span.from), dayOf(span.to)];
  const found = { rows: 0, coarse: 0, undated: 0, unnumbered: 0, low: 0, high: 0 };
  let isNegative = false;
  for (let place = 0; place < from.length; place++) {
    const [start, end] = [from[place] ?? Number.NaN, to[place] ?? Number.NaN];
    const rows = sums.rows[place] ?? 0;
    if (rows === 0 || end < first || start > last) continue;
    const isIn = start >= first && end <= last;
    if (isIn) found.rows += rows;
    else if (Number.isNaN(start)) found.undated += rows;
    else found.coarse += rows;
    found.low += (isIn ? sums.low : sums.least)[place] ?? 0;
    found.high += (isIn ? sums.high : sums.most)[place] ?? 0;
    found.unnumbered += sums.unnumbered[place] ?? 0;
    isNegative ||= (sums.least[place] ?? 0) < 0;
  }
  if (found.unnumbered === 0) return { span, ...found };
  return { span, ...found, low: isNegative ? -Infinity : found.low, high: Infinity };
}

/** From the first to the last day of the places that have a row; without counts, of all. */
function coversOf({ from, to }: Places, counts: Float64Array | null): Span | null {
  let [first, last] = [Infinity, -Infinity];
  for (let place = 1; place < from.length; place++) {
    if (counts && counts[place] === 0) continue;
    first = Math.min(first, from[place] ?? first);
    last = Math.max(last, to[place] ?? last);
  }
  return first <= last ? { from: dateOf(first), to: dateOf(last) } : null;
}

/** The years or months in which the table speaks, the last of very many. */
function stepsOf(covers: Span | null, { steps, within }: SpansRequest): readonly Span[] {
  if (!covers) return [];
  const from = within && within.from > covers.from ? within.from : covers.from;
  const to = within && within.to < covers.to ? within.to : covers.to;
  const [first, last] = [from, to].map((day) => stepOf(dayOf(day), steps)) as [number, number];
  const start = Math.max(first, last - mostSteps + 1);
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, at) => {
    const name = nameOf(start + at, steps);
    return { from: `${name}-01-01`.slice(0, 10), to: lastDay(name) };
  });
}

/** A step as an ISO date of its precision. */
function nameOf(step: number, steps: SpansRequest["steps"]): string {
  if (steps === "year") return String(step).padStart(4, "0");
  return `${Math.floor(step / 12)}-${String((step % 12) + 1).padStart(2, "0")}`;
}
