import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Figure, middleOf } from "@/data/figure/figure";
import {
  applyCountingRule,
  byFact,
  countingRules,
  everyStatement,
} from "@/data/view/counting-rule";
import { anyValue, figure } from "../figures";
import { published } from "../published";

const dates = { "first-2024": "2024-03-28", "second-2024": "2024-04-07", "third-2024": "2024" };

function picked(count: string, ...statements: readonly Partial<Figure>[]) {
  const figures = statements.map((said, index) =>
    figure({ id: String(index + 1), fact: "killed", ...said }),
  );
  return applyCountingRule(figures, count, dates).map(({ id }) => id);
}

const exactly139 = { best: 139 };
const about140 = { precision: "about", best: 140 } as const;
const moreThan130 = { precision: "more than", low: 130 } as const;
const upTo150 = { precision: "up to", high: 150 } as const;
const from100To200 = { precision: "range", low: 100, high: 200 } as const;
const dozens = { precision: "words", as_printed: "dozens" } as const;

describe("keeps one statement of a fact", () => {
  test.each<[string, string, readonly Partial<Figure>[], string]>([
    ["lowest", "the least number", [about140, exactly139], "2"],
    ["lowest", "a bound by the number it states", [exactly139, moreThan130], "2"],
    ["lowest", "a range by its lower end", [exactly139, from100To200], "2"],
    ["lowest", "an upper bound by the number it states", [upTo150, exactly139], "2"],
    [
      "lowest",
      "of equal numbers the exact one",
      [{ precision: "at least", low: 139 }, exactly139],
      "2",
    ],
    ["highest", "the greatest number", [exactly139, about140], "2"],
    ["highest", "a range by its upper end", [exactly139, from100To200], "2"],
    ["highest", "a lower bound by the number it states", [moreThan130, exactly139], "2"],
    ["highest", "an upper bound by the number it states", [exactly139, upTo150], "2"],
    [
      "highest",
      "of equal numbers the exact one",
      [{ precision: "about", best: 139 }, exactly139],
      "2",
    ],
    ["median", "the middle one of three", [about140, moreThan130, exactly139], "3"],
    ["median", "the lower one of two", [about140, exactly139], "2"],
    ["median", "the second one of four", [{ best: 4 }, { best: 3 }, { best: 2 }, { best: 1 }], "3"],
    ["median", "a range by its middle", [{ best: 140 }, from100To200, { best: 160 }], "2"],
    ["median", "of equal middles the exact one first", [from100To200, { best: 150 }], "2"],
    ["latest", "that of the later document", [exactly139, { document: "second-2024" }], "2"],
    [
      "latest",
      "that of the earlier document, where it comes second",
      [{ document: "second-2024" }, exactly139],
      "1",
    ],
    [
      "latest",
      "one stated for a later date before a later document",
      [{ document: "second-2024" }, { as_of: "2024-05" }],
      "2",
    ],
    [
      "latest",
      "a day before the year that holds it",
      [{ document: "third-2024" }, exactly139],
      "2",
    ],
    [
      "latest",
      "a known date before none",
      [{ document: "unknown" }, { document: "third-2024" }],
      "2",
    ],
    ["latest", "the last one of a document", [{ paragraph: 3 }, { paragraph: 18 }], "2"],
    [
      "second-2024",
      "that of the preferred document",
      [exactly139, { document: "second-2024" }],
      "2",
    ],
    [
      "second-2024",
      "the most exact one of the preferred document",
      [
        { document: "second-2024", ...moreThan130 },
        { document: "second-2024", best: 200 },
      ],
      "2",
    ],
    [
      "second-2024",
      "the median where the preferred document states none",
      [about140, moreThan130, exactly139],
      "3",
    ],
    [
      "constructor",
      "the median for the name of no rule and no document",
      [about140, moreThan130, exactly139],
      "3",
    ],
  ])("%s: %s", (count, _, statements, id) => {
    expect(picked(count, ...statements)).toEqual([id]);
  });

  test.each(Object.keys(countingRules))("%s: a number before words that come first", (count) => {
    expect(picked(count, { ...dozens, document: "second-2024" }, exactly139)).toEqual(["2"]);
  });

  test("the words of the preferred document, where others have numbers", () => {
    expect(picked("second-2024", exactly139, { ...dozens, document: "second-2024" })).toEqual([
      "2",
    ]);
  });

  test("a number of the preferred document before its words", () => {
    const own = { document: "second-2024" };
    expect(picked("second-2024", { ...dozens, ...own }, { ...about140, ...own })).toEqual(["2"]);
  });

  test("what the preferred document repeats, where it says nothing of its own", () => {
    const repeat = { ...about140, echoes: "3", document: "second-2024" };
    expect(picked("second-2024", exactly139, repeat, about140)).toEqual(["3"]);
  });

  test("a repeat by the preferred document, where what it repeats is not among the rows", () => {
    const repeat = { ...about140, echoes: "elsewhere", document: "second-2024" };
    expect(picked("second-2024", exactly139, repeat)).toEqual(["2"]);
  });

  test.each(Object.keys(countingRules))(
    "%s: one of the words where there is no number",
    (count) => {
      expect(picked(count, dozens, { ...dozens, as_printed: "scores" })).toHaveLength(1);
    },
  );

  test("the words of the preferred document where no document has a number", () => {
    expect(picked("second-2024", dozens, { ...dozens, document: "second-2024" })).toEqual(["2"]);
  });

  test("the latest words where no document has a number", () => {
    expect(picked("latest", dozens, { ...dozens, document: "second-2024" })).toEqual(["2"]);
  });

  test.each(Object.keys(countingRules))("%s: never a repeat beside what it repeats", (count) => {
    const repeat = { ...exactly139, echoes: "2", document: "second-2024", as_of: "2025" };
    expect(picked(count, repeat, exactly139)).toEqual(["2"]);
  });

  test("a repeat where what it repeats is not among the rows", () => {
    expect(picked("lowest", { ...exactly139, echoes: "elsewhere" })).toEqual(["1"]);
  });
});

