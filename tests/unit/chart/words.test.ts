import { describe, expect, test } from "vitest";
import type { SeriesRequest } from "@/data/chart/mark";
import { toSeries } from "@/data/chart/series";
import { describeChart, describeSeries, undrawnByReason, wordsOf, wrap } from "@/data/chart/words";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";

const inYear = (id: string, year: string, said: Partial<Figure> = {}) =>
  figure({ id, start: year, end: year, ...said });
const chart = (rows: readonly Figure[], said: Partial<SeriesRequest> = {}) =>
  toSeries(rows, { kind: "trend", measure: "attacks", all: rows, isSorted: false, names, ...said });
const words = (rows: readonly Figure[], said?: Partial<SeriesRequest>) =>
  describeChart(chart(rows, said), names);

describe("says the whole chart", () => {
  const years = [inYear("a", "2019", { best: 80 }), inYear("b", "2022", { best: 20 })];

  test("how a trend runs, its change, its gap and its sources", () => {
    expect(words(years)).toBe(
      "Attacks fell from 80 (2019) to 20 (2022): 75% below 2019. No figure for 2020–2021. Stated by First; percentages computed.",
    );
  });

  test("of many series the largest, in their order, and how many more there are", () => {
    const places = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const rows = places.flatMap((place) =>
      ["2020", "2021"].map((year) =>
        inYear(place + year, year, { place, best: place === "h" ? 9 : 5 }),
      ),
    );
    expect(words(rows).match(/\((\w)\)|\d more series/g)).toEqual([
      ...["(a)", "(b)", "(c)", "(d)", "(e)", "(h)"],
      "2 more series",
    ]);
  });

  test("a change between ranges as a range", () => {
    const range = { precision: "range", low: 10, best: null, high: 20 } as const;
    expect(words([inYear("a", "2020", { best: 10 }), inYear("b", "2021", range)])).toContain(
      "Attacks: 10 in 2020, 10–20 in 2021, a change of ±0",
    );
  });

  test("no fall from what is only a bound", () => {
    const bound = { precision: "at least", low: 90, best: null } as const;
    expect(words([inYear("a", "2020", bound), inYear("b", "2021", { best: 10 })])).toMatch(
      /^Attacks: at least 90 in 2020, 10 in 2021/,
    );
  });

  test("what is left out, with the reason", () => {
    expect(words([...years, figure({ id: "c" })])).toContain("1 row not shown (no yearly series).");
  });

  test("how many figures are bounds and ranges", () => {
    const rows = [
      figure({ id: "a", precision: "range", low: 1, high: 3 }),
      figure({ id: "b", precision: "at least", low: 4 }),
      figure({ id: "c", best: 2 }),
    ];
    expect(words(rows, { kind: "ranges" })).toContain(
      "Among them 1 with one bound only and 1 range.",
    );
  });

  test("each change on the year before", () => {
    const rows = [inYear("a", "2020", { best: 10 }), inYear("b", "2021", { best: 5 })];
    expect(words(rows, { kind: "change" })).toBe(
      "Attacks, change on the year before: −50% in 2021. Computed from counts of First. 1 row not shown (no count of the year before).",
    );
  });

  test("both measures of casualties, and a run of years without an event", () => {
    const rows = [
      inYear("a", "2018", { event: "crocus-2024", best: 3 }),
      inYear("b", "2018", { event: "crocus-2024", measure: "killed", best: 7 }),
      inYear("c", "2022", { best: 4 }),
    ];
    expect(words(rows, { kind: "casualties", beside: "killed" })).toBe(
      "Attacks: 2 figures from 1 document, from 3 to 4. Killed: 7. No figure for 2019–2021. Stated by First.",
    );
  });

  test("the years of a time line", () => {
    const rows = [
      inYear("a", "2020"),
      inYear("b", "2023"),
      inYear("c", "2023"),
      figure({ id: "d" }),
    ];
    expect(words(rows, { kind: "timeline" })).toBe(
      "3 dated figures from 1 document, from 2020 to 2023, most of them (2) touching 2023. Stated by First. 1 row not shown (no date stated).",
    );
  });

  test("an empty view", () => {
    expect(words([])).toBe("Attacks: no figure in this view.");
  });
});

test("groups what is not drawn by its reason", () => {
  const rows = [inYear("a", "2020"), figure({ id: "b" }), figure({ id: "c" })];
  expect(undrawnByReason(chart(rows, { kind: "timeline" }))).toEqual([
    {
      reason: "no date stated",
      ids: ["b", "c"],
      text: "2 rows not shown (no date stated)",
    },
  ]);
});

test("each mark says what the source bar says", () => {
  const rows = [figure({ id: "a", best: 10, document: "third-2024" })];
  expect(wordsOf(chart(rows, { kind: "ranges" }), rows, names)).toEqual({
    a: "10 attacks, reported — third-2024, printed as “ten attacks”",
  });
});

