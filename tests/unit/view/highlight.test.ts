import { expect, test } from "vitest";
import { toSegments } from "@/data/view/highlight";

const marked = (text: string, find: string) =>
  toSegments(text, find)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join("");

test.each([
  ["Crocus City Hall", "city", "Crocus [City] Hall"],
  ["Kabul, Kabul", "kabul", "[Kabul], [Kabul]"],
  ["Crocus City Hall", "city crocus", "[Crocus] [City] Hall"],
  ["Kandahar", "kan anda", "[Kan][da]har"],
  ["Crocus City Hall", '"city hall"', "Crocus [City Hall]"],
  ["Crocus", "", "Crocus"],
  ["Crocus", "zzz", "Crocus"],
])("%s searched for %s: %s", (text, find, expected) => {
  expect(marked(text, find)).toBe(expected);
});

test("the pieces are the text again", () => {
  expect(
    toSegments("one two one", "one")
      .map(({ text }) => text)
      .join(""),
  ).toBe("one two one");
});
