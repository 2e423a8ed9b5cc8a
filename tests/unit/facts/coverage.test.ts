import { describe, expect, test } from "vitest";
import { coverageYears, toCoverage } from "@/data/facts/coverage";
import type { Figure } from "@/data/figure/figure";
import { yearsTouched } from "@/data/figure/stated-years";
import { figure } from "../figures";
import { published } from "../published";

const kinds = {
  attacks: { kind: "flow", additive: "yes" },
  killed: { kind: "stock", additive: "no" },
};

test.each<[string, Partial<Figure>, readonly string[]]>([
  ["the year of its period", { start: "2021", end: "2021" }, ["2021"]],
  [
    "every year that its period touches",
    { start: "2017-11", end: "2019" },
    ["2017", "2018", "2019"],
  ],
  ["the year of a day", { start: "2024-03-22", end: "2024-03-22" }, ["2024"]],
  ["the year for which a stock is stated", { measure: "killed", as_of: "2023-06" }, ["2023"]],
  ["no year where only its statement is dated", { as_of: "2023-06" }, [""]],
  ["earlier years together", { start: "2011", end: "2015" }, ["before", "2015"]],
  ["no year without a date", {}, [""]],
])("a figure stands in %s", (_, said, years) => {
  expect(coverageYears(figure(said), 2015, kinds)).toEqual(years);
});

describe("a table of coverage", () => {
  const rows = [
    figure({ id: "a", measure: "killed", as_of: "2017" }),
    figure({ id: "b", measure: "attacks", start: "2016", end: "2016" }),
    figure({ id: "c", measure: "killed", as_of: "2017", document: "second-2024" }),
    figure({ id: "d", measure: "killed", as_of: "2019" }),
    figure({ id: "e", measure: "killed", as_of: "2017" }),
  ];

  test("names the documents of each measure and year once, in their order", () => {
    expect(toCoverage(rows, 2016, kinds).rows).toEqual([
      {
        measure: "killed",
        documents: { "2017": ["first-2024", "second-2024"], "2019": ["first-2024"] },
        all: ["first-2024", "second-2024"],
      },
      { measure: "attacks", documents: { "2016": ["first-2024"] }, all: ["first-2024"] },
    ]);
  });

  test("shows every year up to the last, so that an empty one is seen", () => {
    expect(toCoverage(rows, 2016, kinds).years).toEqual(["2016", "2017", "2018", "2019"]);
  });

  test("shows earlier years as one, and no date last, only where there are such", () => {
    const more = [...rows, figure({ id: "x" }), figure({ id: "y", start: "1999", end: "1999" })];
    expect(toCoverage(more, 2018, kinds).years).toEqual(["before", "2018", "2019", ""]);
  });

  test("of nothing has its first year and no row", () => {
    expect(toCoverage([], 2020, kinds)).toEqual({ years: ["2020"], rows: [] });
  });
});

test("in the published package, no year is empty that some figure with a period touches", () => {
  const { years, rows } = toCoverage(published.all, 2014, published.names.kinds);
  const missing = published.all.filter((row) => {
    const documents = rows.find(({ measure }) => measure === row.measure)?.documents ?? {};
    const touched = row.start === null ? [] : yearsTouched(row);
    const own = touched.length === 0 ? [] : touched.filter((year) => Number(year) >= 2014);
    return own.some((year) => !years.includes(year) || !documents[year]?.includes(row.document));
  });
  // The last year follows the figures, which a maintainer adds to.
  const last = published.all.flatMap(yearsTouched).toSorted().at(-1);
  expect([missing.map(({ id }) => id), years.at(0), years.at(-2)]).toEqual([[], "before", last]);
});

test("operations of the Taliban over 2022 and 2023 stand in both years, those only dated by their statement apart", () => {
  const { rows } = toCoverage(published.all, 2014, published.names.kinds);
  expect(rows.find(({ measure }) => measure === "operations")?.documents).toEqual({
    "": ["ctc-2024"],
    "2019": ["dawn-2024"],
    "2022": ["ctc-2024"],
    "2023": ["ctc-2024", "osw-2024"],
  });
});
