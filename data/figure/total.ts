import { spanOf } from "../table/period";
import { loosen, roundQuotient, roundSum } from "./digits";
import { add, type Estimate, multiply, nth, toEstimate } from "./estimate";
import type { Figure } from "./figure";
import { inSentence, joinWith } from "./format";
import type { Names } from "./names";
import { missingOf, overlapOf, type Relations, relationsOf } from "./overlap";
import { type Scope, toScope } from "./scope";
import { isSameSeries } from "./yearly";

/** What may be said of several figures together. What means nothing is null. */
export interface Total {
  /** Figures that are counted: all but repeats and words. */
  readonly counted: number;
  readonly leftOut: readonly { readonly figure: Figure; readonly reason: string }[];
  /** Figures of the measure in words, which leave a sum a lower bound. */
  readonly inWords: number;
  readonly sum: Estimate | null;
  readonly mean: Estimate | null;
  readonly median: Estimate | null;
  /** What mean and median are of: "an event", "a year"; null where there is none. */
  readonly per: string | null;
  readonly min: Estimate | null;
  readonly max: Estimate | null;
  /** Why there is no sum, in a few words; null where there is one. */
  readonly refusal: string | null;
  /** What the figures of the sum cover, words included, else those counted; null where they are of several measures, or none is counted. */
  readonly scope: Scope | null;
  readonly unit: string | null;
}

export interface TotalContext {
  /** All figures of the workbook, for chains of parts that lead outside the rows. */
  readonly all: readonly Figure[];
  readonly names: Names;
}

/** What a total keeps to, for the codebook. */
export const totalRules: readonly string[] = [
  "A total says of what it is: measure, unit, actors, period, place, and how the figures are known. It is of the figures that are selected, else of those in the chart.",
  "What several figures repeat is counted once. Words cannot be counted: beside words that could be added a sum is a lower bound, beside others there is none; there is no mean and no median, and lowest and highest are those of the figures in numbers.",
  "A sum needs one measure, and one that may be added: ranks, positions, percentages, durations, lengths and numbers that exist at one time are not.",
  "A part is never added to its whole, also where another statement of the same fact stands for either; and not to anything but parts of the same whole, since it counts less than what it would stand beside. The same goes for a figure of an event of which more is stated.",
  "Two statements of one fact are never added.",
  "Figures must be provably separate: of different events, or of periods without a common day, or of places without a common country. Different subjects that one paragraph lists side by side for one event are separate too.",
  "A count over a period is added only to counts of the same thing, known in the same way and by the same claimant: not to one event, and not to a few that a text names.",
  "Without a period there is no sum, except of figures that all are of one event.",
  "Sums over several actors, or over what is claimed, counted and reported, name them.",
  "Lower bounds are added to lower bounds and upper to upper: a sum of ranges is a range, and one open end leaves the sum open. Nothing counted is below 0.",
  "One approximate figure makes the total approximate, and leaves it no more digits than it has itself; a bound that excludes its number (more than, fewer than) makes the bound of the total exclude its number.",
  "A difference takes the upper bound of what is taken away from the lower bound, and the other way round; a share divides in the same way. So a change between ranges is a range.",
  "A change is computed within one series alone: one measure of one thing and place, by one actor, as one claimant counts it in one document. A share is computed of its own whole alone. Both are called computed.",
  "Mean and median are given where a sum is and the figures are alike: one number an event, with everything that is stated of it, or the figures of one series over periods of one length. Lowest and highest are given wherever there is one measure, as bounds, but not of ranks and positions, each of which belongs to an order of its own.",
];

type Numbers = Pick<Total, "sum" | "mean" | "median" | "per" | "min" | "max">;

const nothing: Numbers = { sum: null, mean: null, median: null, per: null, min: null, max: null };

/**
 * Sum, mean, median, lowest and highest of the figures, or why not: see `totalRules`. What is repeated is
 * counted once; words cannot be counted.
 */
