import { describe, expect, test } from "vitest";
import { toSeriesOf } from "@/data/chart/series";
import { figuresOfTotal } from "@/data/chart/shown-total";
import { toTotal } from "@/data/figure/total";
import { describeTotal } from "@/data/view/describe";
import { emptyView, type View } from "@/data/view/view";
import { figure, names } from "../figures";

const figures = [
  figure({ id: "a", best: 83, start: "2020", end: "2020" }),
  figure({ id: "b", best: 353, start: "2021", end: "2021", document: "second-2024" }),
  figure({ id: "c", measure: "killed", unit: "people", best: 39, start: "2017", end: "2017" }),
  figure({ id: "d", measure: "killed", unit: "people", best: 41, start: "2016", end: "2016" }),
];
const sheet = { chart: { kind: "trend", measure: "attacks" } as const, figures };

const said = (view: Partial<View>, rows = figures) => {
  const shown = { ...emptyView, ...view };
  const series = toSeriesOf(rows, shown, sheet, names);
  const selected = figures.filter(({ id }) => shown.select.includes(id));
  const { of, ...counted } = figuresOfTotal({ rows, selected, series });
  return describeTotal(toTotal(counted.figures, { all: figures, names }), of).slice(0, 2);
};

describe("a total is of what is shown", () => {
  test("the measure that the chart draws, though other rows stand beside it", () => {
    expect(said({})).toEqual([
      "Computed from 2 figures in the chart: attacks; 2020–2021; reported",
      "Sum 436 attacks",
    ]);
  });

  test("another measure, once it is chosen", () => {
    expect(said({ measure: "killed" })).toEqual([
      "Computed from 2 figures in the chart: killed; 2016–2017; reported",
      "Sum 80 people",
    ]);
  });

  test("without what is muted", () => {
    expect(said({ mute: ["second-2024"] })[0]).toBe(
      "1 figure in the chart: attacks; 2020; reported",
    );
  });

  test("all rows, where the chart draws all measures on one axis of time", () => {
    expect(said({ chart: "timeline" })).toEqual([
      "Not added: “attacks” and “killed” are different measures",
    ]);
  });

  test("the one figure that is selected", () => {
    expect(said({ select: ["c"] })).toEqual(["1 figure selected: killed; 2017; reported"]);
  });

  test("all that are selected, also where some are not among the rows", () => {
    expect(said({ select: ["a", "b"] }, figures.slice(0, 1))).toEqual([
      "Computed from 2 figures selected: attacks; 2020–2021; reported",
      "Sum 436 attacks",
    ]);
  });
});
