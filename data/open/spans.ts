import { lastDay, type Span } from "../table/period";
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
  const days = daysOf(date);
  const sums = sumsByDate(date, rows, of);
  const covers = coversOf(days, date, covering);
  const count = (span: Span) => countSpan(span, days, sums);
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

interface Days {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** By cell its first and its last day since 1970; NaN is no date. */
function daysOf({ column, low, high }: StoredColumn): Days {
  if (column.type === "date") return { from: low, to: high };
  const isYear = (year: number) => Number.isInteger(year) && year > 0 && year < 10_000;
  const at = (year: number, day: string) =>
    isYear(year) ? dayOf(`${String(year).padStart(4, "0")}-${day}`) : Number.NaN;
  return { from: low.map((year) => at(year, "01-01")), to: high.map((year) => at(year, "12-31")) };
}

/** By cell of the dates what its rows come to. */
interface Sums {
  readonly codes: readonly number[];
  readonly rows: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What rows that may not belong to a period can take away from it and add to it. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly unnumbered: Float64Array;
}

function sumsByDate({ codes, words }: StoredColumn, rows: Uint32Array, of?: StoredColumn): Sums {
  const empty = () => new Float64Array(words.length);
  const counts = empty();
  if (!of) {
    for (const row of rows) {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const none = empty();
    const same = { rows: counts, low: counts, high: counts, most: counts };
    return { codes: filledOf(counts), ...same, least: none, unnumbered: none };
  }
  const [low, high, least, most, unnumbered] = [empty(), empty(), empty(), empty(), empty()];
  const add = (to: Float64Array, code: number, value: number) => {
    to[code] = (to[code] ?? 0) + value;
  };
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const cell = of.codes[row] ?? 0;
    const [from, to] = [of.low[cell] ?? Number.NaN, of.high[cell] ?? Number.NaN];
    add(counts, code, 1);
    if (of.missing[cell] === 1 || Number.isNaN(from)) add(unnumbered, code, 1);
    else {
      // What has no lower end is a count that is not below 0.
      const bottom = Number.isFinite(from) ? from : Math.min(0, to);
      add(low, code, bottom);
      add(high, code, to);
      add(least, code, Math.min(0, bottom));
      add(most, code, Math.max(0, to));
    }
  }
  return { codes: filledOf(counts), rows: counts, low, high, least, most, unnumbered };
}

function filledOf(counts: Float64Array): readonly number[] {
  const codes: number[] = [];
  for (let code = 0; code < counts.length; code++) if ((counts[code] ?? 0) > 0) codes.push(code);
  return codes;
}

function countSpan(span: Span, { from, to }: Days, sums: Sums): SpanCount {
  const [first, last] = [dayOf(span.from), dayOf(span.to)];
  const found = { rows: 0, coarse: 0, undated: 0, unnumbered: 0, low: 0, high: 0 };
  let isNegative = false;
  for (const code of sums.codes) {
    const [start, end] = [from[code] ?? Number.NaN, to[code] ?? Number.NaN];
    if (end < first || start > last) continue;
    const isIn = start >= first && end <= last;
    const rows = sums.rows[code] ?? 0;
    if (isIn) found.rows += rows;
    else if (Number.isNaN(start)) found.undated += rows;
    else found.coarse += rows;
    found.low += (isIn ? sums.low : sums.least)[code] ?? 0;
    found.high += (isIn ? sums.high : sums.most)[code] ?? 0;
    found.unnumbered += sums.unnumbered[code] ?? 0;
    isNegative ||= (sums.least[code] ?? 0) < 0;
  }
  if (found.unnumbered === 0) return { span, ...found };
  return { span, ...found, low: isNegative ? -Infinity : found.low, high: Infinity };
}

function coversOf({ from, to }: Days, { codes }: StoredColumn, rows: Uint32Array): Span | null {
  const seen = new Uint8Array(from.length);
  for (const row of rows) seen[codes[row] ?? 0] = 1;
  let [first, last] = [Infinity, -Infinity];
  for (let code = 0; code < seen.length; code++) {
    if (seen[code] !== 1) continue;
    // Of a cell without a date neither comparison holds.
    if ((from[code] ?? Number.NaN) < first) first = from[code] ?? first;
    if ((to[code] ?? Number.NaN) > last) last = to[code] ?? last;
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
