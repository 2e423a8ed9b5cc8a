import { describe, expect, test } from "vitest";
import { formatProblem } from "@/data/table/problem";
import { parseTable } from "@/data/table/table";
import { field, schema } from "../figures";

const colonies = schema([
  field({ name: "id", constraints: { required: true } }),
  field({ name: "year", type: "integer" }),
  field({ name: "best", type: "number" }),
]);
const parse = (text: string) => parseTable(text, colonies, "x.csv");
const problemsIn = (text: string) => parse(text).problems.map(formatProblem);

test("reads a file into rows of typed values", () => {
  expect(parse("id,year,best\ngull,2001,2.5\n").table.rows).toEqual([
    { id: "gull", year: 2001, best: 2.5 },
  ]);
});

test("reads an empty cell as missing, not as zero", () => {
  expect(parse("id,year,best\ngull,,0\n").table.rows).toEqual([
    { id: "gull", year: null, best: 0 },
  ]);
});

test("knows the line of each row, also after a quoted line break", () => {
  expect(parse('id,year,best\n"gull\nholm",2001,1\nskua,2001,2\n').lines).toEqual([2, 4]);
});

describe("says where a file breaks its schema", () => {
  test.each<[string, string, string[]]>([
    ["an empty file", "", ["x.csv:1:0: expected a header, found an empty file"]],
    [
      "a field under another name",
      "id,jahr,best\n",
      ['x.csv:1:2: expected the field year, found "jahr"'],
    ],
    ["a missing field", "id,year\n", ["x.csv:1:3: expected the field best, found none"]],
    [
      "an unknown field",
      "id,year,best,colour\n",
      ['x.csv:1:4: expected no further field, found "colour"'],
    ],
    [
      "fields in another order",
      "year,id,best\n",
      [
        'x.csv:1:1: expected the field id, found "year"',
        'x.csv:1:2: expected the field year, found "id"',
      ],
    ],
    ["too few cells", "id,year,best\ngull,2001\n", ["x.csv:2:0: expected 3 cells, found 2"]],
    ["too many cells", "id,year,best\ngull,2001,9,40\n", ["x.csv:2:0: expected 3 cells, found 4"]],
    [
      "cells of the wrong type, after a quoted line break",
      'id,year,best\n"a\nb",2001,1\nskua,MMI,many\n',
      [
        'x.csv:4:2 year: expected an integer, found "MMI"',
        'x.csv:4:3 best: expected a number, found "many"',
      ],
    ],
    [
      "a stray quote",
      'id,year,best\ngull,2001,"1\n',
      ['x.csv:2:3: expected quotes only around a whole cell, doubled inside it, found "\\"1"'],
    ],
    [
      "a stray quote in the header, which is no empty file",
      'id,"year,best\ngull,2001,1\n',
      [
        'x.csv:1:2: expected quotes only around a whole cell, doubled inside it, found "\\"year,best"',
      ],
    ],
  ])("%s", (_, text, problems) => {
    expect(problemsIn(text)).toEqual(problems);
  });
});

test("a bad cell is missing in its row, and the good rows stay", () => {
  expect(parse("id,year,best\ngull,MMI,1\nskua,2001,2\n").table.rows).toEqual([
    { id: "gull", year: null, best: 1 },
    { id: "skua", year: 2001, best: 2 },
  ]);
});

test("reads no row under a header that is not the schema's", () => {
  expect(parse("id,jahr,best\ngull,2001,1\n").table.rows).toEqual([]);
});
