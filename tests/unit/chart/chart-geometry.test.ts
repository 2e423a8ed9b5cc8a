import { describe, expect, test } from "vitest";
import {
  columnOf,
  extentOf,
  firstStep,
  plotHeight,
  shorten,
  steps,
  tickStep,
  yearsBetween,
} from "@/components/chart/chart-geometry";
import type { SeriesRequest } from "@/data/chart/mark";
import { toMark } from "@/data/chart/mark";
import { toSeries } from "@/data/chart/series";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";

const series = (rows: readonly Figure[], said: Partial<SeriesRequest> = {}) =>
  toSeries(rows, { kind: "trend", measure: "attacks", all: rows, isSorted: false, names, ...said });
const inYear = (id: string, year: string, said: Partial<Figure> = {}) =>
  figure({ id, start: year, end: year, ...said });
const range = { precision: "range", low: 100, best: null, high: 200 } as const;

describe("a column", () => {
  const chart = series([inYear("a", "2020", { best: 100 }), inYear("b", "2021", { best: 200 })]);
  const height = plotHeight(chart);
  const column = (said: Partial<Figure>) => columnOf(toMark(figure(said)), chart);

  test("stands on zero", () => {
    expect(column({ best: 100 })).toMatchObject({
      solid: [height / 2, height],
      range: null,
      open: null,
    });
  });

  test("of a range without a middle is solid to its low and pale to its high", () => {
    expect(column(range)).toMatchObject({ solid: [height / 2, height], range: [0, height / 2] });
  });

  test.each<[Partial<Figure>, string]>([
    [{ precision: "at least", low: 100 }, "up"],
    [{ precision: "up to", high: 100 }, "down"],
  ])("of a bound has an open end", (said, open) => {
    expect(column(said)?.open).toBe(open);
  });

  test("of zero still has a place", () => {
    expect(column({ best: 0 })).toEqual({
      solid: null,
      range: null,
      point: null,
      limit: null,
      open: null,
      label: height,
    });
  });

  test("of an upper bound is a limit and no length", () => {
    expect(column({ precision: "up to", high: 100 })).toMatchObject({
      solid: null,
      range: null,
      limit: height / 2,
    });
  });

  test("of words has none", () => {
    expect(column({ precision: "words" })).toBeNull();
  });

  test("of a fall hangs from zero", () => {
    const falls = series([inYear("a", "2020", { best: 100 }), inYear("b", "2021", { best: 50 })], {
      kind: "change",
    });
    const [mark] = falls.bands[0]?.marks ?? [];
    expect(mark && columnOf(mark, falls)).toMatchObject({
      solid: [0, plotHeight(falls) * (50 / 60)],
    });
  });

  test("of zero on a logarithmic axis stands at its edge", () => {
    const log = series([inYear("a", "2020", { best: 0 }), inYear("b", "2021", { best: 10 })], {
      scale: "log",
    });
    const [mark] = log.bands[0]?.marks ?? [];
    expect(mark && columnOf(mark, log)?.label).toBe(plotHeight(log));
  });
});

test.each<[string, Partial<Figure>, object | null]>([
  ["a range without a middle from bound to bound", range, { from: 0.5, to: 1, isPoint: false }],
  ["one number as a point", { best: 100 }, { from: 0.5, to: 0.5, isPoint: true }],
  ["a lower bound open to the right", { precision: "at least", low: 100 }, { open: "right" }],
  ["an upper bound open to the left", { precision: "up to", high: 100 }, { open: "left" }],
  ["words nowhere", { precision: "words" }, null],
])("draws %s", (_, said, extent) => {
  const chart = series([figure({ best: 200 })], { kind: "ranges" });
  const found = extentOf(toMark(figure(said)), "ranges", chart);
  if (extent) expect(found).toMatchObject(extent);
  else expect(found).toBeNull();
});

test.each(["parts", "casualties", "ranges"] as const)(
  "an upper bound is no bar from zero in %s",
  (kind) => {
    const rows = [figure({ id: "a", best: 200 })];
    const mark = toMark(figure({ precision: "up to", high: 100 }));
    const extent = extentOf(mark, kind, series(rows, { kind: "parts" }));
    expect(extent).toEqual({ from: 0.5, to: 0.5, open: "left", isPoint: true });
  },
);

test("a logarithmic axis has signs, no bars", () => {
  const rows = [inYear("a", "2020", { best: 10 }), inYear("b", "2021", { best: 100 })];
  const log = series(rows, { scale: "log" });
  const mark = toMark(figure({ best: 100 }));
  expect([columnOf(mark, log)?.solid, columnOf(mark, log)?.point]).toEqual([null, 0]);
  expect(extentOf(mark, "parts", log)).toMatchObject({ from: 1, to: 1, isPoint: true });
});

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
    const from = Array.from({ length: 14 }, (_, index) => tickStep(index, 40, 1 / 14, "columns"));
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
  });
});
