import { describe, expect, test } from "vitest";
import { firstDay, lastDay, overlaps, spanOf } from "@/data/table/period";

test.each([
  ["2021", "2021-01-01", "2021-12-31"],
  ["2021-08", "2021-08-01", "2021-08-31"],
  ["2021-08-26", "2021-08-26", "2021-08-26"],
  ["2023-02", "2023-02-01", "2023-02-28"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2021-12", "2021-12-01", "2021-12-31"],
  ["0050", "0050-01-01", "0050-12-31"],
])("%s reaches from %s to %s", (date, from, to) => {
  expect([firstDay(date), lastDay(date)]).toEqual([from, to]);
});

describe("the days a figure speaks of", () => {
  test.each([
    ["its period", { start: "2021-08", end: "2023", as_of: "2024" }, "2021-08-01", "2023-12-31"],
    [
      "since a start, up to its date",
      { start: "2019-02", as_of: "2024" },
      "2019-02-01",
      "2024-12-31",
    ],
    ["its start alone", { start: "2021", end: null, as_of: null }, "2021-01-01", "2021-12-31"],
    ["its date where it has no period", { as_of: "2024-03" }, "2024-03-01", "2024-03-31"],
  ])("%s", (_, figure, from, to) => {
    expect(spanOf(figure)).toEqual({ from, to });
  });

  test("none where no date is stated", () => {
    expect(spanOf({ start: null, end: null, as_of: null })).toBe(null);
  });
});

describe("2021 shares a day with", () => {
  const year = { from: "2021-01-01", to: "2021-12-31" };
  test.each([
    ["its last day", { from: "2021-12-31", to: "2022-06-30" }, true],
    ["its first day", { from: "2020-01-01", to: "2021-01-01" }, true],
    ["a month inside it", { from: "2021-08-01", to: "2021-08-31" }, true],
    ["a span around it", { from: "2019-01-01", to: "2023-12-31" }, true],
    ["not with the day after", { from: "2022-01-01", to: "2022-01-01" }, false],
    ["not with the day before", { from: "2020-12-31", to: "2020-12-31" }, false],
  ])("%s", (_, span, shared) => {
    expect([overlaps(year, span), overlaps(span, year)]).toEqual([shared, shared]);
  });
});
