import { describe, expect, test } from "vitest";
import { coverageYear, toCoverage } from "@/data/facts/coverage";
import type { Figure } from "@/data/figure/figure";
import { figure } from "../figures";
import { published } from "../published";

test.each<[string, Partial<Figure>, string]>([
  ["the year of its period", { start: "2021", end: "2021" }, "2021"],
  ["the year in which its period ends", { start: "2011", end: "2019" }, "2019"],
  ["the year of a day", { start: "2024-03-22", end: "2024-03-22" }, "2024"],
  ["the year for which it is stated", { as_of: "2023-06" }, "2023"],
  ["the first year shown", { as_of: "2015" }, "2015"],
  ["together before the first year shown", { as_of: "2014-12-31" }, "before"],
  ["apart without a date", {}, ""],
])("a figure stands in %s", (_, said, year) => {
  expect(coverageYear(figure(said), 2015)).toBe(year);
});

describe("a table of coverage", () => {
  const rows = [
    figure({ id: "a", measure: "killed", as_of: "2017" }),
    figure({ id: "b", measure: "attacks", as_of: "2016" }),
    figure({ id: "c", measure: "killed", as_of: "2017", document: "second-2024" }),
    figure({ id: "d", measure: "killed", as_of: "2019" }),
    figure({ id: "e", measure: "killed", as_of: "2017" }),
  ];

  test("names the documents of each measure and year once, in their order", () => {
    expect(toCoverage(rows, 2016).rows).toEqual([
      {
        measure: "killed",
        documents: { "2017": ["first-2024", "second-2024"], "2019": ["first-2024"] },
        all: ["first-2024", "second-2024"],
      },
      { measure: "attacks", documents: { "2016": ["first-2024"] }, all: ["first-2024"] },
    ]);
  });

  test("shows every year up to the last, so that an empty one is seen", () => {
    expect(toCoverage(rows, 2016).years).toEqual(["2016", "2017", "2018", "2019"]);
  });

  test("shows earlier years as one, and no date last, only where there are such", () => {
    const more = [...rows, figure({ id: "x" }), figure({ id: "y", as_of: "1999" })];
    expect(toCoverage(more, 2018).years).toEqual(["before", "2018", "2019", ""]);
  });

  test("of nothing has its first year and no row", () => {
    expect(toCoverage([], 2020)).toEqual({ years: ["2020"], rows: [] });
  });
});

test("in the published package, every figure stands in some year of its measure", () => {
  const { years, rows } = toCoverage(published.all, 2015);
  const missing = published.all.filter((row) => {
    const year = coverageYear(row, 2015);
    const found = rows.find(({ measure }) => measure === row.measure)?.documents[year];
    return !years.includes(year) || !found?.includes(row.document);
  });
  expect([missing, years.at(0), years.at(-2)]).toEqual([[], "before", "2024"]);
});

test("only CTC Sentinel says how many operations the Taliban led in 2022 and 2023", () => {
  const row = toCoverage(published.all, 2015).rows.find(({ measure }) => measure === "operations");
  expect(row?.documents).toEqual({
    "2019": ["dawn-2024"],
    "2023": ["ctc-2024", "osw-2024"],
    "2024": ["ctc-2024"],
  });
});
