import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Figure, precisions } from "@/data/figure/figure";
import { columnsOf } from "@/data/view/column";
import { type Filter, formatFilter, matches, optionsOf, parseFilter } from "@/data/view/filter";
import { fewFields, figure } from "../figures";

const rows = [
  figure({ place: "Kabul", countries: "AF PK" }),
  figure({ place: "Kunar", countries: "AF" }),
  figure({ place: null, countries: null }),
];

function parse(name: string, ...values: string[]) {
  const column = columnsOf(fewFields).find((each) => each.name === name);
  return column && parseFilter(column, values, rows);
}

describe("reads what a query asks of a column", () => {
  test.each<[string, string[], object]>([
    ["place", ["Kunar", "Kabul"], { kind: "values", values: ["Kabul", "Kunar"] }],
    ["place", ["Kabul", "Kabul"], { kind: "values", values: ["Kabul"] }],
    ["place", [""], { kind: "values", values: [""] }],
    ["countries", ["PK"], { kind: "values", values: ["PK"] }],
    ["value", ["1000.."], { kind: "number", range: { min: 1000, max: null } }],
    ["value", ["..33.3"], { kind: "number", range: { min: null, max: 33.3 } }],
    ["best", ["-5..5"], { kind: "number", range: { min: -5, max: 5 } }],
    ["paragraph", ["9"], { kind: "number", range: { min: 9, max: 9 } }],
    ["start", ["2021..2022-06"], { kind: "period", range: { min: "2021", max: "2022-06" } }],
    ["start", ["2021-08"], { kind: "period", range: { min: "2021-08", max: "2021-08" } }],
    ["value", ["1,000..33 000"], { kind: "number", range: { min: 1000, max: 33000 } }],
    ["start", ["August 2021"], { kind: "period", range: { min: "2021-08", max: "2021-08" } }],
    ["place", ["*"], { kind: "values", values: [], except: true }],
    ["start", ["2021-06..2021"], { kind: "period", range: { min: "2021-06", max: "2021" } }],
    [
      "start",
      ["2021", "2023.."],
      {
        kind: "period",
        range: { min: "2021", max: "2021" },
        more: [{ min: "2023", max: null }],
      },
    ],
    ["note", [" not ISK "], { kind: "text", text: "not ISK" }],
    ["note", ["=not ISK"], { kind: "text", text: "not ISK", whole: true }],
    ["note", ["="], { kind: "text", text: "", whole: true }],
    ["note", [" =x"], { kind: "text", text: "=x" }],
  ])("%s=%j", (column, values, said) => {
    expect(parse(column, ...values)).toEqual({ column, ...said });
  });
});

describe("says what a column could be asked instead", () => {
  const number = "expected a number such as 1000 or 33.3";
  const range = "expected a number or a range such as 10..20, 10.. or ..20";
  const date = "expected a date that exists, such as 2021, 2021-08, Aug 2021 or 26 Aug 2021";
  test.each([
    ["place", ["Paris"], 'place: found "Paris", expected one of (empty), Kabul, Kunar'],
    ["countries", ["AF PK"], 'countries: found "AF PK", expected one of (empty), AF, PK'],
    ["best", ["many"], `best: ${number}, found "many"`],
    ["best", ["20..10"], 'best: expected the smaller number first, found "20..10"'],
    ["best", [".."], `best: ${range}, found ".."`],
    ["best", ["1..2..3"], `best: ${range}, found "1..2..3"`],
    ["best", ["1", "2"], "best: expected one range, found several"],
    ["best", ["1e3"], `best: ${number}, found "1e3"`],
    ["start", ["2022..2021"], 'start: expected the earlier date first, found "2022..2021"'],
    ["start", ["2023-02-30"], `start: ${date}, found "2023-02-30"`],
    ["note", ["a", "b"], "note: expected one text, found several"],
    ["note", ["x".repeat(201)], "note: expected at most 200 characters"],
  ])("%s=%j", (column, values, problem) => {
    expect(parse(column, ...values)).toEqual({ problem });
  });
});

test.each<[string, string[]]>([
  ["place", ["", "Kabul"]],
  ["value", ["1000.."]],
  ["value", ["..33.3"]],
  ["best", ["-5..5"]],
  ["paragraph", ["9"]],
  ["start", ["2021..2022-06"]],
  ["start", ["..2021"]],
  ["start", ["2021", "2023.."]],
  ["note", ["not ISK"]],
  ["note", ["=not ISK"]],
  ["note", ["="]],
])("writes %s=%j as it was read", (column, values) => {
  expect(formatFilter(parse(column, ...values) as Filter)).toEqual(values);
});

