import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { neutralize, runsAsFormula } from "@/data/table/formula";
import { long, texts, units } from "../texts";

const signs = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  "＝",
  "＋",
  "－",
  "＠",
  "﹦",
  "﹢",
  "﹣",
  "﹫",
  "⁼",
  "₊",
];
const places: readonly (readonly [string, string])[] = [
  ["first", ""],
  ["after a space", " "],
  ["after a no-break space", "\u00A0"],
  ["after a line break in the cell", "a\n"],
  ["after a line break and a space", "a\r\n "],
  ["after NUL", "\0"],
  ["after a vertical tab", "a\v"],
  ["after a form feed", "a\f"],
  ["after NEL", "a\u0085"],
  ["after a line separator", "a\u2028"],
  ["after a paragraph separator", "a\u2029"],
  ["after a byte order mark", "\ufeff"],
  ["after a semicolon, which may part cells", "a; "],
  ["after a tab", "a\t"],
];
const matrix = signs.flatMap((sign) =>
  places.map(([place, before]) => [JSON.stringify(sign), place, before, `${sign}A1`] as const),
);

describe("text would run, and an apostrophe keeps it from running", () => {
  test.each(matrix)("%s %s", (_sign, _place, before, formula) => {
    const text = before + formula;
    expect([runsAsFormula(text), runsAsFormula(neutralize(text))]).toEqual([true, false]);
  });
});

test.each([
  ["=1+1", "'=1+1"],
  [" =1+1", "' =1+1"],
  ["-5+3", "'-5+3"],
  ["-A1", "'-A1"],
  ["- item", "'- item"],
  ["--5", "'--5"],
  ["=5", "'=5"],
  ["-5;-6", "'-5;'-6"],
  ["-5\n", "'-5\n"],
  ["one\n=2", "one\n'=2"],
  ["=1\r\n@2", "'=1\r\n'@2"],
  ["\r\nx", "'\r\nx"],
  ["a;=1+1", "a;'=1+1"],
  ["\t=1", "'\t'=1"],
  ["+325 % on 2020", "'+325 % on 2020"],
])("%j is written as %j", (text, safe) => {
  expect(neutralize(text)).toBe(safe);
});

test.each([
  "≥ 17",
  "−5",
  "a; b",
  "a=b",
  "5 - 3",
  "me@example.org",
  "one\ntwo",
  "one\r\ntwo",
  "–",
  "",
  " a",
  "'=1",
  "-5",
  "+5",
  "-5.00",
  "-1,000",
  "-5%",
  "+5 %",
  "-1e-7",
  "-",
  "--",
  "=",
])("%j stays as it is", (text) => {
  expect([runsAsFormula(text), neutralize(text)]).toEqual([false, text]);
});

test("no text runs once it is made safe, and no more than apostrophes are added", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const safe = neutralize(text);
      expect(runsAsFormula(safe)).toBe(false);
      expect(neutralize(safe)).toBe(safe);
      expect(safe.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
    }),
  );
});

const numbers = fc
  .tuple(fc.constantFrom("+", "-", ""), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map(([sign, number]) => `${sign}${Math.abs(number)}`);

test("any number stays as it is, with a sign, as text", () => {
  fc.assert(
    fc.property(numbers, (text) => {
      expect(neutralize(text)).toBe(text);
    }),
  );
});

test("no sign stands at the start of a part that is no number, however text is cut at line ends, tabs and semicolons", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const safe = neutralize(text);
      if (/^([+-]+|[=@]|[+-]\d[\d.,e+-]* ?%?)$/.test(safe)) return;
      const parts = safe.split(/[\n\v\f\0\u0085\u2028\u2029;\t]|\r(?!\n)/);
      expect(
        parts.filter((part) => /^[=+\-@＝＋－＠﹦﹢﹣﹫]/.test(part.normalize("NFKC").trimStart())),
      ).toEqual([]);
    }),
  );
});

test("a cell of 100 kB is made safe", () => {
  fc.assert(
    fc.property(units, (unit) => {
      const text = long(unit);
      expect(runsAsFormula(neutralize(text))).toBe(false);
    }),
  );
}, 60_000);
