import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canBothBeTrue,
  describeSpread,
  toDisagreements,
  verdicts,
} from "@/data/facts/disagreement";
import { halfUnit } from "@/data/figure/digits";
import type { Figure } from "@/data/figure/figure";
import { formatTotal } from "@/data/figure/format";
import { anyValue, figure } from "../figures";
import { published } from "../published";

type Said = Partial<Figure>;

const of = (all: readonly Said[], follows: { readonly [document: string]: string } = {}) => {
  const rows = all.map((said, index) =>
    figure({ id: String(index), fact: "killed", document: `d${index}`, ...said }),
  );
  return toDisagreements(rows, follows);
};

describe("two statements", () => {
  const exactly = (best: number): Said => ({ best });
  const about = (best: number): Said => ({ precision: "about", best });
  const atLeast = (low: number): Said => ({ precision: "at least", low });
  const moreThan = (low: number): Said => ({ precision: "more than", low });
  const upTo = (high: number): Said => ({ precision: "up to", high });
  const fewerThan = (high: number): Said => ({ precision: "fewer than", high });
  const range = (low: number, high: number): Said => ({ precision: "range", low, high });
  const aboutRange = (low: number, high: number): Said => ({ precision: "about range", low, high });
  const words: Said = { precision: "words", as_printed: "several" };
  const percent = (best: number): Said => ({ ...about(best), unit: "percent" });

  test.each<[string, Said, Said, boolean]>([
    ["139 and 139", exactly(139), exactly(139), true],
    ["139 and 140", exactly(139), exactly(140), false],
    ["94 and more than 90", exactly(94), moreThan(90), true],
    ["90 and more than 90", exactly(90), moreThan(90), false],
    ["90 and at least 90", exactly(90), atLeast(90), true],
    ["89 and at least 90", exactly(89), atLeast(90), false],
    ["5 and fewer than 5", exactly(5), fewerThan(5), false],
    ["5 and up to 5", exactly(5), upTo(5), true],
    ["6 and up to 5", exactly(6), upTo(5), false],
    ["at least 5 and up to 5", atLeast(5), upTo(5), true],
    ["at least 5 and fewer than 5", atLeast(5), fewerThan(5), false],
    ["more than 5 and up to 5", moreThan(5), upTo(5), false],
    ["at least 6 and up to 5", atLeast(6), upTo(5), false],
    ["more than 5 and at least 1,000", moreThan(5), atLeast(1000), true],
    ["4–6 and 6–9", range(4, 6), range(6, 9), true],
    ["4–6 and 7–9", range(4, 6), range(7, 9), false],
    ["4–6 within 1–9", range(4, 6), range(1, 9), true],
    ["about 1,100 and 1,150", about(1100), exactly(1150), true],
    ["about 1,100 and 1,050", about(1100), exactly(1050), true],
    ["about 1,100 and 1,151", about(1100), exactly(1151), false],
    ["about 1,100 and 1,049", about(1100), exactly(1049), false],
    ["about 174 and 175", about(174), exactly(175), false],
    ["about 4,000 and 4,000–6,000", about(4000), range(4000, 6000), true],
    ["about 4,000 and 4,501", about(4000), exactly(4501), false],
    ["about 7.5% and 7.55%", percent(7.5), { ...exactly(7.55), unit: "percent" }, true],
    ["about 7.5% and 7.6%", percent(7.5), { ...exactly(7.6), unit: "percent" }, false],
    ["about 10–12 and 12.5", aboutRange(10, 12), exactly(12.5), true],
    ["about 10–12 and 13", aboutRange(10, 12), exactly(13), false],
    ["about 1–1.2 million and 600,000", aboutRange(1_000_000, 1_200_000), exactly(600_000), false],
    ["several and anything", words, exactly(1_000_000), true],
    ["more than 139 and fewer than 140 people", moreThan(139), fewerThan(140), false],
    ["more than 139 and fewer than 141 people", moreThan(139), fewerThan(141), true],
  ])("%s", (_, a, b, expected) => {
    const people = { unit: "people" };
    const [one, other] = [figure({ ...people, ...a }), figure({ ...people, ...b })];
    expect([canBothBeTrue(one, other), canBothBeTrue(other, one)]).toEqual([expected, expected]);
  });

  test("fit one another the same way in either order, and each fits itself", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        const [one, other] = [figure(a), figure(b)];
        fc.pre(!(one.precision === "fewer than" && one.high === 0));
        expect([canBothBeTrue(one, other), canBothBeTrue(one, one)]).toEqual([
          canBothBeTrue(other, one),
          true,
        ]);
      }),
    );
  });
});

test.each([
  [1100, 50],
  [4000, 500],
  [1_200_000, 50_000],
  [174, 0.5],
  [101, 0.5],
  [80, 5],
  [7, 0.5],
  [7.5, 0.05],
  [33.3, 0.05],
  [0.25, 0.005],
  [0, 0],
  [Number.POSITIVE_INFINITY, 0],
  [-80, 5],
])("half a unit of the last digit of %d that is not 0 is %d", (value, half) => {
  expect(halfUnit(value)).toBeCloseTo(half, 10);
});

