import { describe, expect, test } from "vitest";
import type { Field } from "@/data/table/descriptor";
import { isPartialDate } from "@/data/table/period";
import { castValue } from "@/data/table/value";
import { field } from "../figures";

const text = field({ name: "note" });
const number = field({ name: "best", type: "number" });
const integer = field({ name: "paragraph", type: "integer", constraints: { minimum: 1 } });
const share = field({ name: "share", type: "number", constraints: { minimum: 0, maximum: 100 } });
const slug = field({ name: "id", constraints: { required: true, pattern: "[a-z]+(-[a-z]+)*" } });
const period = field({ name: "start", role: "period" });
const category = (value: string) => ({ value, label: value });
const basis = field({ name: "basis", categories: ["counted", "claimed"].map(category) });
const codes = field({ name: "codes", many: true, categories: ["AF", "PK"].map(category) });
const eitherOr = field({ name: "kind", constraints: { pattern: "a|b" } });

describe("casts the text of a cell to the type of its field", () => {
  test.each<[string, Field, string | number | null]>([
    ["Kabul", text, "Kabul"],
    ["007", text, "007"],
    ["0", number, 0],
    ["-2.5", number, -2.5],
    ["33.30", number, 33.3],
    ["12", integer, 12],
    ["100", share, 100],
    ["0", share, 0],
    ["crocus-dawn", slug, "crocus-dawn"],
    ["2021-08", period, "2021-08"],
    ["claimed", basis, "claimed"],
    ["PK AF", codes, "PK AF"],
    ["b", eitherOr, "b"],
  ])("%j as $name", (cell, { ...of }, value) => {
    expect(castValue(cell, of)).toEqual({ value });
  });
});

test.each([text, number, integer, period, basis])("an empty $name is missing", (of) => {
  expect(castValue("", of)).toEqual({ value: null });
});

describe("says which rule a cell breaks", () => {
  test.each<[string, Field, string]>([
    ["", slug, "a value"],
    ["9,40", number, "a number"],
    ["1e5", number, "a number"],
    ["+1", number, "a number"],
    ["01", number, "a number"],
    [".5", number, "a number"],
    ["1.", number, "a number"],
    [" 1", number, "a number"],
    ["NaN", number, "a number"],
    ["Infinity", number, "a number"],
    ["0x10", number, "a number"],
    ["9.5", integer, "an integer"],
    ["0", integer, "at least 1"],
    ["-1", share, "at least 0"],
    ["100.1", share, "at most 100"],
    ["Crocus", slug, "text like [a-z]+(-[a-z]+)*"],
    ["crocus-dawn\n", slug, "no space at either end"],
    [" Kabul", text, "no space at either end"],
    ["Kabul\u00A0", text, "no space at either end"],
    [" ", text, "no space at either end"],
    ["2023-02-30", period, "a date that exists, as precise as stated"],
    ["guessed", basis, "one of counted, claimed"],
    ["Counted", basis, "one of counted, claimed"],
    ["counted claimed", basis, "one of counted, claimed"],
    ["AF IR", codes, "one of AF, PK"],
    ["ax", eitherOr, "text like a|b"],
  ])("%j as $name", (cell, { ...of }, expected) => {
    expect(castValue(cell, of)).toEqual({ expected });
  });
});

test.each(["2021", "2021-08", "2021-08-26", "2024-02-29", "2021-12-31"])("%s is a date", (date) => {
  expect(isPartialDate(date)).toBe(true);
});

test.each([
  "2023-02-30",
  "2023-02-29",
  "2021-13",
  "2021-00",
  "2021-01-00",
  "2021-8",
  "21",
  "20210826",
  "2021-08-26T00:00",
  "26.08.2021",
  "2021-",
  "",
])("%j is no date", (date) => {
  expect(isPartialDate(date)).toBe(false);
});
