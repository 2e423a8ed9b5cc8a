import { type Estimate, exactly } from "./estimate";

/** Half a unit of the last digit that is not 0: 1,100 → 50, 174 → 0.5, 33.3 → 0.05. */
export function halfUnit(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const [, digits = "", decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
  if (decimals) return 10 ** -decimals.length / 2;
  return 10 ** (digits.length - digits.replace(/0+$/, "").length) / 2;
}

/** How far an approximate estimate may be off, by the finer of its two ends; 0 of any other one. */
export function marginOf({ low, high, isAbout }: Estimate): number {
  const margins = [halfUnit(low), halfUnit(high)].filter((margin) => margin > 0);
  return isAbout && margins.length > 0 ? Math.min(...margins) : 0;
}

/** What an approximate estimate reaches: about 1,100 lies from 1,050 to 1,150. */
export function loosen(estimate: Estimate): Estimate {
  const margin = marginOf(estimate);
  return { ...estimate, low: estimate.low - margin, high: estimate.high + margin };
}

/** A sum with the digits that the vaguest of its parts carries: 692 and about 1,100 are about 1,800. */
export function roundSum(sum: Estimate, parts: readonly Estimate[]): Estimate {
  return roundTo(sum, 2 * Math.max(0, ...parts.map(marginOf)));
}

/**
 * A mean, a ratio or a change with no more digits than its parts carry, but two at least where they
 * are not approximate. `loose` is the same of the loosened parts: what the approximate ones leave open.
 */
export function roundQuotient(result: Estimate, loose: Estimate = result): Estimate {
  const margins = [result.low - loose.low, loose.high - result.high].filter(Number.isFinite);
  const margin = Math.max(0, ...margins);
  const open = margin > 0 ? 10 ** Math.ceil(Math.log10(2 * margin) - 1e-9) : 0;
  const ends = [result.low, result.high].filter((end) => Number.isFinite(end) && end !== 0);
  const size = Math.floor(Math.log10(Math.max(...ends.map(Math.abs), 0.1)));
  const exact = Math.max(0.1, Math.min(1, 10 ** (size - 1)));
  return roundTo(result, Math.max(exact, Math.min(open, 10 ** size)));
}

/**
 * An estimate in whole units. A number becomes an approximate one where it changes; bounds that are
 * not approximate move outwards, so that they hold. Approximate bounds that meet are one number, which no
 * bound excludes.
 */
function roundTo(estimate: Estimate, unit: number): Estimate {
  const { low, high, isAbout } = estimate;
  if (unit === 0) return estimate;
  const to = (round: (value: number) => number, value: number) =>
    Number.isFinite(value) ? inUnits(round(inUnits(value, 1 / unit)), unit) : value;
  if (low === high) {
    const near = to(Math.round, low);
    return { ...exactly(near), isAbout: isAbout || near !== inUnits(low, 1) };
  }
  const [down, up] = isAbout ? [Math.round, Math.round] : [Math.floor, Math.ceil];
  const ends = { low: to(down, low), high: to(up, high) };
  return ends.low === ends.high ? { ...exactly(ends.low), isAbout } : { ...estimate, ...ends };
}

/** A product without the dust of binary fractions: 3 × 0.1 is 0.3. */
function inUnits(value: number, unit: number): number {
  return Number((value * unit).toPrecision(12));
}

/** A share of a whole in per cent, of which all and nothing stay what they are: 99.6 is more than 99. */
export function roundShare(share: Estimate, loose?: Estimate): Estimate {
  const { low, high } = share;
  const rounded = roundQuotient(share, loose);
  const within = { low: Math.max(rounded.low, 0), high: Math.min(rounded.high, 100) };
  if (low < 100 && within.low === 100)
    return { ...rounded, low: 99, high: 100, isLowStrict: true, isAbout: false };
  if (high > 0 && within.high === 0)
    return { ...rounded, low: 0, high: 0.1, isHighStrict: true, isAbout: false };
  return { ...rounded, ...within };
}