describe("a verdict", () => {
  const moreThan130: Said = { precision: "more than", low: 130 };
  const words: Said = { precision: "words", as_printed: "dozens" };
  test.each<[string, readonly Said[], string]>([
    ["the same number", [{ best: 139 }, { best: 139 }], "agree"],
    ["the same bound", [moreThan130, moreThan130], "agree"],
    ["the same words", [words, words], "agree"],
    ["other words", [words, { ...words, as_printed: "scores" }], "compatible"],
    [
      "at least and more than the same number",
      [{ precision: "at least", low: 130 }, moreThan130],
      "compatible",
    ],
    [
      "about two numbers that are near",
      [
        { precision: "about", best: 1100 },
        { precision: "about", best: 1120 },
      ],
      "compatible",
    ],
    ["words and a number", [words, { best: 139 }], "compatible"],
    [
      "the same number, otherwise meant",
      [{ best: 139 }, { precision: "at least", low: 139 }],
      "compatible",
    ],
    [
      "exactly and about the same number",
      [{ best: 139 }, { precision: "about", best: 139 }],
      "compatible",
    ],
    ["another lower bound", [moreThan130, { precision: "more than", low: 90 }], "compatible"],
    [
      "another upper bound",
      [
        { precision: "up to", high: 9 },
        { precision: "up to", high: 8 },
      ],
      "compatible",
    ],
    ["other numbers", [{ best: 139 }, { best: 140 }], "contradict"],
    ["one pair of three", [{ best: 139 }, moreThan130, { best: 140 }], "contradict"],
  ])("%s: %j", (_, all, verdict) => {
    expect(of(all)[0]?.verdict).toBe(verdict);
  });

  test("lists the pairs that cannot both be true", () => {
    const [found] = of([{ best: 139 }, moreThan130, { best: 139 }, { best: 140 }]);
    expect(found?.contradictions.map((pair) => pair.map(({ id }) => id))).toEqual([
      ["0", "3"],
      ["2", "3"],
    ]);
  });

  test("is the same whatever the order of the statements", () => {
    const statements = fc.array(anyValue, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(statements, (all) => {
        const [one, other] = [of(all)[0], of(all.toReversed())[0]];
        expect([one?.verdict, one?.difference, one?.percent, one?.contradictions.length]).toEqual([
          other?.verdict,
          other?.difference,
          other?.percent,
          other?.contradictions.length,
        ]);
      }),
    );
  });

  test("contradict says that there is a pair, agree that all are alike", () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 2, maxLength: 5 }), (all) => {
        const [found] = of(all);
        expect(found?.verdict === "contradict").toBe((found?.contradictions.length ?? 0) > 0);
      }),
    );
  });

  test("every verdict is explained", () => {
    expect(Object.keys(verdicts)).toEqual(["contradict", "compatible", "agree"]);
  });
});

describe("a spread in words", () => {
  const many: readonly [string, readonly Said[], string][] = [
    [
      "two counts",
      [{ best: 139 }, { best: 140 }],
      "The exact counts differ by 1 (0.7%), computed.",
    ],
    ["two alike", [{ best: 139 }, { best: 139 }], "The exact counts are the same."],
    [
      "an approximate one",
      [{ precision: "about", best: 1100 }, { best: 1063 }],
      "The numbers are about the same.",
    ],
    [
      "a range",
      [{ precision: "range", low: 4000, high: 6000 }, { best: 4000 }],
      "The numbers are up to 2,000 apart (50%), computed.",
    ],
    [
      "percentages",
      [
        { best: 40, unit: "percent" },
        { best: 45, unit: "percent" },
      ],
      "The exact numbers differ by 5 percentage points, computed.",
    ],
    [
      "a number and a bound",
      [{ best: 94 }, { precision: "more than", low: 90 }],
      "Too few exact numbers to measure a gap.",
    ],
  ];
  test.each(many)("of %s", (_, all, text) => {
    const [found] = of(all);
    expect(found && describeSpread(found)).toBe(text);
  });
});

describe("a spread", () => {
  const spread = (...all: readonly Said[]) => {
    const [found] = of(all);
    const text = (each: NonNullable<typeof found>["percent"] | undefined) =>
      each ? formatTotal(each, null) : null;
    return [text(found?.difference), text(found?.percent)];
  };
  test.each<[string, readonly Said[], readonly (string | null)[]]>([
    ["between two numbers", [{ best: 150 }, { best: 100 }], ["50", "50"]],
    ["of what agrees", [{ best: 100 }, { best: 100 }], ["0", "0"]],
    [
      "up to the end of a range",
      [{ precision: "range", low: 4000, high: 6000 }, { best: 4000 }],
      ["2,000", "50"],
    ],
    [
      "from the start of a range",
      [{ precision: "range", low: 4000, high: 6000 }, { best: 5000 }],
      ["2,000", "50"],
    ],
    [
      "about, where one number is",
      [{ precision: "about", best: 150 }, { best: 100 }],
      ["≈ 50", "≈ 50"],
    ],
    [
      "without statements that are open on a side",
      [
        { best: 150 },
        { best: 100 },
        { precision: "at least", low: 999 },
        { precision: "up to", high: 9 },
      ],
      ["50", "50"],
    ],
    [
      "none beside an open statement alone",
      [{ best: 94 }, { precision: "more than", low: 90 }],
      [null, null],
    ],
    ["none beside words alone", [{ best: 94 }, { precision: "words" }], [null, null]],
    ["no percentage of nothing", [{ best: 7 }, { best: 0 }], ["7", null]],
  ])("%s", (_, all, expected) => {
    expect(spread(...all)).toEqual(expected);
  });
});

