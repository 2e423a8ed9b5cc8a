import fc from "fast-check";
import { expect, test } from "vitest";
import { orderByRank, toRanks } from "@/data/view/rank";

test("items that compare alike have one rank", () => {
  const items = ["b", "a", "b", "c"];
  const ranks = toRanks(4, (a, b) =>
    (items[a] ?? "") < (items[b] ?? "") ? -1 : Number(items[a] !== items[b]),
  );
  expect([...ranks]).toEqual([1, 0, 1, 2]);
});

test("some places stand in the order that a stable sort of their items gives", () => {
  const items = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
  fc.assert(
    fc.property(items, fc.func(fc.boolean()), (all, isAsked) => {
      const ranks = toRanks(all.length, (a, b) => (all[a] ?? 0) - (all[b] ?? 0));
      const places = all.map((_, place) => place).filter(isAsked);
      const sorted = places.toSorted((a, b) => (all[a] ?? 0) - (all[b] ?? 0));
      expect(orderByRank(places, ranks)).toEqual(sorted);
    }),
  );
});
