import { type Figure, middleOf, type Precision } from "./figure";

/**
 * A quantity as far as statements bound it: from `low` to `high`, both in unless strict. No upper
 * bound is Infinity, no lower one −Infinity. `isAbout` is set as soon as one approximate figure is
 * in it.
 *
 * The algebra: what may be added is added bound by bound, what is taken away crosses over (the low
 * of a difference is low − high), a result is approximate where any part is, strict where the bound
 * that decides it is, and open where any part is open. So a wider statement never gives a narrower
 * result.
 */
export interface Estimate {
  readonly low: number;
  readonly high: number;
  readonly isLowStrict: boolean;
  readonly isHighStrict: boolean;
  readonly isAbout: boolean;
}

type Quantity = Pick<Figure, "low" | "best" | "high" | "precision" | "unit">;

/** A figure as an estimate; null for words. Nothing counted is below 0, and no percentage above 100. */
export function toEstimate(figure: Quantity): Estimate | null {
  const { low, best, high, precision, unit } = figure;
  if (precision === "words" || middleOf(figure) === null) return null;
  return {
    low: low ?? best ?? 0,
    high: high ?? best ?? (unit === "percent" ? 100 : Number.POSITIVE_INFINITY),
    isLowStrict: precision === "more than",
    isHighStrict: precision === "fewer than",
    isAbout: precision === "about" || precision === "about range",
  };
}

/** Exactly this number. */
export function exactly(value: number): Estimate {
  return { low: value, high: value, isLowStrict: false, isHighStrict: false, isAbout: false };
}

/** a + b, bound by bound. */
export function add(a: Estimate, b: Estimate): Estimate {
  return {
    low: a.low + b.low,
    high: a.high + b.high,
    isLowStrict: a.isLowStrict || b.isLowStrict,
    isHighStrict: a.isHighStrict || b.isHighStrict,
    isAbout: a.isAbout || b.isAbout,
  };
}

/** a − b: the least it can be is the low of `a` less the high of `b`. */
export function subtract(a: Estimate, b: Estimate): Estimate {
  return add(a, {
    low: -b.high,
    high: -b.low,
    isLowStrict: b.isHighStrict,
    isHighStrict: b.isLowStrict,
    isAbout: b.isAbout,
  });
}

/** a × number, for a number that is not negative. */
export function multiply(a: Estimate, number: number): Estimate {
  return { ...a, low: a.low * number, high: a.high * number };
}

/** a ÷ b for estimates that are not negative; null where `b` may be 0. */
export function divide(a: Estimate, b: Estimate): Estimate | null {
  if (b.low <= 0) return null;
  return {
    low: a.low / b.high,
    high: a.high / b.low,
    isLowStrict: a.isLowStrict || b.isHighStrict,
    isHighStrict: a.isHighStrict || b.isLowStrict,
    isAbout: a.isAbout || b.isAbout,
  };
}

/** The change from `before` to `after` in per cent of `before`; null where that may be 0. */
export function changeInPercent(before: Estimate, after: Estimate): Estimate | null {
  const ratio = divide(after, before);
  return ratio && subtract(multiply(ratio, 100), exactly(100));
}

type Bound = "low" | "high";
const strictness = { low: "isLowStrict", high: "isHighStrict" } as const;

/**
 * The estimate whose bounds are the k-th of all lows and the k-th of all highs, k from 0. It is
 * approximate or strict only where no estimate that has the same bound is otherwise.
 */
export function nth(estimates: readonly Estimate[], k: number): Estimate {
  const at = (bound: Bound) => {
    const sorted = estimates.toSorted((a, b) => a[bound] - b[bound]);
    const value = sorted[k]?.[bound] ?? Number.NaN;
    const same = sorted.filter((each) => each[bound] === value);
    const isStrict = same.every((each) => each[strictness[bound]]);
    return { value, isStrict, isAbout: same.every(({ isAbout }) => isAbout) };
  };
  const [low, high] = [at("low"), at("high")];
  return {
    low: low.value,
    high: high.value,
    isLowStrict: low.isStrict,
    isHighStrict: high.isStrict,
    isAbout: low.isAbout || high.isAbout,
  };
}

/** The precision that says what an estimate is, and the bounds that go with it. */
export function precisionOf(estimate: Estimate): Precision {
  const { low, high, isLowStrict, isHighStrict, isAbout } = estimate;
  if (low === high) return isAbout ? "about" : "exact";
  if (high === Number.POSITIVE_INFINITY) return isLowStrict ? "more than" : "at least";
  if (low === Number.NEGATIVE_INFINITY) return isHighStrict ? "fewer than" : "up to";
  if (low === 0) return isHighStrict ? "fewer than" : "up to";
  return isAbout ? "about range" : "range";
}
