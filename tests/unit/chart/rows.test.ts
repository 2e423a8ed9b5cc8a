import { describe, expect, test } from "vitest";
import { toAxis, toLogAxis } from "@/data/chart/axis";
import { type SeriesRequest, toMark } from "@/data/chart/mark";
import { extentOf, rowsOf } from "@/data/chart/rows";
import { toSeries } from "@/data/chart/series";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";

const series = (rows: readonly Figure[], said: Partial<SeriesRequest> = {}) =>
  toSeries(rows, { kind: "trend", measure: "attacks", all: rows, isSorted: false, names, ...said });
const inYear = (id: string, year: string, said: Partial<Figure> = {}) =>
  figure({ id, start: year, end: year, ...said });
const range = { precision: "range", low: 100, best: null, high: 200 } as const;
const nothing = { solid: null, pale: null, point: null, open: null };

describe("on an axis that starts at zero", () => {
  test.each<[string, Partial<Figure>, object | null]>([
    ["a number is solid from zero", { best: 100 }, { ...nothing, solid: [0, 100] }],
    [
      "a range is solid to its low and pale to its high",
      range,
      { ...nothing, solid: [0, 100], pale: [100, 200] },
    ],
    [
      "a lower bound is solid and open beyond",
      { precision: "at least", low: 100 },
      { ...nothing, solid: [0, 100], open: "more" },
    ],
    [
      "an upper bound is a point and no length",
      { precision: "up to", high: 100 },
      { ...nothing, point: 100, open: "less" },
    ],
    ["zero has a place", { best: 0 }, { ...nothing, point: 0 }],
    ["a range from zero is pale", { ...range, low: 0 }, { ...nothing, pale: [0, 200] }],
    ["words have none", { precision: "words" }, null],
  ])("%s", (_, said, extent) => {
    expect(extentOf(toMark(figure(said)), "trend", toAxis([200]))).toEqual(extent);
  });

  test("a fall hangs from zero", () => {
    const rows = [inYear("a", "2020", { best: 100 }), inYear("b", "2021", { best: 50 })];
    const [row] = rowsOf(series(rows, { kind: "change" }));
    expect(row?.slots[0]?.[0]?.extent?.solid).toEqual([-50, 0]);
  });
});

describe("where nothing starts at zero", () => {
  test.each<[string, Partial<Figure>, object]>([
    ["a range runs from bound to bound", range, { ...nothing, solid: [100, 200] }],
    ["a number is a point", { best: 100 }, { ...nothing, point: 100 }],
    [
      "a lower bound is a point, open to more",
      { precision: "at least", low: 100 },
      { ...nothing, point: 100, open: "more" },
    ],
  ])("%s", (_, said, extent) => {
    const mark = toMark(figure(said));
    const found = [
      extentOf(mark, "ranges", toAxis([200])),
      extentOf(mark, "line", toAxis([200])),
      extentOf(mark, "parts", toLogAxis([100, 200])),
    ];
    expect(found).toEqual([extent, extent, extent]);
  });

  test("zero stands at the edge of a logarithmic axis", () => {
    const axis = toLogAxis([0, 100]);
    expect(extentOf(toMark(figure({ best: 0 })), "trend", axis)?.point).toBe(axis.edge);
  });
});

describe("the rows of a chart", () => {
  const rows = [
    inYear("a", "2020", { best: 83 }),
    inYear("b", "2022", { precision: "at least", low: 100 }),
    inYear("c", "2023", { best: 45 }),
  ];

  test("hold a number a year, and none where none is stated", () => {
    const drawn = rowsOf(series(rows, { kind: "line" }));
    expect(drawn.map(({ label, value, runs }) => [label, value, runs])).toEqual([
      ["2020", 83, [83]],
      ["2021", null, [null]],
      ["2022", null, [null]],
      ["2023", 45, [45]],
    ]);
  });

  test("place a part inside the column that it is part of, also beside another one", () => {
    const other = inYear("other", "2020", { document: "second", claimant: "UN" });
    const years = [inYear("a", "2020"), inYear("b", "2021"), other];
    const part = inYear("part", "2020", { part_of: "other", place: "Kunar", best: 1 });
    const both = [...years, inYear("other-2021", "2021", { document: "second", claimant: "UN" })];
    const [row] = rowsOf(series([...both, part]));
    expect(row?.slots.map((points) => points.map(({ id }) => id))).toEqual([
      ["a"],
      ["other", "part"],
    ]);
  });

  test("of one or two years are filled up to four", () => {
    const two = rowsOf(series([inYear("a", "2020"), inYear("b", "2021")]));
    expect(two.map(({ label }) => label.trim())).toEqual(["2020", "2021", "", ""]);
    expect(new Set(two.map(({ label }) => label)).size).toBe(4);
  });

  test("hold all that a mark covers, zero included", () => {
    expect(
      rowsOf(series(rows)).flatMap(({ slots }) => slots.flat().map(({ span }) => span)),
    ).toEqual([
      [0, 83],
      [0, 100],
      [0, 45],
    ]);
  });
});
