import { expect, test } from "vitest";
import { measuredUnits, orderUnits, ordinal, singular, unitAfter } from "@/data/figure/unit";
import { published } from "../published";

test.each([
  [1, "people", "person"],
  [2, "people", "people"],
  [0, "attacks", "attacks"],
  [1, "attacks", "attack"],
  [1, "countries", "country"],
  [40, "percent", ""],
  [21, "position in order", ""],
  [null, "people", "people"],
])("after %j, %s is written “%s”", (number, unit, noun) => {
  expect(unitAfter(number, unit)).toBe(noun);
});

test.each([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
  [11, "11th"],
  [21, "21st"],
  [112, "112th"],
  [162, "162nd"],
  [1003, "1,003rd"],
])("the %d. is the %s", (number, text) => {
  expect(ordinal(number)).toBe(text);
});

test("no unit of the package keeps its plural after 1", () => {
  const units = new Set(published.all.map(({ unit }) => unit));
  const plain = [...units].filter((unit) => unit !== "percent" && !orderUnits.includes(unit));
  expect(plain.filter((unit) => singular(unit) === unit)).toEqual([]);
});

test("percent, years and kilometres are measured", () => {
  expect(measuredUnits).toEqual(["percent", "years", "kilometres"]);
});
