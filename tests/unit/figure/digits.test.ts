import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loosen, marginOf, roundQuotient, roundShare, roundSum } from "@/data/figure/digits";
import { add, divide, type Estimate, exactly, multiply } from "@/data/figure/estimate";
import { formatTotal } from "@/data/figure/format";

const about = (value: number): Estimate => ({ ...exactly(value), isAbout: true });
const range = (low: number, high: number): Estimate => ({ ...exactly(low), high });
const more = (low: number): Estimate => ({
  ...range(low, Number.POSITIVE_INFINITY),
  isLowStrict: true,
});

describe("a sum carries the digits of its vaguest part", () => {
  test.each<[string, readonly [Estimate, Estimate], string]>([
    ["an exact and an approximate number", [exactly(692), about(1100)], "≈ 1,800"],
    ["a small number beside it", [exactly(15), about(1100)], "≈ 1,100"],
    ["two exact numbers", [exactly(692), exactly(35)], "727"],
    ["three digits stated", [about(174), exactly(100)], "≈ 274"],
    ["a bound beside it", [more(100), about(174)], "more than ≈ 274"],
    ["an exact range", [range(4, 5), exactly(2)], "6–7"],
  ])("%s", (_, parts, text) => {
    expect(formatTotal(roundSum(add(...parts), parts), "people")).toBe(text);
  });
});

describe("a share carries no more digits than its parts", () => {
  const shareOf = (part: Estimate, whole: Estimate) => {
    const of = (a: Estimate, b: Estimate) => multiply(divide(a, b) ?? exactly(0), 100);
    return roundShare(of(part, whole), of(loosen(part), loosen(whole)));
  };
  test.each<[Estimate, Estimate, string]>([
    [exactly(163), about(174), "≈ 94%"],
    [exactly(25), exactly(45), "≈ 56%"],
    [exactly(1), exactly(2), "50%"],
    [exactly(40), exactly(692), "≈ 5.8%"],
    [exactly(999), exactly(1000), "> 99%"],
    [exactly(1), exactly(10_000), "< 0.1%"],
    [exactly(7), exactly(7), "100%"],
    [exactly(0), exactly(7), "0%"],
    [about(1000), about(2000), "≈ 50%"],
    [range(1, 2), range(4, 5), "20–50%"],
    [range(1, 2), exactly(3), "33–67%"],
  ])("%j of %j is %s", (part, whole, text) => {
    expect(formatTotal(shareOf(part, whole), "percent")).toBe(text);
  });
});

describe("a mean has the digits of its parts, two at least", () => {
  test.each([
    [174.5, "≈ 175"],
    [2.5, "2.5"],
    [91.4, "≈ 91"],
    [1 / 3, "≈ 0.3"],
    [17, "17"],
    [0.1 + 0.2, "0.3"],
  ])("%d is %s", (mean, text) => {
    expect(formatTotal(roundQuotient(exactly(mean)), "attacks")).toBe(text);
  });

  test("bounds move outwards, so that they hold", () => {
    expect(formatTotal(roundQuotient(range(13 / 3, 14 / 3)), "attacks")).toBe("4.3–4.7");
  });
});

test.each<[Estimate, number]>([
  [exactly(1100), 0],
  [about(1100), 50],
  [about(174), 0.5],
  [{ ...range(1_000_000, 1_200_000), isAbout: true }, 50_000],
  [{ ...more(80), isAbout: true }, 5],
])("%j may be off by %d", (estimate, margin) => {
  expect(marginOf(estimate)).toBe(margin);
});

test("bounds that meet when they are rounded are one number, and exclude nothing", () => {
  const near = { ...range(3.9, 4.1), isAbout: true, isHighStrict: true };
  expect(roundQuotient(near, range(3, 5))).toEqual(about(4));
  const bound = fc.tuple(fc.nat(100), fc.nat(100), fc.boolean(), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(bound, fc.nat(50), ([from, more, isLowStrict, isHighStrict, isAbout], open) => {
      const [low, high] = [from / 7, (from + more + 1) / 7];
      const rounded = roundQuotient(
        { low, high, isLowStrict, isHighStrict, isAbout },
        range(low - open, high + open),
      );
      const isStrict = rounded.isLowStrict || rounded.isHighStrict;
      expect(rounded.low === rounded.high && isStrict).toBe(false);
    }),
  );
});

test("bounds that are not approximate still hold when they are rounded", () => {
  const ends = fc.tuple(fc.double({ min: 0.1, max: 1e6, noNaN: true }), fc.nat(1000));
  fc.assert(
    fc.property(ends, ([low, more]) => {
      const { low: from, high: to } = roundQuotient(range(low, low + more + 1));
      const slack = 1e-9 * (low + more + 1);
      expect([from <= low + slack, to >= low + more + 1 - slack]).toEqual([true, true]);
    }),
  );
});
