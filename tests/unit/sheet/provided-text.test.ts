import fc from "fast-check";
import { expect, test } from "vitest";
import { providedText, provideText } from "@/data/sheet/provided-text";

test("a text that was given last is had by its name", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(providedText(provideText(text))).toBe(text);
    }),
  );
});

test("of many texts the latest are kept, and a browser has none", () => {
  const names = Array.from({ length: 201 }, (_, index) => provideText(`text ${index}`));
  expect([providedText(names[0] ?? ""), providedText(names[200] ?? "")]).toEqual(["", "text 200"]);
});
