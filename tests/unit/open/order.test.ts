import fc from "fast-check";
import { expect, test } from "vitest";
import { orderNumbers, orderTexts } from "@/data/open/order";

const indices = (list: ArrayLike<unknown>) => Array.from({ length: list.length }, (_, at) => at);

test("numbers are ordered by their value, and equals as they come", () => {
  const number = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 50 }), (numbers) => {
      const by = (a: number, b: number) => {
        const [one = 0, other = 0] = [numbers[a], numbers[b]];
        return one === other ? 0 : one < other ? -1 : 1;
      };
      expect([...orderNumbers(Float64Array.from(numbers))]).toEqual(indices(numbers).sort(by));
    }),
  );
});

test("texts are ordered by their code units, and equals as they come", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "é", "表", "😀", "\uFFFF"),
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 120 }), (texts) => {
      const by = (a: number, b: number) => {
        const [one = "", other = ""] = [texts[a], texts[b]];
        return one === other ? 0 : one < other ? -1 : 1;
      };
      expect([...orderTexts(texts)]).toEqual(indices(texts).sort(by));
    }),
  );
});
