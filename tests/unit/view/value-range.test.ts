import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isProblem, type Parsed } from "@/data/table/problem";
import {
  formatValueRange,
  parseDates,
  parseNumbers,
  type ValueRange,
} from "@/data/view/value-range";
import { long, texts, units } from "../texts";

const said = (parsed: Parsed<ValueRange<number | string>>) =>
  isProblem(parsed) ? parsed.problem : formatValueRange(parsed);

describe("a range of numbers", () => {
  test.each([
    ["1,000..2,000", "1000..2000"],
    ["1 000..", "1000.."],
    ["..33,3", "..33.3"],
    ["10…20", "10..20"],
    ["10–20", "10..20"],
    ["10 to 20", "10..20"],
    ["-5", "-5"],
    ["-5..-1", "-5..-1"],
    ["17..17", "17"],
    ["20..10", 'expected the smaller number first, found "20..10"'],
    ["20–10", 'expected the smaller number first, found "20..10"'],
    ["..", 'expected a number or a range such as 10..20, 10.. or ..20, found ".."'],
    ["1..2..3", 'expected a number or a range such as 10..20, 10.. or ..20, found "1..2..3"'],
    ["1..x", 'expected a number such as 1000 or 33.3, found "x"'],
  ])("%s is %s", (text, expected) => {
    expect(said(parseNumbers(text))).toBe(expected);
  });
});

describe("a range of dates", () => {
  test.each([
    ["Aug 2021..2022", "2021-08..2022"],
    ["2021–2023", "2021..2023"],
    ["2021-2023", "2021..2023"],
    ["2021–08", "2021-08"],
    ["2021-06..2021", "2021-06..2021"],
    ["Aug 2021 to 26 August 2022", "2021-08..2022-08-26"],
    ["2022..2021", 'expected the earlier date first, found "2022..2021"'],
  ])("%s is %s", (text, expected) => {
    expect(said(parseDates(text))).toBe(expected);
  });
});

test("any text is a range that reads back as it is written, or a problem, however long", () => {
  fc.assert(
    fc.property(texts, units, (text, unit) => {
      for (const parse of [parseNumbers, parseDates]) {
        const parsed = parse(text);
        if (!isProblem(parsed)) expect(parse(formatValueRange(parsed))).toEqual(parsed);
        for (const each of [unit.repeat(40), long(unit)]) expect(() => parse(each)).not.toThrow();
      }
    }),
  );
}, 60_000);
