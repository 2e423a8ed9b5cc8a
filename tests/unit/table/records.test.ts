import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { formatProblem } from "@/data/table/problem";
import { readRecords } from "@/data/table/records";

const cellsOf = (text: string) => readRecords(text, "x.csv").records.map(({ cells }) => cells);
const linesOf = (text: string) => readRecords(text, "x.csv").records.map(({ line }) => line);
const problemsIn = (text: string) => readRecords(text, "x.csv").problems.map(formatProblem);

describe("reads the same cells from every way to end a line", () => {
  test.each([
    ["LF", "id,best\na,1\nb,2\n"],
    ["CRLF", "id,best\r\na,1\r\nb,2\r\n"],
    ["CR", "id,best\ra,1\rb,2\r"],
    ["CRLF, then LF", "id,best\r\na,1\nb,2\r\n"],
    ["LF, then CRLF", "id,best\na,1\r\nb,2\n"],
    ["none at the end", "id,best\na,1\nb,2"],
    ["a byte order mark before a quoted header", '\uFEFF"id",best\na,1\nb,2\n'],
    ["a byte order mark before", "\uFEFFid,best\na,1\nb,2\n"],
  ])("%s", (_, text) => {
    expect(cellsOf(text)).toEqual([
      ["id", "best"],
      ["a", "1"],
      ["b", "2"],
    ]);
  });
});

describe("keeps what stands between quotes", () => {
  test.each([
    ["a comma", '"Kabul, Kunar",x', ["Kabul, Kunar", "x"]],
    ["a doubled quote", '"the ""caliphate""",x', ['the "caliphate"', "x"]],
    ["a line break", '"first\nsecond",x', ["first\nsecond", "x"]],
    ["a line break of Windows in a file of LF", '"first\r\nsecond",x\n', ["first\r\nsecond", "x"]],
    ["spaces at the ends", '" a ",x', [" a ", "x"]],
    ["nothing", '"",x', ["", "x"]],
    [
      "an apostrophe and typographic quotes, which are no quotes",
      "D'Souza,“a”",
      ["D'Souza", "“a”"],
    ],
    ["semicolons and tabs, which part no cells", "a;b\tc,d", ["a;b\tc", "d"]],
  ])("%s", (_, text, cells) => {
    expect(cellsOf(text)).toEqual([cells]);
  });
});

test("types nothing: a leading zero and an exponent stay as they are", () => {
  expect(cellsOf("007,1e5,true")).toEqual([["007", "1e5", "true"]]);
});

test("leaves out blank lines", () => {
  expect(cellsOf("id,best\n\na,1\n\n\n")).toEqual([
    ["id", "best"],
    ["a", "1"],
  ]);
});

test("keeps a row whose cells are all empty", () => {
  expect(cellsOf("id,best\n,\n")).toEqual([
    ["id", "best"],
    ["", ""],
  ]);
});

test("an empty file has no record and no problem", () => {
  expect(readRecords("", "x.csv")).toEqual({ records: [], problems: [] });
});

test("counts lines as an editor does, also after a blank line and a quoted line break", () => {
  expect(linesOf('id,note\n\na,"one\ntwo\nthree"\nb,x\n')).toEqual([1, 3, 6]);
});

test("counts a line break of Windows inside quotes once", () => {
  expect(linesOf('id,note\r\na,"one\r\ntwo"\r\nb,x\r\n')).toEqual([1, 2, 4]);
});

describe("says where a quote stands that should not be there", () => {
  test.each([
    ["never closed", 'id,note\na,"open\nb,x\n', "x.csv:2:2", '"\\"open"'],
    ["inside an unquoted cell", 'id,note\na,x\nb,5" long\n', "x.csv:3:2", '"5\\" long"'],
    ["text after the closing one", 'id,note\n"a" b,x\n', "x.csv:2:1", '"\\"a\\" b,x"'],
    ["after a quoted line break", 'id,note\n"a\na",x\nb,"c\n', "x.csv:4:2", '"\\"c"'],
  ])("%s", (_, text, place, found) => {
    expect(problemsIn(text)).toEqual([
      `${place}: expected quotes only around a whole cell, doubled inside it, found ${found}`,
    ]);
  });
});

test("keeps the records before a stray quote and nothing after it", () => {
  expect(cellsOf('id,note\na,x\nb,"open\nc,y\n')).toEqual([
    ["id", "note"],
    ["a", "x"],
  ]);
});

test("reads what PapaParse reads, of any text whose quotes are sound", () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z ;]{0,4}$/),
    fc
      .string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", "é"), maxLength: 5 })
      .map((text) => `"${text.replaceAll('"', '""')}"`),
  );
  const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(records, fc.constantFrom("", "\n"), (rows, end) => {
      const text = rows.map((cells) => cells.join(",")).join("\n") + end;
      const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
      expect(cellsOf(text)).toEqual(data.filter((cells) => cells.length > 1 || cells[0] !== ""));
    }),
  );
});