test("a year, its first month and its first day are one date, so that the last one said goes", () => {
  const [year, month] = [
    { as_of: "2024", paragraph: 9 },
    { as_of: "2024-01", paragraph: 8 },
  ];
  expect(picked("latest", { as_of: "2024-01-01", paragraph: 7 }, year, month)).toEqual(["2"]);
});

describe("exactness decides between equal numbers", () => {
  const order: readonly Partial<Figure>[] = [
    { precision: "exact", best: 5 },
    { precision: "about", best: 5 },
    { precision: "range", low: 5, high: 5 },
    { precision: "about range", low: 5, high: 5 },
    { precision: "at least", low: 5 },
    { precision: "up to", high: 5 },
    { precision: "more than", low: 5 },
  ];
  test.each(order.slice(1).map((said, index) => [said.precision, order[index]?.precision, index]))(
    "%s comes after %s",
    (_, __, index) => {
      const pair = order.slice(index, index + 2);
      expect([picked("lowest", ...pair), picked("lowest", ...pair.toReversed())]).toEqual([
        ["1"],
        ["2"],
      ]);
    },
  );
});

test("every statement is every row, as it was given", () => {
  const rows = [figure({ id: "a", fact: "f" }), figure({ id: "b", fact: "f", echoes: "a" })];
  expect(applyCountingRule(rows, everyStatement, dates)).toBe(rows);
});

test("figures that no other one disputes stay, all in their order", () => {
  const rows = [
    figure({ id: "a" }),
    figure({ id: "b", fact: "f", best: 2 }),
    figure({ id: "c", precision: "words" }),
    figure({ id: "d", fact: "f", best: 1 }),
    figure({ id: "e" }),
  ];
  expect(applyCountingRule(rows, "lowest", dates).map(({ id }) => id)).toEqual([
    "a",
    "c",
    "d",
    "e",
  ]);
});

test("groups the statements of each fact in their order, those without a fact nowhere", () => {
  const rows = ["f", null, "g", "f"].map((fact, index) => figure({ id: String(index), fact }));
  expect([...byFact(rows)].map(([fact, each]) => [fact, each.map(({ id }) => id)])).toEqual([
    ["f", ["0", "3"]],
    ["g", ["2"]],
  ]);
});