describe("keeps a row", () => {
  const values = (column: string, ...values: string[]): Filter => ({
    kind: "values",
    column,
    values,
  });
  const range = (column: string, min: number | null, max: number | null): Filter => {
    return { kind: "number", column, range: { min, max } };
  };
  const period = (column: string, min: string | null, max: string | null): Filter => {
    return { kind: "period", column, range: { min, max } };
  };
  const text = (text: string): Filter => ({ kind: "text", column: "note", text });
  test.each<[string, Partial<Figure>, Filter, boolean]>([
    ["of a place that is asked for", { place: "Kabul" }, values("place", "Balkh", "Kabul"), true],
    ["not of another place", { place: "Kabul" }, values("place", "Balkh"), false],
    [
      "not of a place that only begins so",
      { place: "Kabul city" },
      values("place", "Kabul"),
      false,
    ],
    ["without a place where that is asked for", { place: null }, values("place", ""), true],
    ["not with a place where none is asked for", { place: "Kabul" }, values("place", ""), false],
    [
      "of several countries by one of them",
      { countries: "AF PK" },
      values("countries", "PK"),
      true,
    ],
    ["not by a country it is not in", { countries: "AF PK" }, values("countries", "IR"), false],
    ["whose number is the lower end", { best: 10 }, range("best", 10, 20), true],
    ["whose number is the upper end", { best: 20 }, range("best", 10, 20), true],
    ["not over the upper end", { best: 21 }, range("best", 10, 20), false],
    ["not without the number", { precision: "words" }, range("best", null, 20), false],
    ["not without the number, nor from 0", { precision: "words" }, range("best", 0, 0), false],
    [
      "whose period shares a day",
      { start: "2021-08", end: "2023" },
      period("start", "2023-12-31", null),
      true,
    ],
    [
      "not whose period ended",
      { start: "2021-08", end: "2022" },
      period("start", "2023", null),
      false,
    ],
    [
      "by its date where it has no period",
      { as_of: "2024-03" },
      period("start", "2024", "2024"),
      true,
    ],
    [
      "that reaches around the range",
      { start: "2019", end: "2024" },
      period("start", "2021-05", "2021-06"),
      true,
    ],
    ["not without any date", {}, period("start", null, "2024"), false],
    [
      "of a date at its own precision",
      { as_of: "2024" },
      period("as_of", "2024-06", "2024-06"),
      true,
    ],
    [
      "not by its period where its date is asked",
      { start: "2021" },
      period("as_of", "2021", "2021"),
      false,
    ],
    ["whose text holds it, whatever the case", { note: "Not of isk" }, text("ISK"), true],
    ["whose text holds it without the accent", { note: "Atatürk" }, text("ataturk"), true],
    ["not whose text lacks it", { note: "Not of IS" }, text("ISK"), false],
    ["not without a text", { note: null }, text("null"), false],
    ["whose text holds it with another hyphen", { note: "3–5" }, text("3-5"), true],
    ["whose text holds it without invisible signs", { note: "Kabul" }, text("Ka\u200bbul"), true],
  ])("%s", (_, said, filter, kept) => {
    expect(matches(figure(said), filter)).toBe(kept);
  });
});

describe("a range on value keeps what could lie in it", () => {
  const moreThan = figure({ precision: "more than", low: 900 });
  const atLeast = figure({ precision: "at least", low: 900 });
  const upTo = figure({ precision: "up to", high: 900 });
  const fewerThan = figure({ precision: "fewer than", high: 900 });
  const about = figure({ precision: "about", best: 900 });
  const between = figure({ precision: "range", low: 800, high: 1200 });
  const exact = figure({ best: 900 });
  test.each<[string, Figure, number | null, number | null, boolean]>([
    ["more than 900", moreThan, 1000, null, true],
    ["more than 900", moreThan, null, 900, false],
    ["more than 900", moreThan, null, 901, true],
    ["at least 900", atLeast, null, 900, true],
    ["at least 900", atLeast, null, 899, false],
    ["up to 900", upTo, null, 5, true],
    ["up to 900", upTo, 900, null, true],
    ["up to 900", upTo, 901, null, false],
    ["fewer than 900", fewerThan, 900, null, false],
    ["fewer than 900", fewerThan, 899, null, true],
    ["about 900", about, 900, 900, true],
    ["about 900", about, 901, null, false],
    ["800 to 1,200", between, 1000, null, true],
    ["800 to 1,200", between, 1201, null, false],
    ["800 to 1,200", between, null, 799, false],
    ["800 to 1,200", between, 900, 1000, true],
    ["exactly 900", exact, 900, 900, true],
    ["exactly 900", exact, 901, 1000, false],
    ["words", figure({ precision: "words" }), 0, null, false],
  ])("%s: %o from %s to %s", (_, of, min, max, kept) => {
    expect(matches(of, { kind: "number", column: "value", range: { min, max } })).toBe(kept);
  });

  const bounds = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 }));
  const estimates = fc
    .record({ precision: fc.constantFrom(...precisions), bounds })
    .map(({ precision, bounds: [low, more] }): Figure => {
      const numbers = { low, best: low, high: low + (precision.endsWith("range") ? more : 0) };
      return figure({ precision, ...numbers });
    });
  const cuts = fc
    .tuple(fc.integer({ max: 50, min: -5 }), fc.nat(20), fc.nat(20))
    .map(([a, b, c]): [number, number, number] => [a, a + b, a + b + c]);
  const kept = (of: Figure, min: number | null, max: number | null) =>
    matches(of, { kind: "number", column: "value", range: { min, max } });

  test("a range keeps what one of its two halves keeps, and nothing else", () => {
    fc.assert(
      fc.property(estimates, cuts, (of, [from, middle, to]) => {
        expect(kept(of, from, to)).toBe(kept(of, from, middle) || kept(of, middle, to));
      }),
    );
  });

  test("every figure but one in words could lie in a range that is open at one end or the other", () => {
    fc.assert(
      fc.property(estimates, fc.integer({ min: 0, max: 50 }), (of, cut) => {
        expect(kept(of, cut, null) || kept(of, null, cut)).toBe(of.precision !== "words");
      }),
    );
  });
});

test("offers each value of a column once, sorted, missing first", () => {
  expect(optionsOf([...rows, ...rows], "place")).toEqual(["", "Kabul", "Kunar"]);
});

test("offers countries one by one", () => {
  expect(optionsOf(rows, "countries", true)).toEqual(["", "AF", "PK"]);
});

test("offers a country that only ever stands alone", () => {
  expect(optionsOf([figure({ countries: "IR" })], "countries", true)).toEqual(["IR"]);
});