export function toTotal(figures: readonly Figure[], context: TotalContext): Total {
  const sorted = sortOut(figures, relationsOf(context.all));
  const { counted, leftOut, inWords } = sorted;
  const base = { counted: counted.length, leftOut, inWords: inWords.length };
  const [first] = counted;
  const mixed = first ? mixedMeasures(counted, context.names) : "nothing to add";
  if (!first || mixed) return { ...base, ...nothing, refusal: mixed, scope: null, unit: null };
  const refusal = refusalOf([...counted, ...inWords], context);
  const isSum = refusal === null;
  return {
    ...base,
    ...nothing,
    ...endsOf(counted, context),
    ...(isSum ? sumsOf(sorted, context) : {}),
    refusal,
    scope: toScope(isSum ? [...counted, ...inWords] : counted, context.names),
    unit: first.unit,
  };
}

/** Kinds of which each figure belongs to an order of its own, so that there is no lowest among several. */
const orders = ["rank", "ordinal"];

function endsOf(counted: readonly Figure[], { names }: TotalContext): Partial<Numbers> {
  const [first, ...others] = counted;
  if (!first || others.length === 0) return {};
  if (orders.includes(names.kinds[first.measure]?.kind ?? "")) return {};
  const estimates = estimatesOf(counted);
  return { min: nth(estimates, 0), max: nth(estimates, estimates.length - 1) };
}

function sumsOf(sorted: Sorted, context: TotalContext): Partial<Numbers> {
  const { counted, inWords } = sorted;
  const estimates = estimatesOf(counted);
  const sum = roundSum(estimates.reduce(add), estimates);
  if (inWords.length > 0)
    return { sum: { ...sum, high: Number.POSITIVE_INFINITY, isHighStrict: false } };
  return { sum, ...meansOf(unitsOf(counted, context.all)) };
}

/** Mean and median of units, each of which one figure or several come to. */
function meansOf(units: readonly (readonly Figure[])[]): Partial<Numbers> {
  if (units.length < 2) return {};
  const numbers = units.map((unit) => estimatesOf(unit).reduce(add));
  const loose = units.map((unit) => estimatesOf(unit).map(loosen).reduce(add));
  const of = (combine: (numbers: readonly Estimate[]) => Estimate) =>
    roundQuotient(combine(numbers), combine(loose));
  return { mean: of(meanOf), median: of(medianOf), per: perOf(units) };
}

/** One unit of a mean in words. */
function perOf([unit]: readonly (readonly Figure[])[]): string {
  const [figure] = unit ?? [];
  if (!figure || figure.event !== null) return "an event";
  const { start, end } = figure;
  return (start === end && lengths[start?.length ?? 0]) || "a period";
}

/** Periods by how many characters their date has: 2024, 2024-03, 2024-03-22. */
const lengths: { readonly [characters: number]: string } = {
  4: "a year",
  7: "a month",
  10: "a day",
};

function meanOf(estimates: readonly Estimate[]): Estimate {
  return multiply(estimates.reduce(add), 1 / estimates.length);
}

function estimatesOf(figures: readonly Figure[]): readonly Estimate[] {
  return figures.flatMap((figure) => toEstimate(figure) ?? []);
}

function refusalOf(counted: readonly Figure[], context: TotalContext): string | null {
  const [first] = counted;
  const kind = context.names.kinds[first?.measure ?? ""];
  if (kind?.additive === "yes") return overlapOf(counted, context);
  if (kind?.kind === "span") return `these are spans of ${first?.unit}`;
  return plurals[kind?.kind ?? ""] ?? "these are not additive";
}

const plurals: { readonly [kind: string]: string } = {
  stock: "these are numbers at one time",
  share: "these are percentages",
  rank: "these are ranks",
  ordinal: "these are positions in an order",
  flow: "figures of this measure may count the same things",
};

/**
 * What a mean is a mean of: the figures of each event, where every one is of an event and nothing that
 * is stated of it is missing; else each figure of one series over periods of one length; else nothing.
 */
function unitsOf(
  counted: readonly Figure[],
  all: readonly Figure[],
): readonly (readonly Figure[])[] {
  if (counted.every(({ event }) => event !== null))
    return isWhole(counted, all) ? byEvent(counted) : [];
  const [first] = counted;
  const isLike = (figure: Figure) =>
    figure.event === null &&
    first !== undefined &&
    isSameSeries(first, figure) &&
    length(first) === length(figure);
  return counted.every(isLike) ? counted.map((figure) => [figure]) : [];
}

