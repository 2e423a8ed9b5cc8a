import fc from "fast-check";
import { expect, test } from "vitest";
import { toShownCsv } from "@/data/files/export";
import { type ReadableColumn, readableColumns } from "@/data/files/readable";
import { toSpreadsheetText } from "@/data/files/spreadsheet-text";
import { toSheetNames } from "@/data/files/xlsx";
import { catalog, published } from "../published";

test.each([
  ["Aug 2021", "in Aug 2021"],
  ["as of Aug 2021", "as of Aug 2021"],
  ["3–28 Jan 2024", "3–28 Jan 2024"],
  ["22 Mar 2024", "22 Mar 2024"],
  ["2021-08", "'2021-08"],
  ["2021-08-26", "2021-08-26"],
  ["2021", "2021"],
  ["+325% on 2020", "'+325% on 2020"],
  ["≥ 17", "≥ 17"],
])("%s goes to a spreadsheet as %s", (text, safe) => {
  expect(toSpreadsheetText(text)).toBe(safe);
});

test("no cell of the workbook, as it is shown, is one that a spreadsheet runs or takes for a month", () => {
  const columns = readableColumns(catalog.figureSchema, published.names, []);
  const cells = published.all.flatMap((row) =>
    columns.map(({ toText }) => toSpreadsheetText(toText(row))),
  );
  expect(cells.length).toBeGreaterThan(1000);
  expect(cells.filter((text) => /^[=+@-]|^\w{3} \d{4}$|^\d{4}-\d\d$/.test(text))).toEqual([]);
});

test("a file as shown has one line more than it has rows, whatever its cells hold", () => {
  const column: ReadableColumn = {
    title: "A",
    description: "",
    toText: ({ a }) => String(a ?? ""),
    toCell: () => null,
  };
  expect(toShownCsv([{ a: null }, { a: "x, y" }], [column, column])).toBe(
    '\uFEFFA,A\r\n,\r\n"x, y","x, y"\r\n',
  );
});

test("names of sheets are ones that Excel takes, and no two are alike", () => {
  expect(toSheetNames(["Plots & arrests", "a/b", "A b", "History", "'"])).toEqual([
    "Plots & arrests",
    "a b",
    "A b 2",
    "History 2",
    "Sheet",
  ]);
  const signs = fc.constantFrom(..."[]:*?/\\' aA", "İ", "𝑥", "history", "x".repeat(14));
  const title = fc.array(signs, { maxLength: 5 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(title, { maxLength: 9 }), (titles) => {
      const names = toSheetNames(titles);
      const folded = new Set(names.map((name) => name.toLowerCase()));
      expect(folded.size).toBe(titles.length);
      expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
    }),
  );
});
