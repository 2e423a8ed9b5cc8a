import { firstDay, lastDay } from "../table/period";
import { isProblem, type Parsed, quote } from "../table/problem";
import { parseDate } from "./date";
import { isBlank } from "./fold";
import { formatPlain, parseNumber } from "./number";

/** From `min` to `max`, both in; null is open. */
export interface ValueRange<T> {
  readonly min: T | null;
  readonly max: T | null;
}

/** What a range is made of: how a bound is read, and in which order two bounds stand. */
interface Bounds<T> {
  readonly parse: (text: string) => Parsed<T>;
  readonly isReversed: (min: T, max: T) => boolean;
  readonly order: string;
  readonly examples: string;
}

const numbers: Bounds<number> = {
  parse: parseNumber,
  isReversed: (min, max) => min > max,
  order: "the smaller number first",
  examples: "a number or a range such as 10..20, 10.. or ..20",
};

const dates: Bounds<string> = {
  parse: parseDate,
  isReversed: (min, max) => firstDay(min) > lastDay(max),
  order: "the earlier date first",
  examples: "a date or a range such as 2021..2022-06 or 2021..",
};

/** A range of numbers as an address says it or a person types it → the range, or what is wrong. */
export const parseNumbers = (text: string) => parseRange(text, numbers);

/** A range of dates, the same. */
export const parseDates = (text: string) => parseRange(text, dates);

/** A range as an address says it; inverse of `parseNumbers` and `parseDates`. */
export function formatValueRange({ min, max }: ValueRange<number | string>): string {
  return min === max ? said(min) : `${said(min)}..${said(max)}`;
}

function said(bound: number | string | null): string {
  return typeof bound === "number" ? formatPlain(bound) : (bound ?? "");
}

/** Two bounds that are as long as a number may be. */
const longest = 800;

function parseRange<T extends number | string>(
  text: string,
  bounds: Bounds<T>,
): Parsed<ValueRange<T>> {
  const wrong = { problem: `expected ${bounds.examples}, found ${quote(text)}` };
  if (text.length > longest) return wrong;
  // Phones make one sign of several points.
  const [from = "", to, ...rest] = text.replace(/…|\.{3}/, "..").split("..");
  if (rest.length > 0) return wrong;
  if (to === undefined) return parseOne(from, bounds);
  const [min, max] = [parseBound(from, bounds), parseBound(to, bounds)];
  if (isProblem(min)) return min;
  if (isProblem(max)) return max;
  if (min === null && max === null) return wrong;
  if (min === null || max === null || !bounds.isReversed(min, max)) return { min, max };
  return { problem: `expected ${bounds.order}, found ${quote(text)}` };
}

/** One bound is a range from it to itself; where it is none, it may be two as people write them. */
function parseOne<T extends number | string>(
  text: string,
  bounds: Bounds<T>,
): Parsed<ValueRange<T>> {
  const bound = bounds.parse(text);
  if (!isProblem(bound)) return { min: bound, max: bound };
  for (const between of [" to ", "–", "—", " - ", "-"]) {
    const [from = "", to = "", ...rest] = text.split(between);
    const ends = [from, to].map((end) => (end.trim() === "" ? bound : bounds.parse(end)));
    if (rest.length === 0 && !ends.some(isProblem)) return parseRange(`${from}..${to}`, bounds);
  }
  return bound;
}

function parseBound<T>(text: string, { parse }: Pick<Bounds<T>, "parse">): Parsed<T | null> {
  return isBlank(text) ? null : parse(text);
}
