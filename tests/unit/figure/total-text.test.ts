import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Estimate } from "@/data/figure/estimate";
import type { Figure } from "@/data/figure/figure";
import { describeSum } from "@/data/figure/format";
import { overlapOf } from "@/data/figure/overlap";
import { type Total, toTotal } from "@/data/figure/total";
import { describeTotal } from "@/data/view/describe";
import { anyValue, figure, names } from "../figures";
import { published } from "../published";

/** A text that a total is written in → its bounds, by the words alone. */
function read(text: string): Omit<Estimate, "isAbout"> & { isAbout: boolean } {
  const numbers = [...text.matchAll(/\d[\d,.]*/g)].map(([number]) =>
    Number(number.replace(/,/g, "").replace(/\.$/, "")),
  );
  const [first = 0, last = first] = numbers;
  const isAbout = text.includes("about");
  const isLowStrict = text.includes("more than");
  const isHighStrict = /fewer than|less than/.test(text);
  const hasLow = isLowStrict || text.includes("at least");
  const hasHigh = isHighStrict || /up to|at most/.test(text);
  const low = hasHigh && !hasLow ? 0 : first;
  const high = hasLow && !hasHigh ? Number.POSITIVE_INFINITY : last;
  return { low, high, isLowStrict, isHighStrict, isAbout };
}

const numbersOf = ({ sum, mean, median, min, max }: Total) =>
  [sum, mean, median, min, max].filter((each) => each !== null);

const upToSix = (figures: readonly Figure[]) =>
  fc.subarray([...figures], { maxLength: Math.min(6, figures.length) });

/** Up to six figures of the package, half of the time of one measure. */
const anyFigures = fc.oneof(
  upToSix(published.all),
  fc
    .constantFrom(...new Set(published.all.map(({ measure }) => measure)))
    .chain((measure) => upToSix(published.all.filter((each) => each.measure === measure))),
);

const invented = fc
  .array(
    fc.tuple(
      anyValue.filter(({ high }) => high !== 0),
      fc.nat(9),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map(([value, year], index) => {
      const start = String(2000 + 10 * index + year);
      return figure({ ...value, id: String(index), start, end: start });
    }),
  );

describe("the text of a total", () => {
  test.each([
    ["of the package", anyFigures.map((rows) => toTotal(rows, published))],
    ["of any figures", invented.map((all) => toTotal(all, { all, names }))],
  ])("reads back to the same bounds, %s", (_, totals) => {
    fc.assert(
      fc.property(totals, (total) => {
        for (const bounds of numbersOf(total)) {
          const { isHighStrict, ...rest } = read(describeSum(bounds, total.unit ?? ""));
          const isCapped = total.unit === "percent" && bounds.high === 100;
          expect({ ...rest, high: isCapped ? 100 : rest.high, isHighStrict }).toEqual({
            ...bounds,
            // An end that is nowhere is neither in nor out.
            isHighStrict: bounds.isHighStrict && Number.isFinite(bounds.high),
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  const texts = anyFigures.map((rows) => describeTotal(toTotal(rows, published), "in this view"));

  test("has no plural after 1, no two signs in a row, no space before a percent sign, no hole", () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const rough = parts.filter((part) =>
          /(?<![\d.,])1 (?!is )[a-z]+s\b|(?<![\d.,])1 people|[≈≥≤<>] [≈≥≤<>]|\d %|null|undefined|NaN|Infinity/.test(
            part.replace(/\(.*?\)/g, ""),
          ),
        );
        expect(rough).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("names the measure wherever it gives a number", () => {
    fc.assert(
      fc.property(anyFigures, (rows) => {
        const total = toTotal(rows, published);
        const [first = ""] = describeTotal(total, "in this view");
        const hasNumber = numbersOf(total).length > 0;
        const measure = total.scope?.measure.toLowerCase() ?? "";
        expect(!hasNumber || first.toLowerCase().includes(`: ${measure}`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("says at least where words are left out of a sum", () => {
    fc.assert(
      fc.property(anyFigures, (rows) => {
        const { sum, inWords, mean, median } = toTotal(rows, published);
        if (inWords === 0) return;
        expect([sum?.high ?? Number.POSITIVE_INFINITY, mean, median]).toEqual([
          Number.POSITIVE_INFINITY,
          null,
          null,
        ]);
      }),
    );
  });

  test("refuses whatever it refuses of two of the figures, and the order changes nothing", () => {
    fc.assert(
      fc.property(anyFigures, fc.nat(), (rows, seed) => {
        const total = toTotal(rows, published);
        const turned = rows.map((_, index) => rows[(index + seed) % rows.length] as Figure);
        expect(describeTotal(toTotal(turned, published), "selected")).toEqual(
          describeTotal(total, "selected"),
        );
        if (total.sum === null || total.scope === null) return;
        const out = new Set(total.leftOut.map((each) => each.figure));
        const counted = rows.filter((row) => !out.has(row));
        expect(overlapOf(counted, published)).toBeNull();
      }),
    );
  });
});