function byEvent(counted: readonly Figure[]): readonly (readonly Figure[])[] {
  const events = [...new Set(counted.map(({ event }) => event))];
  return events.map((event) => counted.filter((figure) => figure.event === event));
}

/** False where a figure is a part, or another one that is no part counts more of one of the events. */
function isWhole(counted: readonly Figure[], all: readonly Figure[]): boolean {
  const { keyOf, wholes } = relationsOf(all);
  return missingOf(counted, all).length === 0 && !counted.some((each) => wholes.has(keyOf(each)));
}

/** How long a period is: whole years are as long as one another, and months too. */
function length({ start, end }: Figure): string {
  const span = spanOf({ start, end });
  if (start === end) return `${start?.length ?? 0}`;
  return span ? `${(Date.parse(span.to) - Date.parse(span.from)) / 86_400_000} days` : "unknown";
}

interface Sorted extends Pick<Total, "leftOut"> {
  readonly counted: readonly Figure[];
  /** Figures of the measure in words, of nothing that is counted. */
  readonly inWords: readonly Figure[];
}

/** Words and what is said twice are left out; of repeats of one figure the first by its id stands for it. */
function sortOut(figures: readonly Figure[], relations: Relations): Sorted {
  const numbers = figures.filter(({ precision }) => precision !== "words");
  const worded = figures.filter(({ precision }) => precision === "words");
  const [firsts, words] = [firstsOf(numbers, relations), firstsOf(worded, relations)];
  const isRepeat = (figure: Figure) => {
    const key = relations.keyOf(figure);
    return figure.echoes !== null && (firsts.get(key) ?? words.get(key)) !== figure;
  };
  const counted = numbers.filter((figure) => !isRepeat(figure));
  const kept = new Set(counted);
  const measures = new Set(counted.map(({ measure }) => measure));
  const leftOut = figures
    .filter((figure) => !kept.has(figure))
    .map((figure) => {
      if (isRepeat(figure)) return { figure, reason: "repeats another figure" };
      if (measures.size > 0 && !measures.has(figure.measure))
        return { figure, reason: "in words, of another measure" };
      const isCounted = isIn(firsts, figure, relations);
      return { figure, reason: isCounted ? "in words, of what is counted" : "in words" };
    });
  return {
    counted,
    leftOut,
    inWords: leftOut.flatMap(({ figure, reason }) => (reason === "in words" ? [figure] : [])),
  };
}

/** For each thing that figures stand for, the one that states it first: no repeat, else the first by id. */
function firstsOf(figures: readonly Figure[], { keyOf }: Relations): ReadonlyMap<string, Figure> {
  const sorted = figures.toSorted(byOriginality);
  return new Map(sorted.toReversed().map((figure) => [keyOf(figure), figure]));
}

/** True of a statement of something counted, or of a part of it. */
function isIn(
  counted: ReadonlyMap<string, Figure>,
  figure: Figure,
  { keyOf, above }: Relations,
): boolean {
  const key = keyOf(figure);
  return [key, ...(above.get(key) ?? [])].some((each) => counted.has(each));
}

/** What repeats nothing goes first, then by id. */
function byOriginality(a: Figure, b: Figure): number {
  const order = Number(a.echoes !== null) - Number(b.echoes !== null);
  return order || (a.id < b.id ? -1 : 1);
}

function mixedMeasures(figures: readonly Figure[], { measures }: Names): string | null {
  const ids = [...new Set(figures.map(({ measure }) => measure))].toSorted();
  if (ids.length < 2) return null;
  if (ids.length > 2) return `these count ${ids.length} different things`;
  return `${joinWith(
    ids.map((id) => `“${inSentence(measures[id] ?? id)}”`),
    "and",
  )} are different measures`;
}

function medianOf(estimates: readonly Estimate[]): Estimate {
  const upper = Math.floor(estimates.length / 2);
  const lower = Math.ceil(estimates.length / 2) - 1;
  return multiply(add(nth(estimates, lower), nth(estimates, upper)), 0.5);
}
