/** Two days, both in, as ISO 8601 dates. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** `2021-08` → `2021-08-01`: the first day a date at any precision may mean. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** `2021-02` → `2021-02-28`: the last day a date at any precision may mean. */
export function lastDay(date: string): string {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  if (day) return date;
  return `${firstDay(date).slice(0, 4)}-${String(month).padStart(2, "0")}-${daysIn(year, month)}`;
}

/** How many days a month has, 1 being January, by the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

interface Dated {
  readonly start?: unknown;
  readonly end?: unknown;
  readonly as_of?: unknown;
}

const known = new WeakMap<Dated, Span | null>();

/**
 * The days a figure speaks of: its period, else the date it is stated for; null without either. Kept a
 * figure, since chart, order and totals of each view ask.
 */
export function spanOf(figure: Dated): Span | null {
  const found = known.get(figure);
  if (found !== undefined) return found;
  const span = findSpan(figure);
  known.set(figure, span);
  return span;
}

function findSpan(figure: Dated): Span | null {
  const { start, end, as_of } = figure;
  const from = typeof start === "string" ? start : as_of;
  const to = typeof end === "string" ? end : typeof as_of === "string" ? as_of : start;
  if (typeof from !== "string" || typeof to !== "string") return null;
  return { from: firstDay(from), to: lastDay(to) };
}

/** True where two spans share a day. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** True of `2021`, `2021-08` and `2021-08-26` where such a year, month or day exists (ISO 8601). */
export function isPartialDate(text: string): boolean {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
