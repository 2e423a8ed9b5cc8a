import { loosen } from "../figure/digits";
import { divide, type Estimate, exactly, subtract, toEstimate } from "../figure/estimate";
import type { Figure } from "../figure/figure";
import type { SpanCount } from "../open/spans";

/** An amount with its bounds, and which of them nobody states. */
export interface Quantity extends Estimate {
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
}

/** What a figure states as an amount; null for words. */
export function quantityOf(figure: Figure): Quantity | null {
  const estimate = toEstimate(figure);
  if (!estimate) return null;
  const { low, best, high } = figure;
  const isStated = (bound: number | null) => bound !== null || best !== null;
  return { ...estimate, isLowOpen: !isStated(low), isHighOpen: !isStated(high) };
}

/** What the rows of a period come to: a number, or bounds where a row may not belong to it. */
export function ownQuantity({ low, high }: Pick<SpanCount, "low" | "high">): Quantity {
  return {
    ...exactly(low),
    high,
    isLowOpen: !Number.isFinite(low),
    isHighOpen: !Number.isFinite(high),
  };
}

/**
 * How one amount stands to another one: wholly below or above it, the same, inside of what the other one
 * states, around it, or open, where words or a bound that nobody states leave it undecided.
 */
export type Relation = "below" | "above" | "same" | "inside" | "around" | "open";

/** What the other side says where this side says a relation. */
export const mirrored: { readonly [relation in Relation]: Relation } = {
  below: "above",
  above: "below",
  same: "same",
  inside: "around",
  around: "inside",
  open: "open",
};

/**
 * The relation of `a` to `b`; words fit anything. An approximate number reaches half a unit of its last
 * digit that is not 0 to either side; a bound that excludes its number does so by one where both count
 * whole things.
 */
export function relationOf(a: Quantity | null, b: Quantity | null): Relation {
  if (!a || !b) return "open";
  const isWhole = isCounted(a) && isCounted(b);
  const [x, y] = [reachOf(a, isWhole), reachOf(b, isWhole)];
  if (isBelow(x, y)) return "below";
  if (isBelow(y, x)) return "above";
  const [isIn, isAround] = [holds(y, x), holds(x, y)];
  if (isIn && isAround) return "same";
  if (isIn) return "inside";
  return isAround ? "around" : "open";
}

function isCounted({ low, high, isAbout }: Quantity): boolean {
  return !isAbout && [low, high].every((end) => Number.isInteger(end) || !Number.isFinite(end));
}

function reachOf(quantity: Quantity, isWhole: boolean): Quantity {
  if (quantity.isAbout) return { ...quantity, ...loosen(quantity) };
  if (!isWhole) return quantity;
  const { low, high, isLowStrict, isHighStrict } = quantity;
  return {
    ...quantity,
    low: isLowStrict ? low + 1 : low,
    high: isHighStrict ? high - 1 : high,
    isLowStrict: false,
    isHighStrict: false,
  };
}

/** True where every number of `a` is less than every one of `b`. */
function isBelow(a: Quantity, b: Quantity): boolean {
  return a.isHighStrict || b.isLowStrict ? a.high <= b.low : a.high < b.low;
}

/** True where `outer` states both its ends and every number of `inner` lies between them. */
function holds(outer: Quantity, inner: Quantity): boolean {
  if (outer.isLowOpen || outer.isHighOpen || inner.isLowOpen || inner.isHighOpen) return false;
  const isFrom =
    outer.isLowStrict && !inner.isLowStrict ? outer.low < inner.low : outer.low <= inner.low;
  const isTo =
    outer.isHighStrict && !inner.isHighStrict ? outer.high > inner.high : outer.high >= inner.high;
  return isFrom && isTo;
}

/** a − b, bound by bound; null where either is words. */
export function differenceOf(a: Estimate | null, b: Estimate | null): Estimate | null {
  return a && b && subtract(a, b);
}

/** a ÷ b, bound by bound; null where either is words or below 0, and where `b` may be 0. */
export function ratioOf(a: Estimate | null, b: Estimate | null): Estimate | null {
  return a && b && a.low >= 0 ? divide(a, b) : null;
}
