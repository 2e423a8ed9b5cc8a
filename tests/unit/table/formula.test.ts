import { describe, expect, test } from "vitest";
import { neutralize, runsAsFormula } from "@/data/table/formula";

const signs = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
const places: readonly (readonly [string, string])[] = [
  ["first", ""],
  ["after a space", " "],
  ["after a no-break space", "\u00A0"],
  ["after a line break in the cell", "a\n"],
  ["after a line break and a space", "a\r\n "],
];
const matrix = signs.flatMap((sign) =>
  places.map(([place, before]) => [JSON.stringify(sign), place, before, `${sign}1`] as const),
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
  ["-5", "'-5"],
  ["one\n=2", "one\n'=2"],
  ["=1\r\n@2", "'=1\r\n'@2"],
  ["\r\nx", "'\r\nx"],
])("%j is written as %j", (text, safe) => {
  expect(neutralize(text)).toBe(safe);
});

test.each(["a=b", "5 - 3", "me@example.org", "one\ntwo", "one\r\ntwo", "–", "", " a", "'=1"])(
  "%j stays as it is",
  (text) => {
    expect([runsAsFormula(text), neutralize(text)]).toEqual([false, text]);
  },
);