test.each([
  ["one two three", 8, ["one two", "three"]],
  ["one", 2, ["one"]],
  ["a b", 3, ["a b"]],
])("breaks %j into lines of %d", (text, length, lines) => {
  expect(wrap(text, length)).toEqual(lines);
});

function sentence(rows: readonly Figure[], kind: "trend" | "ranges" = "trend", isSorted = false) {
  return describeSeries(
    toSeries(rows, { kind, measure: "attacks", all: rows, isSorted, names }),
    names,
  );
}

describe("says how a trend runs", () => {
  const years = (...numbers: number[]) =>
    numbers.map((best, index) => {
      const year = String(2020 + index);
      return figure({ id: year, start: year, end: year, best });
    });
  test.each([
    [
      "first, last, peak and fall",
      years(83, 353, 217, 45),
      "Attacks rose from 83 (2020) to 353 (2021), then fell to 45 (2023): 87% below the peak, 46% below 2020.",
    ],
    [
      "the last year as the most",
      years(10, 20),
      "Attacks rose from 10 (2020) to 20 (2021): 100% above 2020.",
    ],
    [
      "a fall from the first year",
      years(2000, 1000),
      "Attacks fell from 2,000 (2020) to 1,000 (2021): 50% below 2020.",
    ],
    ["nothing where nothing is left", [], "Attacks: no figure in this view."],
    [
      "nothing that has a place",
      [figure({ id: "a", best: 2, start: "2023-11" })],
      "Attacks: no figure of this view has a place in this chart.",
    ],
  ])("%s", (_, rows, words) => {
    expect(sentence(rows)).toBe(words);
  });

  test("one year alone", () => {
    const all = years(10, 20);
    const series = toSeries(all.slice(1), {
      kind: "trend",
      measure: "attacks",
      all,
      isSorted: false,
      names,
    });
    expect(describeSeries(series, names)).toBe("Attacks: 20 in 2021.");
  });

  test("in the order of time, also where the reader sorted by value", () => {
    expect(sentence(years(10, 20, 15).toReversed(), "trend", true)).toBe(
      "Attacks rose from 10 (2020) to 20 (2021), then fell to 15 (2022): 25% below the peak, 50% above 2020.",
    );
  });

  test("a fall of less than a per cent is one", () => {
    expect(sentence(years(1000, 999))).toBe(
      "Attacks fell from 1,000 (2020) to 999 (2021): less than 1% below 2020.",
    );
  });

  test.each([
    [years(20, 10, 20), "Attacks stood at 20 (2020) and 20 (2022)."],
    [
      years(10, 20, 10),
      "Attacks rose from 10 (2020) to 20 (2021), then fell to 10 (2022): 50% below the peak, as in 2020.",
    ],
    [years(0, 5), "Attacks rose from 0 (2020) to 5 (2021): above 2020."],
  ])("%#: %s", (rows, words) => {
    expect(sentence(rows)).toBe(words);
  });

  test("of a part as of the years that are shown", () => {
    const all = years(83, 353, 217, 45);
    const series = chart(all.slice(2), { all });
    expect(describeSeries(series, names)).toBe(
      "Of the years shown, attacks fell from 217 (2022) to 45 (2023): 79% below 2022.",
    );
  });

  test("of each series apart, as another place or document counts something else", () => {
    const kunar = years(7, 9).map((row) =>
      figure({ ...row, id: `${row.id} Kunar`, best: row.best, place: "Kunar" }),
    );
    expect(sentence([...years(83, 353), ...kunar])).toBe(
      "Attacks rose from 83 (2020) to 353 (2021): 325% above 2020. Attacks (Kunar) rose from 7 (2020) to 9 (2021): 29% above 2020.",
    );
  });

  test("zero in every year is no fall", () => {
    expect(sentence(years(0, 0))).not.toContain("NaN");
  });
});

describe("says how far figures reach", () => {
  const some = [
    figure({ id: "a", best: 45 }),
    figure({ id: "b", precision: "range", low: 4000, high: 6000, document: "second-2024" }),
    figure({ id: "c", precision: "at least", low: 17 }),
    figure({ id: "d", precision: "words" }),
  ];
  test.each([
    [
      "from the least to the most",
      some.slice(0, 3),
      "Attacks: 3 figures from 2 documents, from at least 17 to 6,000.",
    ],
    [
      "with those in words apart",
      some,
      "Attacks: 4 figures from 2 documents, from at least 17 to 6,000; 1 in words only.",
    ],
    [
      "a range by its upper end",
      [figure({ id: "a", precision: "range", low: 1, high: 100 }), figure({ id: "b", best: 45 })],
      "Attacks: 2 figures from 1 document, from 1 to 100.",
    ],
    ["one figure as it is", some.slice(0, 1), "Attacks: 45."],
    ["words alone", some.slice(3), "Attacks: in words only."],
    [
      "two figures that agree as one value",
      ["a", "b"].map((id) => figure({ id, best: 139 })),
      "Attacks: 2 figures from 1 document, each 139.",
    ],
  ])("%s", (_, rows, words) => {
    expect(sentence(rows, "ranges")).toBe(words);
  });
});
