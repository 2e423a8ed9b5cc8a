import { overlaps, type Span, spanOf } from "../table/period";
import { add, type Estimate, exactly, multiply, nth, toEstimate } from "./estimate";
import { byId, type Figure } from "./figure";
import { formatEstimate, formatPeriod, inSentence } from "./format";
import type { Names } from "./names";
import { originalIn } from "./repeat";

/** What may be said of several figures together. What means nothing is null. */
export interface Total {
  /** Figures that are counted: all but repeats and words. */
  readonly counted: number;
  readonly leftOut: readonly { readonly figure: Figure; readonly reason: string }[];
  readonly sum: Estimate | null;
  readonly mean: Estimate | null;
  readonly median: Estimate | null;
  readonly min: Estimate | null;
  readonly max: Estimate | null;
  /** Why there is no sum, in a few words; null where there is one. */
  readonly refusal: string | null;
  readonly unit: string | null;
}

export interface TotalContext {
  /** All figures of the workbook, for chains of parts that lead outside the rows. */
  readonly all: readonly Figure[];
  readonly names: Names;
}

/** What a total keeps to, for the codebook. */
export const totalRules: readonly string[] = [
  "A repeat of a figure is never counted, and words cannot be; what was left out is listed.",
  "A sum needs one measure, and one that may be added: ranks, positions, percentages, durations and numbers that exist at one time are not.",
  "A part is never added to its whole, also where another statement of the same fact stands for either.",
  "Two statements of one fact are never added.",
  "Figures must be provably separate: of different events, or of periods without a common day, or of places without a common country. Different subjects that one paragraph lists side by side for one event are separate too.",
  "Lower bounds are added to lower bounds and upper to upper: a sum of ranges is a range, and one open end leaves the sum open. Nothing counted is below 0.",
  "One approximate figure makes the total approximate; a bound that excludes its number (more than, fewer than) makes the bound of the total exclude its number.",
  "A difference takes the upper bound of what is taken away from the lower bound, and the other way round; a share divides in the same way. So a change between ranges is a range.",
  "Mean and median are given where a sum is and the figures are alike: all of single events, or all over periods of one length. Least and most are given wherever there is one measure, as bounds.",
];

const nothing = { sum: null, mean: null, median: null, min: null, max: null };

/**
 * Sum, mean, median, least and most of the figures, or why not: see `totalRules`. A repeat is never
 * counted; words cannot be.
 */
export function toTotal(figures: readonly Figure[], context: TotalContext): Total {
  const { counted, leftOut } = sortOut(figures);
  const [first] = counted;
  const base = { counted: counted.length, leftOut };
  if (!first) return { ...base, ...nothing, refusal: "nothing to add", unit: null };
  const mixed = mixedMeasures(counted, context.names);
  if (mixed) return { ...base, ...nothing, refusal: mixed, unit: null };
  const estimates = counted.flatMap((figure) => toEstimate(figure) ?? []);
  const unit = first.unit;
  const ends = { min: nth(estimates, 0), max: nth(estimates, estimates.length - 1) };
  const kind = context.names.kinds[first.measure];
  const overlap = firstOverlap(counted, context);
  const isAdditive = kind?.additive === "yes";
  const refusal = isAdditive ? overlap : `${plurals[kind?.kind ?? ""] ?? "figures"} are not added`;
  const isAveraged = refusal === null && areAlike(counted);
  const sum = estimates.reduce(add);
  return {
    ...base,
    ...ends,
    sum: refusal === null ? sum : null,
    mean: isAveraged ? multiply(sum, 1 / estimates.length) : null,
    median: isAveraged ? medianOf(estimates) : null,
    refusal,
    unit,
  };
}

/** True of figures that all are of single events, or all cover periods of one length. */
function areAlike(figures: readonly Figure[]): boolean {
  const lengthOf = ({ event, start, end }: Figure) => {
    if (event !== null) return "event";
    const span = spanOf({ start, end });
    if (start === end) return `${start?.length ?? 0}`;
    return span ? `${(Date.parse(span.to) - Date.parse(span.from)) / 86_400_000} days` : "unknown";
  };
  return new Set(figures.map(lengthOf)).size === 1;
}

const plurals: { readonly [kind: string]: string } = {
  stock: "numbers that exist at one time",
  share: "percentages",
  rank: "ranks",
  ordinal: "positions in an order",
  span: "durations",
  flow: "figures of this measure",
};

function sortOut(figures: readonly Figure[]) {
  const leftOut = figures.flatMap((figure) => {
    if (figure.echoes !== null) return [{ figure, reason: "repeats another figure" }];
    return figure.precision === "words" ? [{ figure, reason: "in words" }] : [];
  });
  const out = new Set(leftOut.map(({ figure }) => figure));
  return { counted: figures.filter((figure) => !out.has(figure)), leftOut };
}

function mixedMeasures(figures: readonly Figure[], { measures }: Names): string | null {
  const [first, second, ...more] = [...new Set(figures.map(({ measure }) => measure))].sort();
  if (!first || !second) return null;
  const names = [first, second].map((id) => inSentence(measures[id] ?? id));
  return more.length > 0
    ? `${names.length + more.length} different measures`
    : `${names.join(" and ")} are different measures`;
}

