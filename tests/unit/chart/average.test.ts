import { describe, expect, test } from "vitest";
import { averageChange, meanOf } from "@/data/chart/average";
import { toSeries } from "@/data/chart/series";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";

const chart = (counts: { readonly [year: string]: Partial<Figure> }) => {
  const rows = Object.entries(counts).map(([year, said]) =>
    figure({ id: year, start: year, end: year, ...said }),
  );
  return toSeries(rows, { kind: "line", measure: "attacks", all: rows, isSorted: false, names });
};
const exact = chart({
  2020: { best: 83 },
  2021: { best: 353 },
  2022: { best: 217 },
  2023: { best: 45 },
});
const range = { precision: "range", best: null } as const;

describe("the mean of yearly counts", () => {
  test("is one line that says what it is", () => {
    expect(meanOf(exact)).toEqual({ value: 175, text: "mean 2020–2023: ≈ 175" });
  });

  test.each([
    ["a year is missing", chart({ 2020: { best: 83 }, 2022: { best: 217 } })],
    ["a count is a range", chart({ 2020: { best: 83 }, 2021: { ...range, low: 1, high: 9 } })],
  ])("is none where %s", (_, series) => {
    expect(meanOf(series)).toBeNull();
  });
});

describe("the average change a year", () => {
  test("leads from the first count to the last", () => {
    expect(averageChange(exact)).toBe("On average ≈ −18% a year from 2020 to 2023, computed.");
  });

  test("of ranges has bounds", () => {
    const ends = chart({
      2020: { ...range, low: 100, high: 200 },
      2021: { best: 150 },
      2022: { ...range, low: 100, high: 200 },
    });
    expect(averageChange(ends)).toBe("On average −30% to +42% a year from 2020 to 2022, computed.");
  });

  test("from a count that may be 0 is none", () => {
    expect(averageChange(chart({ 2020: { best: 0 }, 2021: { best: 5 } }))).toBeNull();
  });
});
