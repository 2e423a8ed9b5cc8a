import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choice, formatChoice, parseChoice, usualAdded } from "@/data/compare/choice";

const usual = { series: "attacks-2020-ctc", steps: "year", added: null, date: "day" } as const;
const name = fc.string({ minLength: 1, maxLength: 8 });
const anyChoice: fc.Arbitrary<Choice> = fc.record({
  measure: name,
  series: fc.string({ maxLength: 8 }),
  steps: fc.constantFrom("year", "month"),
  added: fc.option(name),
  date: name,
});

test("a choice reads back from the address as it was", () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      expect({ ...usual, ...parseChoice(formatChoice(choice, usual)) }).toEqual(choice);
    }),
  );
});

test("an address without a comparison has none, and what it does not say is as usual", () => {
  expect(parseChoice("_find=kabul")).toBe(null);
  expect(parseChoice("_compare=")).toEqual({});
  expect(formatChoice({ ...usual, measure: "attacks" }, usual)).toBe("_compare=attacks");
});

const column = (name: string, type: string, different = 5, filled = 9) => ({
  id: name,
  name,
  type,
  isAdditive: type === "number",
  different,
  filled,
});

test("counts rows of events, adds people where people are measured, and the number of a row a year", () => {
  const events = [
    column("day", "date"),
    column("lat", "number"),
    column("total_fatalities", "number"),
  ];
  const years = [column("year", "year", 9, 9), column("attacks", "number")];
  expect([
    usualAdded(events, "attacks"),
    usualAdded(events, "killed-in-attacks"),
    usualAdded(events, "arrested"),
    usualAdded(years, "attacks"),
    usualAdded([column("day", "date")], "killed-in-attacks"),
  ]).toEqual([null, "total_fatalities", null, "attacks", null]);
});
