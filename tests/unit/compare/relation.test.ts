import fc from "fast-check";
import { expect, test } from "vitest";
import {
  differenceOf,
  mirrored,
  ownQuantity,
  type Quantity,
  quantityOf,
  ratioOf,
  relationOf,
} from "@/data/compare/quantity";
import type { Figure } from "@/data/figure/figure";
import { anyValue, figure } from "../figures";

const stated = (said: Partial<Figure>) => quantityOf(figure(said));
const own = (low: number, high = low) => ownQuantity({ low, high });

/** What a figure may state, and what rows may come to. */
const anyPublished = anyValue.map((value) => quantityOf(figure(value)));
const anyOwn = fc
  .tuple(fc.nat(80), fc.oneof(fc.nat(20), fc.constant(Number.POSITIVE_INFINITY)))
  .map(([low, more]): Quantity | null => ownQuantity({ low, high: low + more }));
const anySide = fc.oneof(anyPublished, anyOwn);

test("says of published against own the mirror of what it says of own against published", () => {
  fc.assert(
    fc.property(anySide, anySide, (a, b) => {
      expect(relationOf(b, a)).toBe(mirrored[relationOf(a, b)]);
    }),
  );
});

test("negates the difference and inverts the ratio where the sides change places", () => {
  const near = (a: number, b: number) => a === b || Math.abs(a - b) < 1e-9 * Math.abs(a);
  fc.assert(
    fc.property(anySide, anySide, (a, b) => {
      const [there, back] = [differenceOf(a, b), differenceOf(b, a)];
      expect([there === null, there && 0 - there.low, there && 0 - there.high]).toEqual([
        back === null,
        back && back.high + 0,
        back && back.low + 0,
      ]);
      const [ratio, inverse] = [ratioOf(a, b), ratioOf(b, a)];
      if (ratio && inverse)
        expect([near(1 / ratio.low, inverse.high), near(1 / ratio.high, inverse.low)]).toEqual([
          true,
          true,
        ]);
    }),
  );
});

test("never divides by what may be 0", () => {
  fc.assert(
    fc.property(anySide, anySide, (a, b) => {
      const ratio = ratioOf(a, b);
      expect(ratio !== null && (b?.low ?? 0) <= 0).toBe(false);
      expect([ratio?.low, ratio?.high].some(Number.isNaN)).toBe(false);
    }),
  );
});

test("a verdict below or above is one of the difference too", () => {
  fc.assert(
    fc.property(anySide, anySide, (a, b) => {
      const [relation, difference] = [relationOf(a, b), differenceOf(a, b)];
      // An approximate number reaches beyond itself, so only the other way round is certain.
      if (relation === "below") expect(difference?.high).toBeLessThanOrEqual(0);
      if (relation === "above") expect(difference?.low).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("no wider side is more decided than a narrower one within it", () => {
  const decided = ["below", "above", "same", "inside"];
  fc.assert(
    fc.property(anySide, fc.nat(80), fc.nat(9), fc.nat(9), (b, low, more, most) => {
      const [narrow, wide] = [
        own(low, low + more),
        own(Math.max(0, low - most), low + more + most),
      ];
      const relation = relationOf(wide, b);
      if (decided.includes(relation)) expect(decided).toContain(relationOf(narrow, b));
      if (relation === "below" || relation === "above")
        expect(relationOf(narrow, b)).toBe(relation);
    }),
  );
});

test("the same whatever is added to both sides, as far as both are exact", () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(99), fc.nat(99), (a, b, more) => {
      expect(relationOf(own(a + more), own(b + more))).toBe(relationOf(own(a), own(b)));
    }),
  );
});

test.each([
  ["334 and exactly 353", own(334), stated({ best: 353 }), "below"],
  ["353 and exactly 353", own(353), stated({ best: 353 }), "same"],
  ["334 to 360 and exactly 353", own(334, 360), stated({ best: 353 }), "around"],
  ["334 to 340 and exactly 353", own(334, 340), stated({ best: 353 }), "below"],
  ["334 and 300 to 400", own(334), stated({ precision: "range", low: 300, high: 400 }), "inside"],
  [
    "290 to 310 and 300 to 400",
    own(290, 310),
    stated({ precision: "range", low: 300, high: 400 }),
    "open",
  ],
  ["250 and at least 300", own(250), stated({ precision: "at least", low: 300 }), "below"],
  ["334 and at least 300", own(334), stated({ precision: "at least", low: 300 }), "open"],
  ["300 and more than 300", own(300), stated({ precision: "more than", low: 300 }), "below"],
  ["300 and up to 300", own(300), stated({ precision: "up to", high: 300 }), "open"],
  ["300 and fewer than 300", own(300), stated({ precision: "fewer than", high: 300 }), "above"],
  ["1,120 and about 1,100", own(1120), stated({ precision: "about", best: 1100 }), "inside"],
  ["1,160 and about 1,100", own(1160), stated({ precision: "about", best: 1100 }), "above"],
  ["334 and words", own(334), stated({ precision: "words" }), "open"],
  ["at least 334 and exactly 353", own(334, Infinity), stated({ best: 353 }), "open"],
  ["at least 360 and exactly 353", own(360, Infinity), stated({ best: 353 }), "above"],
  ["0 and exactly 0", own(0), stated({ best: 0 }), "same"],
] as const)("%s", (_, a, b, relation) => {
  expect(relationOf(a, b)).toBe(relation);
});
