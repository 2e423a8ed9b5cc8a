import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isProblem } from "@/data/table/problem";
import { formatPlain, parseNumber } from "@/data/view/number";
import { long, texts, units } from "../texts";

describe("a number as it is typed is understood", () => {
  test.each([
    ["45", 45],
    ["1,000", 1000],
    ["1 000", 1000],
    ["1\u00a0000", 1000],
    ["1\u202f000,5", 1000.5],
    ["1’000", 1000],
    ["1'000.5", 1000.5],
    ["12,345.6", 12345.6],
    ["1,00,000", 100000],
    ["1.000.000", 1000000],
    ["1.000,5", 1000.5],
    ["33,3", 33.3],
    ["33.3", 33.3],
    ["1.125", 1.125],
    ["0,125", 0.125],
    ["0.120", 0.12],
    ["1234,567", 1234.567],
    [".5", 0.5],
    ["½", 0.5],
    ["2½", 2.5],
    ["٣٣", 33],
    ["۳۳٫۳", 33.3],
    ["١٬٠٠٠", 1000],
    ["－５", -5],
    ["−5", -5],
    ["– 5", -5],
    ["+5", 5],
    ["-0", 0],
    ["33.3 %", 33.3],
    ["\u200e17\u200f", 17],
  ])("%j is %s", (typed, number) => {
    expect(parseNumber(typed)).toBe(number);
  });
});

describe("what is no number, or may be two, is refused in words", () => {
  test.each([
    ["1.000", '"1.000" may be 1 or 1000: expected one of these'],
    ["12.500", '"12.500" may be 12.5 or 12500: expected one of these'],
    ["many", 'expected a number such as 1000 or 33.3, found "many"'],
    ["1e3", 'expected a number such as 1000 or 33.3, found "1e3"'],
    ["≥ 17", 'expected a number such as 1000 or 33.3, found "≥ 17"'],
    ["1,0,0", 'expected a number such as 1000 or 33.3, found "1,0,0"'],
    ["1 00", 'expected a number such as 1000 or 33.3, found "1 00"'],
    ["", 'expected a number such as 1000 or 33.3, found ""'],
    ["9".repeat(309), `expected a number such as 1000 or 33.3, found "${"9".repeat(60)}…"`],
  ])("%s", (typed, problem) => {
    expect(parseNumber(typed)).toEqual({ problem });
  });
});

test("every number is written so that it reads back, in digits alone", () => {
  fc.assert(
    fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (any) => {
      const number = any === 0 ? 0 : any;
      expect(formatPlain(number)).toMatch(/^-?\d+(\.\d+)?$/);
      expect(parseNumber(formatPlain(number))).toBe(number);
    }),
    { examples: [[5e-324], [1.7976931348623157e308], [1e21], [123456789012345680000]] },
  );
});

test("any text is a finite number or a problem, however long", () => {
  fc.assert(
    fc.property(texts, units, (text, unit) => {
      for (const each of [text, long(unit)]) {
        const parsed = parseNumber(each);
        expect(isProblem(parsed) || Number.isFinite(parsed)).toBe(true);
      }
    }),
  );
}, 60_000);