function medianOf(estimates: readonly Estimate[]): Estimate {
  const upper = Math.floor(estimates.length / 2);
  const lower = Math.ceil(estimates.length / 2) - 1;
  return multiply(add(nth(estimates, lower), nth(estimates, upper)), 0.5);
}

/** The first pair, in any order of the rows the same, that may count something twice; null if none. */
function firstOverlap(figures: readonly Figure[], context: TotalContext): string | null {
  const sorted = figures.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const keyOf = keysIn(context.all);
  const wholes = wholesOf(context.all, keyOf);
  for (const why of overlapRules)
    for (const [index, a] of sorted.entries())
      for (const b of sorted.slice(index + 1)) {
        const reason = why(a, b, { ...context, wholes, keyOf });
        if (reason) return reason;
      }
  return crowding(sorted, context);
}

/** Parts of one whole that come to more than it does are not separate, however they are listed. */
function crowding(figures: readonly Figure[], { all }: TotalContext): string | null {
  for (const whole of all) {
    const parts = figures.filter(({ part_of }) => part_of === whole.id);
    const sum = parts.flatMap((part) => toEstimate(part) ?? []).reduce(add, exactly(0));
    const limit = toEstimate(whole);
    if (parts.length > 1 && limit && sum.low > limit.high)
      return `${parts.map(formatEstimate).join(" and ")} come to more than their whole, ${formatEstimate(whole)}`;
  }
  return null;
}

type Wholes = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What a figure stands for, whoever says it: its fact, else the figure that it repeats in the end,
 * else itself. Wholes are known by it.
 */
type KeyOf = (figure: Figure) => string;

function keysIn(all: readonly Figure[]): KeyOf {
  const known = byId(all);
  const originalOf = originalIn(all);
  return ({ id, fact }) => {
    const original = originalOf(id);
    return fact ?? known.get(original)?.fact ?? original;
  };
}

/** For each figure's key, the keys of everything that contains it. */
function wholesOf(all: readonly Figure[], keyOf: KeyOf): Wholes {
  const known = byId(all);
  const parents = new Map<string, Set<string>>();
  for (const figure of all) {
    const whole = figure.part_of ? known.get(figure.part_of) : undefined;
    if (whole) join(parents, keyOf(figure), keyOf(whole));
  }
  const above = (key: string, seen: Set<string>): Set<string> => {
    for (const parent of parents.get(key) ?? [])
      if (!seen.has(parent)) above(parent, seen.add(parent));
    return seen;
  };
  return new Map([...parents.keys()].map((key) => [key, above(key, new Set())]));
}

function join(map: Map<string, Set<string>>, key: string, value: string) {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}

type OverlapRule = (
  a: Figure,
  b: Figure,
  context: TotalContext & { readonly wholes: Wholes; readonly keyOf: KeyOf },
) => string | null;

/** Why two figures may not be added, the plainest reason first; where none speaks they are separate. */
const overlapRules: readonly OverlapRule[] = [
  (a, b, { wholes, keyOf }) => containment(keyOf, a, b, wholes) ?? containment(keyOf, b, a, wholes),
  (a, b) => (a.fact !== null && a.fact === b.fact ? "two statements of the same fact" : null),
  (a, b, context) => {
    if (isSeparate(a, b)) return null;
    if (a.event !== null && a.event === b.event)
      return `both are about ${context.names.events[a.event] ?? a.event}`;
    const [first, second] = [periodOf(a), periodOf(b)];
    if (!first || !second) return `no period is stated for ${formatEstimate(first ? b : a)}`;
    return `the periods overlap (${formatPeriod(a)} and ${formatPeriod(b)})`;
  },
];

function containment(keyOf: KeyOf, part: Figure, whole: Figure, wholes: Wholes): string | null {
  if (!wholes.get(keyOf(part))?.has(keyOf(whole))) return null;
  return `${formatEstimate(part)} is part of ${formatEstimate(whole)}`;
}

/**
 * True where two figures are provably about different things. Two figures of events: the events
 * differ, or one paragraph lists different subjects of the event side by side, where containment
 * would have been encoded as such. Any others: their periods share no day, or their places no country.
 */
export function isSeparate(a: Figure, b: Figure): boolean {
  if (a.event !== null && b.event !== null) return a.event !== b.event || isListedWith(a, b);
  const [first, second] = [periodOf(a), periodOf(b)];
  if (first && second && !overlaps(first, second)) return true;
  return Boolean(a.countries && b.countries && !sharesCode(a.countries, b.countries));
}

/** The period that a count covers; the date of a statement is none. */
function periodOf({ start, end }: Figure): Span | null {
  return start === null ? null : spanOf({ start, end });
}

function sharesCode(a: string, b: string): boolean {
  const codes = new Set(a.split(" "));
  return b.split(" ").some((code) => codes.has(code));
}

function isListedWith(a: Figure, b: Figure): boolean {
  const alike = ["event", "document", "paragraph", "claimant"] as const;
  const isSubject = a.subject !== null && b.subject !== null && a.subject !== b.subject;
  return isSubject && alike.every((name) => a[name] === b[name]);
}
