import { expect, test } from "vitest";
import { columnsOf } from "@/data/view/column";
import type { PeriodFilter } from "@/data/view/filter";
import { chosenYears, listValues, toYearRanges, yearsIn } from "@/data/view/option";
import { fewFields, figure, names } from "../figures";

const columnOf = (name: string) => {
  const column = columnsOf(fewFields).find((each) => each.name === name);
  if (!column) throw new Error(name);
  return column;
};

test("values are listed as people sort: small letters beside capitals, 9 before 10, missing last", () => {
  const places = ["Uzbek quarter", null, "attackers’ house", "District 10", "“District” 9"];
  const rows = places.map((place) => figure({ place }));
  expect(listValues(rows, columnOf("place"), names).map(({ title }) => title)).toEqual([
    "attackers’ house",
    "“District” 9",
    "District 10",
    "Uzbek quarter",
    "(none)",
  ]);
});

test("the values of a column are listed once for a table, and anew for other rows", () => {
  const rows = [figure({ place: "Kabul", countries: "AF" })];
  const listed = listValues(rows, columnOf("place"), names);
  expect(listValues(rows, columnOf("place"), names)).toBe(listed);
  expect(listValues([...rows], columnOf("place"), names)).not.toBe(listed);
  expect(listValues(rows, columnOf("countries"), names)).not.toEqual(listed);
});

test("years are listed from the first to the last, each with the rows that speak of it", () => {
  const rows = [
    figure({ start: "2019-03", end: "2020", as_of: null }),
    figure({ start: "2022", end: null, as_of: null }),
    figure({ start: null, end: null, as_of: "2022-05-01" }),
    figure({ start: null, end: null, as_of: null }),
  ];
  expect([...yearsIn(rows, "start")]).toEqual([
    [2019, 1],
    [2020, 1],
    [2021, 0],
    [2022, 2],
  ]);
});

test("a table without dates has no years", () => {
  expect([...yearsIn([figure({ start: null, end: null, as_of: null })], "start")]).toEqual([]);
});

const years = [2016, 2017, 2018, 2019, 2020];

test("a filter on a period ticks the years that it touches", () => {
  const filter: PeriodFilter = {
    kind: "period",
    column: "start",
    range: { min: null, max: "2016-05" },
    more: [{ min: "2019-12", max: null }],
  };
  expect(chosenYears(filter, years)).toEqual([2016, 2019, 2020]);
  expect(chosenYears(undefined, years)).toEqual(years);
});

test("ticked years are asked for as runs", () => {
  expect(toYearRanges([2016, 2017, 2020], years)).toEqual(["2016..2017", "2020"]);
});
