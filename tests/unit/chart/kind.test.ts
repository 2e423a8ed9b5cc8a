import { describe, expect, test } from "vitest";
import { kindOf, kindsOf } from "@/data/chart/kind";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";

const inYear = (id: string, year: string, said: Partial<Figure> = {}) =>
  figure({ id, start: year, end: year, ...said });
const years = [inYear("a", "2020"), inYear("b", "2021")];

describe("the kinds that make sense", () => {
  test.each<[string, readonly Figure[], readonly string[]]>([
    ["of yearly counts", years, ["trend", "line", "change", "ranges", "timeline"]],
    [
      "of yearly counts with a gap between",
      [inYear("a", "2019"), inYear("b", "2021")],
      ["trend", "line", "ranges", "timeline"],
    ],
    [
      "of an event",
      [figure({ event: "crocus-2024", start: "2024" })],
      ["casualties", "ranges", "timeline"],
    ],
    [
      "of a whole and its part",
      [figure({ id: "a" }), figure({ id: "b", part_of: "a" })],
      ["parts", "ranges"],
    ],
    ["of one figure without a date", [figure({})], ["ranges"]],
    ["of nothing", [], []],
  ])("%s", (_, figures, expected) => {
    expect(kindsOf(figures, "attacks", names)).toEqual(expected);
  });

  test("positions in an order are not drawn by event", () => {
    const rank = figure({ measure: "rank", event: "crocus-2024" });
    expect(kindsOf([rank], "rank", names)).toEqual(["ranges"]);
  });
});

describe("the kind of a view", () => {
  const chart = { kind: "trend", measure: "attacks" } as const;
  const timeline = { kind: "timeline", measure: "attacks" } as const;
  const none = { chart: null, measure: null };
  test.each([
    ["is the sheet’s own", none, chart, "trend"],
    ["is what the reader asks for", { ...none, chart: "change" as const }, chart, "change"],
    [
      "is the sheet’s own where that makes no sense",
      { ...none, chart: "parts" as const },
      chart,
      "trend",
    ],
    ["is a time line of all measures", none, timeline, "timeline"],
    ["is what suits one measure of them", { ...none, measure: "attacks" }, timeline, "trend"],
  ])("%s", (_, view, sheet, kind) => {
    expect(kindOf(view, sheet, years, names)).toBe(kind);
  });

  test("is what suits the measure where the sheet’s own does not", () => {
    expect(kindOf(none, chart, [figure({})], names)).toBe("ranges");
  });
});