describe("facts", () => {
  test("that only one statement is about are not listed, nor figures without a fact", () => {
    expect(of([{}, { fact: null }, { fact: null }])).toEqual([]);
  });

  test("that one document states twice are listed", () => {
    const [found] = of([{ document: "a" }, { document: "a", best: 11 }]);
    expect([found?.statements.length, found?.independent, found?.verdict]).toEqual([
      2,
      1,
      "contradict",
    ]);
  });

  test("that one document repeats are not listed", () => {
    expect(of([{ document: "a" }, { document: "a", echoes: "0" }])).toEqual([]);
  });

  test("that another document repeats are listed as one statement and one repeat", () => {
    const [found] = of([{ document: "a" }, { document: "b", echoes: "0" }]);
    expect([
      found?.statements.map(({ id }) => id),
      found?.repeats,
      found?.independent,
      found?.verdict,
    ]).toEqual([["0"], 1, 1, "agree"]);
  });

  test("of which only repeats are left are not listed as if documents agreed", () => {
    expect(of([{ echoes: "x" }, { echoes: "x" }])).toEqual([]);
  });

  test("stand by the width of their spread, then contradictions first, then by name", () => {
    const pair = (fact: string, a: Said, b: Said) => [
      { fact, ...a },
      { fact, ...b },
    ];
    const words: Said = { precision: "words", as_printed: "some" };
    const found = of([
      ...pair("narrow", { best: 1 }, { best: 2 }),
      ...pair("agreed-b", { best: 5 }, { best: 5 }),
      ...pair("agreed-a", { best: 7 }, { best: 7 }),
      ...pair("alike", { best: 5 }, { precision: "about", best: 5 }),
      ...pair("same-words", words, words),
      ...pair("bounds", { best: 5 }, { precision: "at least", low: 4 }),
      ...pair("apart", { best: 3 }, { precision: "at least", low: 4 }),
      ...pair("wide", { best: 1 }, { best: 9 }),
    ]);
    expect(found.map(({ fact }) => fact)).toEqual([
      "wide",
      "narrow",
      "alike",
      "agreed-a",
      "agreed-b",
      "apart",
      "bounds",
      "same-words",
    ]);
  });
});

describe("independent documents", () => {
  const follows = { follower: "leader", second: "follower", a: "b", b: "a" };
  const independent = (...documents: readonly string[]) =>
    of(
      documents.map((document) => ({ document })),
      follows,
    )[0]?.independent;
  test.each([
    [["x", "y"], 2],
    [["x", "x", "y"], 2],
    [["leader", "follower"], 1],
    [["follower", "x"], 2],
    [["leader", "follower", "x"], 2],
    [["leader", "follower", "second"], 1],
  ])("%j: %d", (documents, number) => {
    expect(independent(...documents)).toBe(number);
  });

  test("a document that follows one that follows another is no third source", () => {
    expect(independent("leader", "second")).toBe(1);
  });
});

describe("in the published package", () => {
  const found = toDisagreements(published.all, published.names.follows);
  const sizes = (fact: string) => {
    const one = found.find((each) => each.fact === fact);
    return [one?.verdict, one?.statements.length, one?.independent, one?.contradictions.length];
  };
  test.each([
    ["crocus-killed", ["contradict", 5, 4, 2]],
    ["kerman-killed", ["compatible", 2, 2, 0]],
    ["kazakhs-killed-russia", ["agree", 2, 2, 0]],
    ["isk-presence", ["compatible", 2, 1, 0]],
  ])("%s: %j", (fact, expected) => {
    expect(sizes(fact)).toEqual(expected);
  });

  test("140 dead at Crocus contradict each flat 139, and nothing else does", () => {
    const crocus = found.find(({ fact }) => fact === "crocus-killed");
    expect(crocus?.contradictions.map((pair) => pair.map(({ id }) => id))).toEqual([
      ["killed-crocus-dip", "killed-crocus-dawn"],
      ["killed-crocus-osw", "killed-crocus-dawn"],
    ]);
  });

  test("no fact that one document only repeats is listed", () => {
    expect(found.map(({ fact }) => fact).filter((fact) => /germany|attacks/.test(fact))).toEqual(
      [],
    );
  });
});
