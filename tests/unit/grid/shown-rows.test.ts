import fc from "fast-check";
import { expect, test } from "vitest";
import { putInOrder } from "@/components/grid/shown-rows";

test("rows of a grid stand in the order of the view, whatever order the grid holds them in", () => {
  const ids = fc.uniqueArray(fc.string(), { maxLength: 30 });
  fc.assert(
    fc.property(ids, fc.infiniteStream(fc.nat()), (view, random) => {
      const places = new Map(view.map((id, place) => [id, place]));
      const keys = new Map(view.map((id) => [id, random.next().value]));
      const held = view.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      putInOrder(held, (id) => places.get(id));
      expect(held).toEqual(view);
    }),
  );
});
