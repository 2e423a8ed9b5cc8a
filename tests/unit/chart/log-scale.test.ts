import fc from "fast-check";
import { expect, test } from "vitest";
import { suitsLog } from "@/data/chart/kind";
import type { SeriesRequest } from "@/data/chart/mark";
import { toSeries } from "@/data/chart/series";
import { figure, names } from "../figures";

const exactly = (id: string, best: number) => figure({ id, low: best, best, high: best });
const offers = (values: readonly number[], said: Partial<SeriesRequest> = {}) => {
  const all = values.map((value, index) => exactly(`f${index}`, value));
  return suitsLog(
    toSeries(all, { kind: "ranges", measure: "attacks", all, isSorted: false, names, ...said }),
  );
};

test.each([
  [[1, 20], false],
  [[1, 21], true],
  [[0, 400], false],
  [[353], false],
  [[], false],
])("of %j a logarithmic scale is offered: %s", (values, isOffered) => {
  expect(offers(values)).toBe(isOffered);
});

test("a logarithmic scale that is chosen can be left, whatever the numbers", () => {
  expect(offers([1, 2], { scale: "log" })).toBe(true);
});

test("the order of the numbers does not decide on the scale", () => {
  const values = fc.array(fc.nat(5000), { maxLength: 6 });
  fc.assert(
    fc.property(values, (some) => {
      expect(offers(some.toReversed())).toBe(offers(some));
    }),
    { numRuns: 40 },
  );
});
