import fc from "fast-check";
import { expect, test } from "vitest";
import { fitBlock, parseBlock } from "@/data/edit/block";

test.each([
  ["one cell", "a", [["a"]]],
  [
    "a line end behind the last row",
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "an empty cell at the end of a row",
    "a\t\nb\tc",
    [
      ["a", ""],
      ["b", "c"],
    ],
  ],
  ["a quoted cell of two lines", '"a\nb"\tc', [["a\nb", "c"]]],
  ["a quote inside a cell", '"say ""no"""\tx', [['say "no"', "x"]]],
  ["a quote that never ends", '"a\tb\nc', [['"a', "b"], ["c"]]],
  ["nothing", "", [[""]]],
])("a block of cells with %s", (_, text, expected) => {
  expect(parseBlock(text)).toEqual(expected);
});

test("any cells are read as they were put on the clipboard", () => {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const block = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(block, (rows) => {
      const text = rows.map((row) => row.map(quote).join("\t")).join("\n");
      expect(parseBlock(text)).toEqual(rows);
    }),
  );
});

test("one cell fills a range, a block that fits is repeated, another stays as it is", () => {
  expect(fitBlock([["a"]], { rows: 2, columns: 2 })).toEqual([
    ["a", "a"],
    ["a", "a"],
  ]);
  expect(fitBlock([["a", "b"]], { rows: 2, columns: 2 })).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
  expect(fitBlock([["a", "b"]], { rows: 2, columns: 3 })).toEqual([["a", "b"]]);
});
