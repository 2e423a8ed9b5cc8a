import { describe, expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import { toTotal } from "@/data/figure/total";
import { columnsOf } from "@/data/view/column";
import {
  describeFigure,
  describeFilter,
  describeShared,
  describeTotal,
  describeView,
  plural,
} from "@/data/view/describe";
import type { Filter } from "@/data/view/filter";
import { emptyView, type View } from "@/data/view/view";
import { fewFields, figure, names } from "../figures";

const columns = columnsOf(fewFields);

describe("says a filter in words", () => {
  const values = (column: string, ...values: string[]): Filter => ({
    kind: "values",
    column,
    values,
  });
  const value = (min: number | null, max: number | null): Filter => {
    return { kind: "number", column: "value", range: { min, max } };
  };
  const period = (min: string | null, max: string | null): Filter => {
    return { kind: "period", column: "start", range: { min, max } };
  };
  test.each<[Filter, string]>([
    [values("place", "Kabul"), "Place is Kabul"],
    [values("place", "Balkh", "Kabul", "Kunar"), "Place is Balkh, Kabul or Kunar"],
    [values("place", "", "Kabul"), "Place is empty or Kabul"],
    [values("event", "crocus-2024"), "event is Crocus City Hall"],
    [values("countries", "AF", "PK"), "Countries include AF or PK"],
    [value(1000, null), "Value could be 1,000 or more"],
    [value(null, 1000), "Value could be 1,000 or less"],
    [value(1000, 2000), "Value could be 1,000 to 2,000"],
    [value(0, 0), "Value could be 0"],
    [
      { kind: "number", column: "paragraph", range: { min: 2, max: null } },
      "Paragraph is 2 or more",
    ],
    [period("2021-08", null), "Period touches Aug 2021 or later"],
    [period(null, "2021"), "Period touches 2021 or earlier"],
    [period("2021", "2022-06"), "Period touches 2021 to Jun 2022"],
    [period("2021", "2021"), "Period touches 2021"],
    [{ kind: "text", column: "note", text: "not ISK" }, "Note contains “not ISK”"],
  ])("%j", (filter, words) => {
    expect(describeFilter(filter, columns, names)).toBe(words);
  });
});

describe("says what a view leaves of a table", () => {
  const kabul: Filter = { kind: "values", column: "place", values: ["Kabul"] };
  const many: Filter = { kind: "number", column: "value", range: { min: 10, max: null } };
  const summary = {
    shown: 4,
    total: 35,
    folded: 0,
    setAside: 0,
    selected: 0,
    selectedElsewhere: 0,
  };
  test.each<[Partial<View>, Partial<typeof summary>, string]>([
    [{}, {}, "4 of 35 figures"],
    [{}, { folded: 5 }, "4 of 35 figures; 5 repeats folded"],
    [{}, { folded: 1 }, "4 of 35 figures; 1 repeat folded"],
    [
      { count: "lowest" },
      { setAside: 1 },
      "4 of 35 figures; of each fact the lowest statement, 1 set aside",
    ],
    [
      { count: "second-2024" },
      { folded: 2, setAside: 3 },
      "4 of 35 figures; 2 repeats folded; of each fact the statement of Second, else the median one, 3 set aside",
    ],
    [
      { find: "Kabul “city Hall”" },
      {},
      "4 of 35 figures where the row holds “Kabul” and “city Hall”",
    ],
    [{ only: ["a"] }, { shown: 1 }, "1 of 35 figures where the row is the one picked by hand"],
    [{ only: ["a", "b"] }, {}, "4 of 35 figures where the row is one of 2 picked by hand"],
    [{}, { shown: 1, total: 1 }, "1 of 1 figure"],
    [{}, { shown: 0, total: 0 }, "0 of 0 figures"],
    [{}, { shown: 1200, total: 1500 }, "1,200 of 1,500 figures"],
    [{ filters: [kabul] }, {}, "4 of 35 figures where Place is Kabul"],
    [
      { filters: [kabul, many], find: "crocus" },
      { folded: 2 },
      "4 of 35 figures where Place is Kabul, Value could be 10 or more and the row holds “crocus”; 2 repeats folded",
    ],
  ])("%j %j", (view, said, words) => {
    expect(describeView({ ...emptyView, ...view }, { ...summary, ...said }, columns, names)).toBe(
      words,
    );
  });
});

test("says a figure in one line: what, where, when, who says so, and where it is printed", () => {
  const row = figure({
    precision: "about",
    best: 1100,
    measure: "killed",
    unit: "people",
    subject: "ISK militants",
    place: "Kunar",
    start: "2021-08",
    end: "2023",
    basis: "claimed",
    claimant: "Taliban",
    section: "Outlook",
    as_printed: "close to 1,100",
    note: "Not 2023 alone.",
  });
  expect(describeFigure(row, names)).toBe(
    "about 1,100 ISK militants (killed), Kunar, Aug 2021–2023, claimed by Taliban — First, “Outlook”, printed as “close to 1,100” — Not 2023 alone.",
  );
});

test("says of a figure what it may be compared with", () => {
  const compared = { a: "part of 45 (22.2%)" };
  expect(describeFigure(figure({ best: 10 }), { ...names, compared })).toBe(
    "10 attacks, part of 45 (22.2%), reported — First, printed as “ten attacks”",
  );
});

describe("says what several figures share", () => {
  const shared = (...all: readonly Partial<Figure>[]) =>
    describeShared(
      all.map((said) => figure(said)),
      names,
    );
  const crocus = { event: "crocus-2024", place: "Moscow", start: "2024-03", end: "2024-03" };
  test.each<[readonly Partial<Figure>[], string]>([
    [
      [crocus, { ...crocus, best: 139 }],
      "all: Attacks, Crocus City Hall, Moscow, Mar 2024, reported, First",
    ],
    [[crocus, { measure: "killed" }], "all: reported, First"],
    [
      [
        { claimant: "Taliban" },
        { claimant: "Taliban", measure: "killed", document: "second-2024" },
      ],
      "all: reported, Taliban",
    ],
    [
      [{}, { measure: "killed", basis: "counted", document: "second-2024" }],
      "they share no measure, place or document",
    ],
  ])("%j: %s", (all, words) => {
    expect(shared(...all)).toBe(words);
  });
});

describe("says what figures come to", () => {
  const said = (...all: readonly Partial<Figure>[]) => {
    const figures = all.map((each, index) => {
      const year = String(2020 + index);
      return figure({ id: year, start: year, end: year, ...each });
    });
    return describeTotal(toTotal(figures, { all: figures, names }), "in this view");
  };
  const isk = { actor: "ISK" };
  test.each<[string, readonly Partial<Figure>[], readonly string[]]>([
    [
      "an open sum, and what it is of",
      [
        { best: 10, ...isk },
        { precision: "at least", low: 20, ...isk },
      ],
      [
        "Computed from 2 figures in this view: attacks; actor ISK; 2020–2021; reported",
        "Sum at least 30 attacks",
        "Mean at least 15 attacks a year",
        "Median at least 15",
        "Lowest 10",
        "Highest at least 20 attacks",
      ],
    ],
    [
      "several actors and bases by their names",
      [
        { ...isk, event: "a", basis: "claimed", claimant: "Taliban" },
        { actor: "IS", event: "b", best: 1 },
      ],
      [
        "Computed from 2 figures in this view: attacks; actors ISK and IS; 2020–2021; partly claimed by Taliban and partly reported",
        "Sum 11 attacks",
        "Mean 5.5 attacks an event",
        "Median 5.5",
        "Lowest 1",
        "Highest 10 attacks",
      ],
    ],
    [
      "two scopes, of which there is a sum and no mean",
      [
        { ...isk, place: "Kabul" },
        { ...isk, place: "Kunar", start: "2023", end: "2023" },
      ],
      [
        "Computed from 2 figures in this view: attacks; actor ISK; 2020 and 2023; Kabul and Kunar; reported",
        "Sum 20 attacks",
        "Each 10 attacks",
      ],
    ],
    [
      "a lower bound where words are left out",
      [{ best: 75 }, { precision: "words" }],
      [
        "1 figure and 1 in words in this view: attacks; 2020–2021; reported",
        "Sum at least 75 attacks; 1 in words not counted",
      ],
    ],
    [
      "lowest and highest of those in numbers",
      [{ best: 75 }, { best: 5 }, { precision: "words" }],
      [
        "Computed from 2 figures and 1 in words in this view: attacks; 2020–2022; reported",
        "Sum at least 80 attacks; 1 in words not counted",
        "Lowest 5, of those in numbers",
        "Highest 75 attacks, of those in numbers",
      ],
    ],
    [
      "two statements of one fact",
      [
        { best: 139, fact: "f" },
        { best: 140, fact: "f" },
      ],
      [
        "Computed from 2 figures in this view: attacks; 2020–2021; reported",
        "Lowest 139",
        "Highest 140 attacks",
        "Not added: 139 and 140 are two statements of one fact",
      ],
    ],
    [
      "different measures",
      [{}, { measure: "killed" }],
      ["Not added: “attacks” and “killed” are different measures"],
    ],
    ["one figure", [{ ...isk }], ["1 figure in this view: attacks; actor ISK; 2020; reported"]],
    ["words alone", [{ precision: "words" }], ["Not added: no number in this view"]],
    ["nothing", [], []],
  ])("%s", (_, all, parts) => {
    expect(said(...all)).toEqual(parts);
  });
});

test("says a figure of which little is known without gaps", () => {
  expect(
    describeFigure(figure({ best: 10, measure: "raids", document: "third-2024" }), names),
  ).toBe("10 raids, reported — third-2024, printed as “ten attacks”");
});

test.each([
  [0, "0 figures"],
  [1, "1 figure"],
  [2, "2 figures"],
  [1200, "1,200 figures"],
])("counts %d as %s", (number, words) => {
  expect(plural(number, "figure")).toBe(words);
});