describe("for any figures and any rule", () => {
  const rows = fc
    .array(
      fc.tuple(
        anyValue,
        fc.record({
          fact: fc.constantFrom(null, "f", "g", "h"),
          document: fc.constantFrom("first-2024", "second-2024", "third-2024"),
          as_of: fc.constantFrom(null, "2023", "2024-03", "2024-05-01"),
          paragraph: fc.nat(9),
          echoes: fc.constantFrom(null, null, "0", "elsewhere"),
        }),
      ),
    )
    .map((all) =>
      all.map(([value, said], index) => figure({ ...said, ...value, id: String(index) })),
    );
  const rule = fc.constantFrom(...Object.keys(countingRules), "second-2024", "unknown");
  const factsOf = (figures: readonly Figure[]) =>
    figures.flatMap(({ fact }) => fact ?? []).toSorted();

  test("picking twice is picking once", () => {
    fc.assert(
      fc.property(rows, rule, (rows, count) => {
        const once = applyCountingRule(rows, count, dates);
        expect(applyCountingRule(once, count, dates)).toEqual(once);
      }),
    );
  });

  test("exactly one statement a fact is kept", () => {
    fc.assert(
      fc.property(rows, rule, (rows, count) => {
        expect(factsOf(applyCountingRule(rows, count, dates))).toEqual([...new Set(factsOf(rows))]);
      }),
    );
  });

  test("no figure is invented, changed or moved", () => {
    fc.assert(
      fc.property(rows, rule, (rows, count) => {
        const kept = new Set(applyCountingRule(rows, count, dates));
        expect([...kept]).toEqual(rows.filter((row) => kept.has(row)));
      }),
    );
  });

  test("words and repeats are kept only where their fact has nothing better", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...Object.keys(countingRules)), (rows, count) => {
        const better = applyCountingRule(rows, count, dates).flatMap((kept) =>
          rows
            .filter(({ fact, echoes }) => fact !== null && fact === kept.fact && echoes === null)
            .filter((other) => {
              const hasNumber = middleOf(kept) === null && middleOf(other) !== null;
              return kept.echoes !== null || hasNumber;
            }),
        );
        expect(better).toEqual([]);
      }),
    );
  });

  test("a preferred document keeps a statement of its own of each fact that it states", () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const own = rows.filter((row) => row.document === "second-2024" && row.echoes === null);
        const kept = applyCountingRule(rows, "second-2024", dates);
        const lost = factsOf(own).filter((fact) =>
          kept.some((row) => row.fact === fact && row.document !== "second-2024"),
        );
        expect(lost).toEqual([]);
      }),
    );
  });

  test("no statement lies below the lowest, and none above the highest", () => {
    const numbers = rows.map((all) =>
      all.filter(({ precision, echoes }) => precision !== "words" && echoes === null),
    );
    const least = ({ low, best, high }: Figure) => low ?? best ?? high ?? Number.NaN;
    const most = ({ low, best, high }: Figure) => high ?? best ?? low ?? Number.NaN;
    fc.assert(
      fc.property(numbers, (rows) => {
        const others = (kept: Figure) => rows.filter(({ fact }) => fact && fact === kept.fact);
        const lowest = applyCountingRule(rows, "lowest", dates).flatMap((kept) =>
          others(kept).filter((other) => least(other) < least(kept)),
        );
        const highest = applyCountingRule(rows, "highest", dates).flatMap((kept) =>
          others(kept).filter((other) => most(other) > most(kept)),
        );
        expect([lowest, highest]).toEqual([[], []]);
      }),
    );
  });
});

describe("in the published package", () => {
  const keptOf = (fact: string, count: string) =>
    applyCountingRule(published.all, count, published.names.published)
      .filter((figure) => figure.fact === fact)
      .map(({ id }) => id);
  test.each([
    ["crocus-killed", "lowest", "killed-crocus-irs"],
    ["crocus-killed", "highest", "killed-crocus-dawn"],
    ["crocus-killed", "median", "killed-crocus-osw"],
    ["crocus-killed", "latest", "killed-crocus-dawn"],
    ["crocus-killed", "diplomat-2024", "killed-crocus-dip"],
    ["crocus-killed", "osw-2024", "killed-crocus-osw"],
    ["crocus-killed", "irs-2024", "killed-crocus-irs"],
    ["crocus-killed", "ctc-2024", "killed-crocus-osw"],
    ["kerman-killed", "lowest", "killed-kerman-dawn"],
    ["kerman-killed", "highest", "killed-kerman-osw"],
    ["kerman-killed", "median", "killed-kerman-dawn"],
    ["kerman-killed", "latest", "killed-kerman-dawn"],
    ["isk-presence", "lowest", "isk-presence-irs"],
    ["isk-presence", "ctc-2024", "isk-presence-ctc"],
    ["attacks-2023", "latest", "attacks-2023-ctc"],
    ["attacks-jui-f", "median", "attacks-jui-f-dawn"],
  ])("%s, %s: %s", (fact, count, id) => {
    expect(keptOf(fact, count)).toEqual([id]);
  });
});
