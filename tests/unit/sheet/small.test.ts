import { describe, expect, test } from "vitest";
import { headlineOf, toShares, toSmallSeries } from "@/data/sheet/small";
import { sheetOf } from "@/data/site/sheets";
import { fewFields, figure, names } from "../figures";
import { catalog } from "../published";

const chart = { kind: "ranges", measure: "attacks" } as const;

describe("the chart of a card", () => {
  test("keeps the largest figures, one a fact", () => {
    const figures = [
      figure({ id: "a", best: 1 }),
      figure({ id: "b", best: 9, fact: "same" }),
      figure({ id: "c", best: 8, fact: "same" }),
      figure({ id: "d", best: 5 }),
      figure({ id: "e", best: 99, measure: "killed" }),
    ];
    const { bands } = toSmallSeries({ chart, figures }, fewFields, names, 2);
    expect(bands.map(({ key }) => key)).toEqual(["b", "d"]);
  });

  test("keeps all years of a trend", () => {
    const figures = ["2019", "2020", "2021", "2022"].map((year) =>
      figure({ id: year, start: year, end: year }),
    );
    const sheet = { chart: { ...chart, kind: "trend" as const }, figures };
    expect(toSmallSeries(sheet, fewFields, names, 2).bands).toHaveLength(4);
  });
});

test("the headline is the fact with the largest whole that repeats nothing", () => {
  const figures = [
    figure({ id: "a", best: 3 }),
    figure({ id: "b", best: 7 }),
    figure({ id: "part", best: 8, part_of: "b" }),
    figure({ id: "echo", best: 9, echoes: "b" }),
    figure({ id: "words", precision: "words" }),
  ];
  const headline = headlineOf({ chart, figures });
  expect(headline?.facts.map(({ statements }) => statements.map(({ id }) => id))).toEqual([["b"]]);
});

test("a headline has all facts on its event, each with its range over the documents", () => {
  const event = "crocus-2024";
  const figures = [
    figure({ id: "a", event, fact: "soldiers", subject: "soldiers", best: 13 }),
    figure({ id: "b", event, fact: "others", subject: "others", best: 170 }),
    figure({
      id: "c",
      event,
      fact: "others",
      precision: "more than",
      low: 130,
      document: "second-2024",
    }),
    figure({ id: "d", event, fact: "others", precision: "words" }),
    figure({ id: "e", best: 99 }),
  ];
  const headline = headlineOf({ chart, figures });
  expect(headline?.facts.map(({ range, subject }) => `${range} ${subject}`)).toEqual([
    "more than 130 to 170 others",
    "13 soldiers",
  ]);
});

test("statements of one number are no range, whatever bound one of them is", () => {
  const figures = [
    figure({ id: "a", fact: "killed", best: 139 }),
    figure({ id: "b", fact: "killed", precision: "at least", low: 139 }),
  ];
  const [fact] = headlineOf({ chart, figures })?.facts ?? [];
  expect(fact?.range).toBe("139 or at least 139");
});

test("the published headline of casualties leaves out no victim of its event and no statement", () => {
  const sheet = sheetOf(catalog, "casualties");
  const headline = sheet && headlineOf(sheet);
  expect(headline?.facts.map(({ range, subject }) => `${range} ${subject}`)).toEqual([
    "170 Afghans killed at Kabul airport",
    "13 American soldiers killed at Kabul airport",
  ]);
});

test("counts the figures of each document", () => {
  const figures = [figure({ id: "a" }), figure({ id: "b" })];
  expect(toShares(figures, ["first-2024", "second-2024"]).map(({ count }) => count)).toEqual([
    2, 0,
  ]);
});

test("of a range a headline takes the end that it reaches to", () => {
  const figures = [
    figure({ id: "a", fact: "fighters", precision: "range", low: 4000, high: 6000 }),
    figure({ id: "b", fact: "fighters", precision: "about", best: 4000 }),
  ];
  const [fact] = headlineOf({ chart, figures })?.facts ?? [];
  expect(fact?.range).toBe("about 4,000 to 6,000");
});
