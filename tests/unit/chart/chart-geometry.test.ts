import { describe, expect, test } from "vitest";
import { areaOf, yearsBetween } from "@/components/chart/brush-years";
import { firstStep, shorten, steps } from "@/components/chart/chart-geometry";
import { dayOf } from "@/data/chart/axis";
import type { SeriesRequest } from "@/data/chart/mark";
import { toSeries } from "@/data/chart/series";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";

const series = (rows: readonly Figure[], said: Partial<SeriesRequest> = {}) =>
  toSeries(rows, { kind: "trend", measure: "attacks", all: rows, isSorted: false, names, ...said });
const inYear = (id: string, year: string, said: Partial<Figure> = {}) =>
  figure({ id, start: year, end: year, ...said });

describe("texts keep to the room there is", () => {
  test("a text that fits stays, one that does not ends in an ellipsis", () => {
    expect([shorten("people", 100), shorten("people killed", 60), shorten("people", 20)]).toEqual([
      "people",
      "people…",
      "",
    ]);
  });

  test("a label is shown from the width on at which its place holds it", () => {
    expect([
      firstStep(40, 0.25, "columns"),
      firstStep(60, 0.25, "columns"),
      firstStep(900, 0.25, "columns"),
    ]).toEqual([0, 1, steps.length]);
  });

  test("labels of a narrow chart stay on a wide one, and do not touch at any width", () => {
    const from = Array.from({ length: 14 }, (_, index) => firstStep(40, 1 / 14, "columns", index));
    const shown = steps.map((_, step) =>
      from.flatMap((first, index) => (first <= step ? [index] : [])),
    );
    const gaps = shown.map((indices) =>
      Math.min(...indices.slice(1).map((at, i) => at - (indices[i] ?? 0))),
    );
    const widths = steps.map((width, step) => ((width - 68) / 14) * (gaps[step] ?? 0));
    expect(widths.filter((width) => width < 40)).toEqual([]);
  });
});

describe("a brush over years", () => {
  const years = series(["2019", "2020", "2021", "2022"].map((year) => inYear(year, year)));

  test.each([
    [0.3, 0.6, { min: "2020", max: "2021" }],
    [0.6, 0.3, { min: "2020", max: "2021" }],
    [0.8, 2, { min: "2022", max: "2022" }],
  ])("from %d to %d of the columns", (a, b, range) => {
    expect(yearsBetween(years, a, b)).toEqual(range);
  });

  test("over blank columns is none", () => {
    const two = series([inYear("a", "2019"), inYear("b", "2020")]);
    expect(yearsBetween(two, 0.8, 0.9)).toBeNull();
  });

  test("of a time line, open where it begins at the edge", () => {
    const many = Array.from({ length: 20 }, (_, index) => inYear(String(index), "2020"));
    const line = series([inYear("old", "1999"), ...many, inYear("new", "2021")], {
      kind: "timeline",
    });
    expect([yearsBetween(line, 0.05, 0.5), yearsBetween(line, 0.3, 1)]).toEqual([
      { min: null, max: "2020" },
      { min: "2020", max: "2021" },
    ]);
    expect([
      areaOf(line, { min: null, max: "2020" }),
      areaOf(line, { min: "2020", max: "2021" }),
    ]).toEqual([
      { x1: line.axis.domain[0], x2: dayOf("2021") },
      { x1: dayOf("2020"), x2: dayOf("2022") },
    ]);
  });

  test("of events, whose time axis runs down and names each year once", () => {
    const events = series(
      ["2016", "2017", "2017", "2019"].map((year, index) => inYear(String(index), year)),
      { kind: "casualties" },
    );
    const rows = events.bands.length;
    expect(events.bands.map(({ tick }) => tick).filter(Boolean)).toEqual([
      "2016",
      "2017",
      "2018",
      "2019",
    ]);
    expect(yearsBetween(events, 0, 1.5 / rows)).toEqual({ min: "2016", max: "2016" });
    expect(yearsBetween(events, 4.5 / rows, 5.5 / rows)).toEqual({ min: "2017", max: "2017" });
    expect(yearsBetween(events, 0.99, 0)).toEqual({ min: "2016", max: "2019" });
    expect(areaOf(events, { min: "2016", max: "2017" })).toEqual({
      y1: events.bands[0]?.key,
      y2: events.bands[5]?.key,
    });
  });
});
