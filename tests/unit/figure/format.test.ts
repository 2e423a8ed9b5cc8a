import { describe, expect, test } from "vitest";
import type { Estimate } from "@/data/figure/estimate";
import type { Figure } from "@/data/figure/figure";
import {
  describeEstimate,
  formatCell,
  formatChange,
  formatDate,
  formatEstimate,
  formatNumber,
  formatOption,
  formatPeriod,
  formatTotal,
  formatValue,
  joinWith,
} from "@/data/figure/format";
import { figure, names } from "../figures";

test.each([
  ["2024", "2024"],
  ["2024-03", "Mar 2024"],
  ["2024-03-22", "22 Mar 2024"],
  ["2024-12-01", "1 Dec 2024"],
  ["2024-01", "Jan 2024"],
])("writes %s as %s", (date, text) => {
  expect(formatDate(date)).toBe(text);
});

test.each([
  ["a year once", { start: "2021", end: "2021" }, "2021"],
  ["both ends as precisely as they are stated", { start: "2021-08", end: "2023" }, "Aug 2021–2023"],
  ["the year once for two months of it", { start: "2021-05", end: "2021-08" }, "May–Aug 2021"],
  [
    "the year once for two days of it",
    { start: "2021-05-10", end: "2021-08-26" },
    "10 May–26 Aug 2021",
  ],
  ["the month once", { start: "2024-01-03", end: "2024-01-28" }, "3–28 Jan 2024"],
  ["both years", { start: "2023-12-30", end: "2024-01-02" }, "30 Dec 2023–2 Jan 2024"],
  ["a day up to a month", { start: "2021-05-10", end: "2021-08" }, "10 May–Aug 2021"],
  ["a start that stands alone", { start: "2021-08-26", end: null }, "26 Aug 2021"],
  ["a date where there is no period", { start: null, as_of: "2023-06" }, "as of Jun 2023"],
  ["a period before a date", { start: "2021", end: "2022", as_of: "2023" }, "2021–2022"],
  ["nothing where no time is stated", { start: null, end: null, as_of: null }, ""],
])("writes %s", (_, row, text) => {
  expect(formatPeriod(row)).toBe(text);
});

test.each([
  [1700, "1,700"],
  [1200000, "1,200,000"],
  [33.3, "33.3"],
  [0, "0"],
  [-5, "-5"],
])("writes %d as %s", (number, text) => {
  expect(formatNumber(number)).toBe(text);
});

describe("an estimate shows its precision", () => {
  test.each<[Partial<Figure>, string, string]>([
    [{ best: 353 }, "353", "353"],
    [{ precision: "about", best: 1100 }, "≈ 1,100", "about 1,100"],
    [{ precision: "at least", low: 17 }, "≥ 17", "at least 17"],
    [{ precision: "more than", low: 90 }, "> 90", "more than 90"],
    [{ precision: "up to", high: 1700 }, "≤ 1,700", "up to 1,700"],
    [{ precision: "fewer than", high: 50 }, "< 50", "fewer than 50"],
    [{ precision: "range", low: 4000, high: 6000 }, "4,000–6,000", "4,000 to 6,000"],
    [{ precision: "about range", low: 1, high: 2 }, "≈ 1–2", "about 1 to 2"],
    [{ precision: "words", as_printed: "several" }, "“several”", "“several”"],
    [{ best: 95, unit: "percent" }, "95%", "95%"],
    [{ precision: "about", best: 33.3, unit: "percent" }, "≈ 33.3%", "about 33.3%"],
    [{ best: 0 }, "0", "0"],
  ])("%j", (said, cell, sentence) => {
    expect([formatEstimate(figure(said)), describeEstimate(figure(said))]).toEqual([
      cell,
      sentence,
    ]);
  });
});

test.each([
  [null, "–"],
  [0, "0"],
  [1700, "1,700"],
  ["Kabul", "Kabul"],
])("writes the value %j as %s", (value, text) => {
  expect(formatValue(value)).toBe(text);
});

describe("a cell is written for people", () => {
  const row = figure({
    event: "crocus-2024",
    end: "2024-03-22",
    best: 1700,
    paragraph: 1234,
    document: "unknown-2024",
  });
  test.each([
    ["event", "Crocus City Hall"],
    ["measure", "Attacks"],
    ["document", "unknown-2024"],
    ["end", "22 Mar 2024"],
    ["best", "1,700"],
    ["value", "1,700 attacks"],
    ["paragraph", "1234"],
    ["start", "–"],
    ["as_of", "–"],
    ["place", "–"],
    ["fact", "–"],
    ["colour", "–"],
  ])("%s: %s", (column, text) => {
    expect(formatCell(row, column, names)).toBe(text);
  });
});

test.each([
  ["event", "crocus-2024", "Crocus City Hall"],
  ["place", "Kabul", "Kabul"],
  ["place", "", "(none)"],
])("names the value of %s, %j, as %s", (column, value, text) => {
  expect(formatOption(column, value, names)).toBe(text);
});

const seven: Estimate = {
  low: 7,
  high: 7,
  isLowStrict: false,
  isHighStrict: false,
  isAbout: false,
};
const open = Number.POSITIVE_INFINITY;

test.each<[Partial<Estimate>, string | null, string]>([
  [{ low: 1698, high: 1698 }, "attacks", "1,698"],
  [{ low: 0, high: 0 }, "attacks", "0"],
  [{ low: 174.5, high: 174.5 }, "attacks", "174.5"],
  [{ isAbout: true }, "people", "≈ 7"],
  [{ high: open }, "people", "≥ 7"],
  [{ high: open, isLowStrict: true }, "people", "> 7"],
  [{ high: open, isAbout: true }, "people", "at least ≈ 7"],
  [{ low: 0 }, "people", "≤ 7"],
  [{ low: 0, isHighStrict: true }, "people", "< 7"],
  [{ low: 0, isAbout: true }, "people", "up to ≈ 7"],
  [{ high: 9 }, null, "7–9"],
  [{ high: 9, isAbout: true }, null, "≈ 7–9"],
  [{ isAbout: true }, "percent", "≈ 7%"],
  [{ high: 9 }, "percent", "7–9%"],
  [{ low: -open }, "people", "≤ 7"],
])("writes a total of %j in %s as %s", (said, unit, text) => {
  expect(formatTotal({ ...seven, ...said }, unit)).toBe(text);
});

test.each<[Partial<Estimate>, string]>([
  [{ low: 325.3, high: 325.3 }, "+325%"],
  [{ low: -38.5, high: -38.5 }, "−39%"],
  [{ low: 0, high: 0 }, "±0%"],
  [{ low: 1200, high: 1200 }, "+1,200%"],
  [{ low: -10, high: 20 }, "−10% to +20%"],
  [{ low: 10.1, high: 10.2 }, "+10%"],
  [{ isAbout: true }, "≈ +7%"],
  [{ high: open }, "+7% or more"],
  [{ high: open, isAbout: true }, "≈ +7% or more"],
  [{ low: -open, high: -50 }, "−50% or less"],
])("writes a change of %j as %s", (said, text) => {
  expect(formatChange({ ...seven, ...said })).toBe(text);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c"], "a, b or c"],
])("joins %j as %j", (parts, words) => {
  expect(joinWith(parts, "or")).toBe(words);
});
