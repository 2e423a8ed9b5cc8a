import fc from "fast-check";
import { expect, test } from "vitest";
import { toCells, toHtmlTable, toTsv } from "@/data/files/clipboard";
import { runsAsFormula } from "@/data/table/formula";
import { columnsOf } from "@/data/view/column";
import { fewFields, figure, names } from "../figures";
import { texts } from "../texts";

const columns = columnsOf(fewFields).filter(({ name }) => ["value", "place"].includes(name));

test.each([
  ["an exact number raw", figure({ best: 1234 }), "1234"],
  ["a lower bound with its sign", figure({ precision: "at least", low: 1234 }), "≥ 1,234"],
  ["a range as a range", figure({ precision: "range", low: 4000, high: 6000 }), "4,000–6,000"],
  ["words as words", figure({ precision: "words", as_printed: "several" }), "“several”"],
])("copies %s", (_, row, expected) => {
  const value = columns.filter(({ name }) => name === "value");
  expect(toCells([row], value, names, false)).toEqual([[expected]]);
});

test("copies a missing value as an empty cell, and titles only where asked", () => {
  const rows = [figure({ best: 5, place: null })];
  expect(toCells(rows, columns, names, true)).toEqual([
    ["Place", "Value"],
    ["", "5"],
  ]);
});

test("parts cells by tabs and rows by line breaks, and keeps either out of a cell", () => {
  expect(
    toTsv([
      ["a\tb", "c\r\nd"],
      ["e", ""],
    ]),
  ).toBe("a b\tc d\ne\t");
});

test("writes a table whose cells cannot be markup", () => {
  expect(toHtmlTable([["<b>&", "2"]])).toBe(
    `<table><tr><td>&lt;b&gt;&amp;</td><td>2</td></tr></table>`,
  );
});

test("one empty cell is a blank line, which browsers keep", () => {
  expect([toTsv([[""]]), toTsv([["", ""]])]).toEqual(["\n", "\t"]);
});

test("copies no text that a spreadsheet would run, and negative numbers as numbers", () => {
  const note = columnsOf(fewFields).filter(({ name }) => ["note", "paragraph"].includes(name));
  expect(toCells([figure({ note: "+325 % on 2020", paragraph: -5 })], note, names, false)).toEqual([
    ["-5", "'+325 % on 2020"],
  ]);
  fc.assert(
    fc.property(texts, (text) => {
      const [row = []] = toCells([figure({ note: text })], note, names, false);
      expect(runsAsFormula(row[1] ?? "")).toBe(false);
    }),
  );
});

test("any cells stay in their rows and columns, as text and as markup", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1 }), (cells) => {
      const rows = toTsv(cells).split(/[\r\n\v\f\u0085\u2028\u2029]/);
      expect(rows.map((row) => row.split("\t").length)).toEqual(cells.map(() => 2));
      expect(toHtmlTable(cells).match(/<[^>]*>/g)?.length).toBe(2 + cells.length * 6);
    }),
  );
});
