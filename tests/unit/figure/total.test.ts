import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Estimate } from "@/data/figure/estimate";
import type { Figure } from "@/data/figure/figure";
import { formatTotal } from "@/data/figure/format";
import { isSeparate } from "@/data/figure/overlap";
import { toTotal } from "@/data/figure/total";
import { anyValue, figure, names } from "../figures";
import { figuresOf, published } from "../published";

type Said = Partial<Figure>;

/** Figures of different years, which may be added, except for what a test says of them. */
const yearly = (...all: readonly Said[]) =>
  all.map((said, index) =>
    figure({ id: String(index), start: `${2000 + index}`, end: `${2000 + index}`, ...said }),
  );
const total = (figures: readonly Figure[], all = figures) => toTotal(figures, { all, names });
const text = (estimate: Estimate | null, unit: string | null) =>
  estimate && formatTotal(estimate, unit);

/** Sum, or why there is none. */
function sumOf(figures: readonly Figure[], all = figures): string | null {
  const { sum, refusal, unit } = total(figures, all);
  return refusal ?? text(sum, unit);
}

describe("a count over a period is added to counts of its own kind", () => {
  test.each<[string, readonly [Said, Said], string]>([
    ["the same thing, known in the same way", [{ subject: "arson" }, { subject: "arson" }], "20"],
    [
      "another thing",
      [{ subject: "claimed attacks" }, { subject: "major attacks" }],
      "10 (claimed attacks) and 10 (major attacks) are not counted alike",
    ],
    ["known in another way", [{ basis: "counted" }, {}], "10 and 10 are not counted alike"],
    ["by another claimant", [{ claimant: "ACLED" }, {}], "10 and 10 are not counted alike"],
    ["one event", [{ event: "crocus-2024" }, {}], "10 is of a period, 10 of one event"],
    ["two events", [{ event: "crocus-2024", basis: "claimed" }, { event: "kabul" }], "20"],
  ])("%s", (_, rows, expected) => {
    expect(sumOf(yearly(...rows))).toBe(expected);
  });
});

describe("says what numbers come to", () => {
  const said = (...all: readonly Said[]) => {
    const { counted, sum, mean, median, min, max, unit } = total(yearly(...all));
    return [counted, ...[sum, mean, median, min, max].map((each) => text(each, unit))];
  };
  test.each<[string, readonly Said[], ReturnType<typeof said>]>([
    ["one number", [{ best: 7 }], [1, "7", null, null, null, null]],
    ["two numbers", [{ best: 1 }, { best: 4 }], [2, "5", "2.5", "2.5", "1", "4"]],
    ["three numbers", [{ best: 9 }, { best: 1 }, { best: 2 }], [3, "12", "4", "2", "1", "9"]],
    [
      "four numbers",
      [{ best: 9 }, { best: 1 }, { best: 2 }, { best: 4 }],
      [4, "16", "4", "3", "1", "9"],
    ],
    ["zero", [{ best: 0 }, { best: 4 }], [2, "4", "2", "2", "0", "4"]],
    [
      "a range and a number",
      [{ precision: "range", low: 4, high: 6 }, { best: 5 }],
      [2, "9–11", "4.5–5.5", "4.5–5.5", "4–5", "5–6"],
    ],
    [
      "an open and a closed number",
      [{ precision: "at least", low: 3 }, { best: 5 }],
      [2, "≥ 8", "≥ 4", "≥ 4", "3–5", "≥ 5"],
    ],
    [
      "three open numbers in the middle of closed ones",
      [{ precision: "more than", low: 3 }, { best: 5 }, { best: 1 }],
      [3, "> 9", "> 3", "more than 3, at most 5", "1", "≥ 5"],
    ],
    [
      "upper bounds",
      [
        { precision: "up to", high: 3 },
        { precision: "fewer than", high: 5 },
      ],
      [2, "< 8", "< 4", "< 4", "≤ 3", "< 5"],
    ],
    [
      "approximate numbers",
      [
        { precision: "about", best: 1100 },
        { precision: "about", best: 15 },
      ],
      [2, "≈ 1,100", "≈ 600", "≈ 600", "≈ 15", "≈ 1,100"],
    ],
  ])("%s", (_, all, expected) => {
    expect(said(...all)).toEqual(expected);
  });

  test("the least of 94 and more than 90 is no 90", () => {
    const rows = yearly({ best: 94 }, { precision: "more than", low: 90 });
    expect(text(total(rows).min, "people")).not.toBe("90–94");
  });

  test("more than half stays more than half", () => {
    const share = figure({ unit: "percent", precision: "more than", low: 50 });
    const shares = [share, { ...share, id: "b" }];
    expect(text(total(shares).min, "percent")).toBe("> 50%");
  });

  test("nothing of nothing", () => {
    expect(total([])).toEqual({
      counted: 0,
      leftOut: [],
      inWords: 0,
      sum: null,
      mean: null,
      median: null,
      per: null,
      min: null,
      max: null,
      refusal: "nothing to add",
      scope: null,
      unit: null,
    });
  });

  test("its unit is that of its figures", () => {
    expect(total(yearly({ unit: "people" }, { unit: "people" })).unit).toBe("people");
  });
});

describe("leaves out", () => {
  const leftOut = (rows: readonly Figure[]) =>
    total(rows).leftOut.map(({ figure, reason }) => [figure.id, reason]);

  test("words, and lists them", () => {
    const rows = yearly({ best: 3 }, { precision: "words" });
    expect([sumOf(rows), total(rows).counted, leftOut(rows)]).toEqual([
      "≥ 3",
      1,
      [["1", "in words"]],
    ]);
  });

  test("repeats, and lists them", () => {
    const rows = yearly({ best: 3 }, { best: 3, echoes: "0" });
    expect([sumOf(rows), total(rows).counted, leftOut(rows)]).toEqual([
      "3",
      1,
      [["1", "repeats another figure"]],
    ]);
  });

  test("all repeats of one figure but one, where that figure is not among the rows", () => {
    const [first, ...rows] = yearly(
      { best: 3 },
      { best: 3, echoes: "0" },
      { best: 3, echoes: "0" },
    );
    const { counted, sum } = total(rows, first ? [first, ...rows] : rows);
    expect([counted, text(sum, null)]).toEqual([1, "3"]);
  });

  test("a repeat in words as a repeat", () => {
    const [first, repeat] = [
      figure({ id: "0", precision: "words" }),
      figure({ id: "1", precision: "words", echoes: "0" }),
    ];
    expect([leftOut([first, repeat]), total([first, repeat]).inWords]).toEqual([
      [
        ["0", "in words"],
        ["1", "repeats another figure"],
      ],
      1,
    ]);
  });

  test("words that state again what is counted, or a part of it, and leave the sum as it is", () => {
    const rows = yearly(
      { best: 3, fact: "f" },
      { precision: "words", fact: "f" },
      { precision: "words", part_of: "0" },
    );
    expect([sumOf(rows), leftOut(rows)]).toEqual([
      "3",
      [
        ["1", "in words, of what is counted"],
        ["2", "in words, of what is counted"],
      ],
    ]);
  });

  test("words, beside which there is no mean and no median", () => {
    const { mean, median, min, max } = total(yearly({}, {}, { precision: "words" }));
    expect([mean, median, text(min, null), text(max, null)]).toEqual([null, null, "10", "10"]);
  });

  test("everything, where there are only words and repeats", () => {
    expect(
      total(yearly({ precision: "words" }, { precision: "words", echoes: "0" })),
    ).toMatchObject({
      counted: 0,
      sum: null,
      min: null,
      refusal: "nothing to add",
    });
  });

  test("words of another measure, which then do not count as mixed", () => {
    expect(sumOf(yearly({ best: 3 }, { measure: "killed", precision: "words" }))).toBe("3");
  });
});

describe("adds no different measures", () => {
  test("two by their names, and gives nothing else of them either", () => {
    expect(total(yearly({}, { measure: "killed" }))).toEqual({
      counted: 2,
      leftOut: [],
      inWords: 0,
      sum: null,
      mean: null,
      median: null,
      per: null,
      min: null,
      max: null,
      refusal: "“attacks” and “killed” are different measures",
      scope: null,
      unit: null,
    });
  });

  test("three and more by their number", () => {
    expect(sumOf(yearly({}, { measure: "killed" }, { measure: "books" }))).toBe(
      "these count 3 different things",
    );
    expect(
      sumOf(yearly({}, { measure: "killed" }, { measure: "books" }, { measure: "plots" })),
    ).toBe("these count 4 different things");
  });

  test("whatever the order of the rows, in the same words", () => {
    const rows = yearly({}, { measure: "killed" });
    expect(sumOf(rows.toReversed())).toBe(sumOf(rows));
  });
});

describe("adds only what is additive", () => {
  const of = (kind: string, additive: string, ...all: readonly Said[]) => {
    const kinds = { attacks: { kind, additive } };
    const rows = yearly(...all);
    const { sum, mean, median, min, refusal } = toTotal(rows, {
      all: rows,
      names: { ...names, kinds },
    });
    return [refusal, ...[sum, mean, median, min].map((each) => text(each, null))];
  };
  const [four, six] = [{ best: 4 }, { best: 6 }];
  test.each([
    ["flow", "yes", [null, "10", "5", "5", "4"]],
    ["flow", "no", ["figures of this measure may count the same things", null, null, null, "4"]],
    ["stock", "no", ["these are numbers at one time", null, null, null, "4"]],
    ["share", "no", ["these are percentages", null, null, null, "4"]],
    ["rank", "no", ["these are ranks", null, null, null, null]],
    ["ordinal", "no", ["these are positions in an order", null, null, null, null]],
    ["span", "no", ["these are spans of attacks", null, null, null, "4"]],
    ["unheard-of", "no", ["these are not additive", null, null, null, "4"]],
  ])("%s, additive %s", (kind, additive, expected) => {
    expect(of(kind, additive, four, six)).toEqual(expected);
  });

  test("of a measure that nobody defined, nothing", () => {
    expect(sumOf(yearly({ measure: "raids" }))).toBe("these are not additive");
  });

  test("durations that may be the same one are not averaged either", () => {
    const fact = "presence";
    expect(of("span", "no", { ...four, fact }, { ...six, fact })).toEqual([
      "these are spans of attacks",
      null,
      null,
      null,
      "4",
    ]);
  });
});

describe("adds nothing that may be counted twice", () => {
  const whole = figure({ id: "whole", best: 45, start: "2023", end: "2023" });
  const part = figure({ id: "part", best: 25, start: "2021", end: "2021", part_of: "whole" });
  const other = figure({ id: "other", best: 9, start: "2020", end: "2020" });

  test("a part and its whole, in either order, though the periods differ", () => {
    expect([sumOf([whole, part]), sumOf([part, whole]), sumOf([other, part, whole])]).toEqual([
      "25 is part of 45",
      "25 is part of 45",
      "25 is part of 45",
    ]);
  });

  test("a part of a part and the whole, where the part between is not among the rows", () => {
    const inner = figure({ id: "inner", best: 2, start: "2019", end: "2019", part_of: "part" });
    expect(sumOf([inner, whole], [inner, part, whole])).toBe("2 is part of 45");
  });

  test("a part and another statement of its whole", () => {
    const stated = { ...whole, fact: "attacks-2023" };
    const again = figure({ ...stated, id: "again", best: 46 });
    expect(sumOf([part, again], [stated, part, again])).toBe("25 is part of 46");
  });

  test("another statement of the part and the whole", () => {
    const stated = { ...part, fact: "attacks-kp" };
    const again = figure({ id: "again", best: 24, fact: "attacks-kp", start: "2020", end: "2020" });
    expect(sumOf([again, whole], [whole, stated, again])).toBe("24 is part of 45");
  });

  test("a part of a repeat and what the repeat repeats", () => {
    const event = "crocus-2024";
    const first = figure({ id: "first", best: 7, event, subject: "people" });
    const repeat = figure({ id: "repeat", best: 7, event, echoes: "first", paragraph: 9 });
    const five = figure({ id: "five", best: 5, event, subject: "Tajiks", part_of: "repeat" });
    expect(sumOf([first, five], [first, repeat, five])).toBe("5 (Tajiks) is part of 7");
  });

  test("parts of one whole may be added where they are separate", () => {
    const sibling = figure({ id: "s", best: 9, start: "2022", end: "2022", part_of: "whole" });
    expect(sumOf([part, sibling], [whole, part, sibling])).toBe("34");
  });

  test("parts that come to more than their whole are not separate", () => {
    const event = "crocus-2024";
    const charged = figure({ id: "charged", best: 7, event, subject: "people" });
    const tajiks = figure({ id: "t", best: 5, event, subject: "Tajiks", part_of: "charged" });
    const women = figure({ id: "w", best: 3, event, subject: "women", part_of: "charged" });
    expect(sumOf([tajiks, women], [charged, tajiks, women])).not.toBe("8");
  });

  test("a whole that is no figure stands in nobody’s way", () => {
    expect(sumOf([{ ...part, part_of: "nowhere" }, whole])).toBe("70");
  });

  test("parts in a circle end", () => {
    const circle = [
      { ...whole, part_of: "part" },
      { ...part, part_of: "whole" },
    ];
    expect(sumOf(circle)).toBe("25 is part of 45");
  });

  test("two statements of the same fact, though the periods differ", () => {
    const statements = yearly({ fact: "f" }, { fact: "f" });
    expect(sumOf(statements)).toBe("10 and 10 are two statements of one fact");
  });

  test("two facts", () => {
    expect(sumOf(yearly({ fact: "f" }, { fact: "g" }))).toBe("20");
  });

  test("the plainest reason goes first, wherever its pair stands", () => {
    const rows = [
      figure({ id: "a", fact: "f" }),
      figure({ id: "b", fact: "f" }),
      figure({ id: "c", best: 8, part_of: "d" }),
      figure({ id: "d", best: 9 }),
    ];
    expect([sumOf(rows), sumOf(rows.slice(0, 3))]).toEqual([
      "8 is part of 9",
      "10 and 10 are two statements of one fact",
    ]);
  });

  test("figures of one event from different paragraphs", () => {
    const rows = [
      figure({ id: "a", event: "crocus-2024", subject: "x", start: "2024-03", end: "2024-03" }),
      figure({ id: "b", event: "crocus-2024", subject: "y", paragraph: 2 }),
    ];
    expect(sumOf(rows)).toBe("10 (x) and 10 (y) may be the same of Crocus City Hall");
  });

  test("figures of one event without a name", () => {
    const rows = ["a", "b"].map((id) => figure({ id, event: "unnamed-2024" }));
    expect(sumOf(rows)).toBe("10 and 10 may be the same of unnamed-2024");
  });

  test("periods that share a day", () => {
    const rows = [
      figure({ id: "a", start: "2021-08", end: "2023" }),
      figure({ id: "b", start: "2022", end: "2023" }),
    ];
    expect(sumOf(rows)).toBe("the periods overlap: 10 of Aug 2021–2023 and 10 of 2022–2023");
  });

  test.each<[string, Said, Said, string]>([
    ["the first", { best: 1 }, { best: 2, start: "2022", end: "2022" }, "1"],
    ["the second", { best: 1, start: "2022", end: "2022" }, { best: 2 }, "2"],
    ["either", { best: 1 }, { best: 2 }, "either: 1 and 2"],
    ["one with a date alone", { best: 1, as_of: "2020" }, { best: 2, start: "2022" }, "1"],
  ])("where no period is stated for %s", (_, a, b, which) => {
    expect(sumOf([figure({ id: "a", ...a }), figure({ id: "b", ...b })])).toBe(
      `no period is stated for ${which}`,
    );
  });
});

describe("two figures are about different things", () => {
  const separate = (a: Said, b: Said) => [
    isSeparate(figure(a), figure(b)),
    isSeparate(figure(b), figure(a)),
  ];
  const crocus = { event: "crocus-2024", subject: "Muscovites" };
  test.each<[string, Said, Said, boolean]>([
    ["where their events differ", crocus, { event: "kerman-2024" }, true],
    [
      "where their events differ, in the same place and time",
      { ...crocus, start: "2024", end: "2024", countries: "RU" },
      { event: "kaluga-2024", start: "2024", end: "2024", countries: "RU" },
      true,
    ],
    ["not where one event is all they state", crocus, crocus, false],
    ["where one paragraph lists them side by side", crocus, { ...crocus, subject: "guests" }, true],
    ["not where two paragraphs do", crocus, { ...crocus, subject: "guests", paragraph: 2 }, false],
    [
      "not where two documents do",
      crocus,
      { ...crocus, subject: "guests", document: "second-2024" },
      false,
    ],
    ["not where one of them counts everyone", crocus, { ...crocus, subject: null }, false],
    [
      "not where two sides count the same dead",
      { ...crocus, claimant: "Russia" },
      { ...crocus, subject: "guests", claimant: "ISK" },
      false,
    ],
    [
      "not where one event has two dates in two documents",
      { ...crocus, start: "2024-03-22", end: "2024-03-22" },
      { ...crocus, start: "2024-04", end: "2024-04", document: "second-2024" },
      false,
    ],
    ["where one year follows the other", { start: "2021", end: "2021" }, { start: "2022" }, true],
    [
      "not where they share the last day",
      { start: "2021", end: "2021" },
      { start: "2021-12-31", end: "2022" },
      false,
    ],
    [
      "where one begins on the next day",
      { start: "2021", end: "2021-12-30" },
      { start: "2021-12-31", end: "2022" },
      true,
    ],
    ["where they share no country", { countries: "AF PK" }, { countries: "IR TR" }, true],
    ["not where they share one", { countries: "AF PK" }, { countries: "PK IR" }, false],
    ["not where one names no country", { countries: "AF" }, { countries: null }, false],
    ["not where neither does", {}, {}, false],
    [
      "where periods overlap in countries that differ",
      { start: "2023", end: "2023", countries: "AF" },
      { start: "2023", end: "2023", countries: "PK" },
      true,
    ],
    [
      "where periods differ in one country",
      { start: "2022", end: "2022", countries: "AF" },
      { start: "2023", end: "2023", countries: "AF" },
      true,
    ],
    [
      "not where one is an event within the period and country of the other",
      { ...crocus, start: "2024-03-22", end: "2024-03-22", countries: "RU" },
      { start: "2024", end: "2024", countries: "RU" },
      false,
    ],
    [
      "not by the dates on which they were stated",
      { as_of: "2021", countries: "AF" },
      { as_of: "2023", countries: "AF" },
      false,
    ],
  ])("%s", (_, a, b, expected) => {
    expect(separate(a, b)).toEqual([expected, expected]);
  });
});

describe("for any figures", () => {
  const anyScope = {
    fact: fc.constantFrom(null, null, "f", "g"),
    event: fc.constantFrom(null, "crocus-2024", "kerman-2024"),
    subject: fc.constantFrom("people", "guests", "guards"),
    paragraph: fc.constantFrom(1, 2),
    countries: fc.constantFrom(null, "AF", "RU", "AF RU", "TR"),
    year: fc.constantFrom(null, "2020", "2021", "2022", "2023"),
    whole: fc.option(fc.nat(), { nil: null, freq: 2 }),
    echo: fc.boolean(),
  };
  /** Of one subject and in years, as figures that are often added. */
  const oftenAdded = {
    ...anyScope,
    event: fc.constant(null),
    subject: fc.constant("people"),
    countries: fc.constantFrom("AF", "RU"),
    year: fc.constantFrom("2020", "2021", "2022", "2023"),
  };
  const rowsOf = (most: number, scope: typeof anyScope = anyScope) =>
    fc.array(fc.tuple(anyValue, fc.record(scope)), { minLength: 1, maxLength: most }).map((all) =>
      all.map(([value, { year, whole, echo, ...said }], index) =>
        figure({
          ...said,
          ...value,
          id: String(index),
          start: year,
          end: year,
          part_of: whole === null || index === 0 ? null : String(whole % index),
          echoes: echo && index % 4 === 3 ? "0" : null,
        }),
      ),
    );
  /** Ids of everything that one figure stands for or is contained in, by facts and by parts. */
  const above = (start: Figure, all: readonly Figure[]) => {
    const found = new Set([start.id]);
    for (const id of found)
      for (const next of all) {
        const here = all.find((each) => each.id === id);
        const isSame = here?.echoes === next.id || next.echoes === id;
        if (isSame || here?.part_of === next.id || (here?.fact && here.fact === next.fact))
          found.add(next.id);
      }
    return found;
  };

  test("no sum counts an echo, words, a fact twice, or a part with its whole", () => {
    let sums = 0;
    const either = fc.oneof(rowsOf(5), rowsOf(5, oftenAdded));
    fc.assert(
      fc.property(either, fc.array(fc.boolean()), (all, kept) => {
        const rows = all.filter((_, index) => kept[index] ?? true);
        const { sum, counted, leftOut } = total(rows, all);
        if (sum === null || counted < 2) return;
        sums += 1;
        const out = new Set(leftOut.map(({ figure }) => figure));
        const inSum = rows.filter((row) => !out.has(row));
        const twice = inSum.flatMap((a) =>
          inSum.filter((b) => a !== b && (above(a, all).has(b.id) || !isSeparate(a, b))),
        );
        const wrong = inSum.filter(({ precision }) => precision === "words");
        expect([twice, wrong, inSum.length]).toEqual([[], [], counted]);
      }),
      { numRuns: 1000 },
    );
    expect(sums).toBeGreaterThan(5);
  });

  test("no sum adds what is dated to what is not, but for figures of one event", () => {
    fc.assert(
      fc.property(rowsOf(5), (rows) => {
        const { sum, leftOut } = total(rows);
        const out = new Set(leftOut.map(({ figure }) => figure));
        const inSum = rows.filter((row) => !out.has(row));
        const events = new Set(inSum.map(({ event }) => event ?? "none"));
        const isOne = events.size === 1 && !events.has("none");
        const undated = inSum.filter(({ start }) => start === null);
        if (sum !== null && inSum.length > 1 && !isOne) expect(undated).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("there is a sum or a reason, never both", () => {
    fc.assert(
      fc.property(rowsOf(5), (rows) => {
        const { sum, refusal } = total(rows);
        expect(sum === null).toBe(refusal !== null);
      }),
    );
  });

  test("what is counted and what is left out are the rows", () => {
    fc.assert(
      fc.property(rowsOf(7), (rows) => {
        const { counted, leftOut } = total(rows);
        expect(counted + leftOut.length).toBe(rows.length);
      }),
    );
  });

  test("the order of the rows changes nothing", () => {
    const withShuffled = rowsOf(6).chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    );
    const ids = (rows: ReturnType<typeof total>) =>
      rows.leftOut.map(({ figure, reason }) => `${figure.id} ${reason}`).toSorted();
    fc.assert(
      fc.property(withShuffled, ([rows, shuffled]) => {
        const [one, other] = [total(rows), total(shuffled, rows)];
        expect({ ...other, leftOut: ids(other) }).toEqual({ ...one, leftOut: ids(one) });
      }),
    );
  });

  const separate = fc
    .array(anyValue, { minLength: 1, maxLength: 6 })
    .map((values) => yearly(...values))
    .filter((rows) => rows.some(({ precision }) => precision !== "words"));
  /** Numbers alone, and those that are as exact as they are written. */
  const firm = separate
    .map((rows) => rows.filter(({ precision }) => !/words|about/.test(precision)))
    .filter((rows) => rows.length > 1);

  test("a sum is open above exactly where one of its figures is", () => {
    fc.assert(
      fc.property(separate, (rows) => {
        const isOpen = rows.some(({ precision }) => /at least|more than|words/.test(precision));
        expect(total(rows).sum?.high === Number.POSITIVE_INFINITY).toBe(isOpen);
      }),
    );
  });

  test("a sum is approximate exactly where one of its figures is", () => {
    fc.assert(
      fc.property(separate, (rows) => {
        expect(total(rows).sum?.isAbout).toBe(
          rows.some(({ precision }) => /about/.test(precision)),
        );
      }),
    );
  });

  test("least, mean, median and most stand in this order, and a sum in all of them together", () => {
    fc.assert(
      fc.property(firm, (rows) => {
        const { min, mean, median, max } = total(rows);
        const lows = [min?.low, median?.low, max?.low];
        const means = [min?.low, mean?.low, max?.low];
        const sorted = (numbers: readonly (number | undefined)[]) =>
          numbers.every(
            (number, index) => index === 0 || (numbers[index - 1] ?? 0) <= (number ?? 0) + 0.5,
          );
        expect([sorted(lows), sorted(means)]).toEqual([true, true]);
      }),
    );
  });

  test("a figure that says less narrows no sum, mean, median, least or most", () => {
    const wider = fc
      .constantFrom("range", "at least", "up to")
      .chain((precision) => fc.tuple(fc.constant(precision), fc.nat(20), fc.nat(20)));
    const widen = (row: Figure, [precision, less, more]: [string, number, number]): Figure => {
      const low = Math.max(0, (row.low ?? row.best ?? 0) - less);
      const high = row.high ?? row.best;
      if (precision === "at least" || high === null)
        return { ...row, precision: "at least", low, best: null, high: null };
      if (precision === "up to")
        return { ...row, precision: "up to", low: null, best: null, high: high + more };
      return { ...row, precision: "range", low, best: null, high: high + more };
    };
    fc.assert(
      fc.property(firm, wider, fc.nat(), (numbers, how, number) => {
        const chosen = numbers[number % numbers.length];
        const wide = numbers.map((row) => (row === chosen ? widen(row, how) : row));
        const [before, after] = [total(numbers), total(wide)];
        const narrowed = (["sum", "mean", "median", "min", "max"] as const).filter((name) => {
          const [inner, outer] = [before[name], after[name]];
          const slack = /mean|median/.test(name) ? 1 : 0;
          return (
            !inner || !outer || outer.low > inner.low + slack || outer.high < inner.high - slack
          );
        });
        expect(narrowed).toEqual([]);
      }),
    );
  });
});

describe("in the published package", () => {
  const said = (...ids: readonly string[]) => {
    const { sum, refusal, unit } = toTotal(figuresOf(...ids), published);
    return refusal ?? text(sum, unit);
  };
  const years = ["attacks-2020-ctc", "attacks-2021-ctc", "attacks-2022-ctc", "attacks-2023-ctc"];
  test.each<[string, readonly string[], string]>([
    ["the attacks of four years", years, "698"],
    [
      "the attacks of four years with their repeats",
      [...years, "attacks-2021-ctc-2", "attacks-2022-ctc-2", "attacks-2023-ctc-2"],
      "698",
    ],
    [
      "the attacks of four years with those of one province",
      [...years, "attacks-2023-kp-ctc"],
      "25 (attacks claimed by ISK) is part of 45",
    ],
    [
      "one province with other years",
      ["attacks-2022-ctc", "attacks-2023-kp-ctc"],
      "25 (attacks claimed by ISK) is only a part of 45",
    ],
    [
      "the dead at Kabul airport, listed side by side",
      ["killed-kabul-airport-us-irs", "killed-kabul-airport-afghans-irs"],
      "183",
    ],
    [
      "the dead of the prison riot, listed side by side",
      ["killed-prison-guards-ctc", "killed-prison-inmates-ctc"],
      "32",
    ],
    [
      "the attackers of Kerman, listed side by side",
      ["attackers-kerman-tajik-ctc", "attackers-kerman-others-ctc"],
      "3",
    ],
    [
      "three attackers one by one",
      [
        "attackers-ataturk-chechen-dip",
        "attackers-ataturk-kyrgyz-dip",
        "attackers-ataturk-uzbek-dip",
      ],
      "3",
    ],
    [
      "two attackers and all three",
      ["attackers-ataturk-chechen-dip", "attackers-ataturk-kyrgyz-dip", "attackers-ataturk-dip"],
      "1 (Chechen attacker) is part of 3",
    ],
    [
      "the arsonists among the attackers",
      ["attackers-crocus-arson-dawn", "attackers-crocus-dawn"],
      "1 to 2 (attackers who set the building on fire) is part of 4 to 5",
    ],
    [
      "the staff among the dead of the embassy",
      ["killed-russian-embassy-dawn", "killed-russian-embassy-staff-dawn"],
      "2 (members of the Russian embassy's staff) is part of 6",
    ],
    [
      "two statements on Crocus",
      ["killed-crocus-dip", "killed-crocus-dawn"],
      "140 and 139 (people killed in the Crocus City Hall attack) are two statements of one fact",
    ],
    [
      "two statements on Kerman",
      ["killed-kerman-osw", "killed-kerman-dawn"],
      "more than 90 and 94 (people killed in the Kerman attack) are two statements of one fact",
    ],
    ["the dead of Crocus and of Kerman", ["killed-crocus-dawn", "killed-kerman-dawn"], "> 230"],
    [
      "the Taliban’s arrested and killed",
      ["taliban-arrested-dip", "taliban-killed-dip"],
      "“arrested” and “killed in counter-operations” are different measures",
    ],
    [
      "the Taliban’s count and ACLED’s",
      ["taliban-killed-dip", "killed-isk-operations-2022-2023-ctc"],
      "the periods overlap: 163 (ISK militants killed in those operations) of 2022–2023 and about 1,100 (ISK militants killed, key commanders included) of Aug 2021–2023",
    ],
    [
      "the ISK dead among all dead",
      ["killed-isk-operations-2022-2023-ctc", "killed-operations-2022-2023-ctc"],
      "163 (ISK militants killed in those operations) is part of about 174",
    ],
    [
      "operations and their dead",
      ["operations-2022-2023-ctc", "killed-operations-2022-2023-ctc"],
      "“killed in counter-operations” and “counter-operations” are different measures",
    ],
    [
      "operations, arrests and deaths",
      ["operations-2022-2023-ctc", "killed-operations-2022-2023-ctc", "taliban-arrested-dip"],
      "these count 3 different things",
    ],
    [
      "Turkey: the arrests after Crocus",
      ["arrested-turkey-osw", "arrested-turkey-after-crocus-osw"],
      "40 (people suspected of links with IS and ISK) is part of 692",
    ],
    [
      "Turkey: the suspects of the church",
      ["arrested-turkey-osw", "arrested-turkey-church-osw"],
      "the periods overlap: 2 (suspects linked to Daesh) of 28–29 Jan 2024 and 692 (people suspected of links with IS and ISK) of Jun 2023–24 Mar 2024",
    ],
    [
      "Turkey: after Crocus and over the church",
      ["arrested-turkey-after-crocus-osw", "arrested-turkey-church-osw"],
      "40 (people suspected of links with IS and ISK) is only a part of 692",
    ],
    [
      "Germany: the Tajiks among seven",
      ["germany-charged-ctc", "germany-charged-tajiks-ctc"],
      "5 (Tajiks among those charged) is part of 7",
    ],
    ["Germany: the repeated seven", ["germany-charged-ctc", "germany-charged-ctc-2"], "7"],
    [
      "those arrested in Turkey and Afghanistan",
      ["arrested-turkey-osw", "taliban-arrested-dip"],
      "692 (people suspected of links with IS and ISK) and up to 1,700 (ISK militants arrested and imprisoned) are not counted alike",
    ],
    [
      "those the Taliban and Tajik forces killed",
      ["taliban-killed-dip", "killed-tajik-uzbek-clash-ctc"],
      "about 1,100 (ISK militants killed, key commanders included) is of a period, 15 (ISK-affiliated Tajik nationals killed in a clash with security forces) of one event",
    ],
    [
      "Khalimov’s relatives, listed side by side",
      [
        "khalimov-brothers-killed-dawn",
        "khalimov-nephew-killed-dawn",
        "khalimov-neighbour-killed-dawn",
      ],
      "4",
    ],
    [
      "Tajiks abroad",
      ["foreign-fighters-tajiks-irs", "foreign-fighters-central-asia-osw"],
      "no period is stated for more than 1,900 (Tajiks who travelled to join militant groups)",
    ],
    [
      "companions among Central Asians",
      ["companions-khalimov-dawn", "foreign-fighters-central-asia-osw"],
      "“with militants abroad” and “fled together” are different measures",
    ],
    [
      "two books and three",
      ["books-against-madani-ctc", "books-al-muhajir-ctc"],
      "no period is stated for either: 2 (books criticising Sheikh Abu Muhammad Madani) and at least 3 (books by al-Muhajir on ISK's strategy)",
    ],
    [
      "bombings in Moscow among all there",
      ["suicide-bombings-moscow-women-dawn", "suicide-bombings-moscow-dawn"],
      "8 (suicide bombings in Moscow by Chechen women) is part of 10",
    ],
    [
      "fighters with families at two times",
      ["fighters-families-2023-dip", "fighters-families-2024-osw"],
      "these are numbers at one time",
    ],
    [
      "a population and a part of it",
      ["population-tajikistan-osw", "russians-tajikistan-dawn"],
      "these are numbers at one time",
    ],
    [
      "second and third",
      ["kandahar-second-attack-ctc", "kandahar-third-attack-ctc"],
      "these are positions in an order",
    ],
    ["one rank", ["rank-gdp-tajikistan-dawn"], "these are ranks"],
    [
      "territory in two countries",
      ["territory-held-syria-dawn", "territory-held-iraq-dawn"],
      "these are percentages",
    ],
    [
      "territory held and lost",
      ["territory-held-syria-dawn", "territory-lost-is-dawn"],
      "“territory held” and “territory lost” are different measures",
    ],
    ["two ages", ["age-ghafari-dip", "age-khalimov-dip"], "these are spans of years"],
    [
      "countries",
      ["tajik-plotters-countries-dawn"],
      "figures of this measure may count the same things",
    ],
    ["words alone", ["fighters-2024-osw", "fighters-central-asian-dip"], "nothing to add"],
    ["a repeat alone", ["germany-charged-ctc-2"], "7"],
  ])("%s: %s", (_, ids, expected) => {
    expect(said(...ids)).toBe(expected);
  });

  test("words are left out of the plots and listed", () => {
    const rows = published.all.filter(({ measure }) => measure === "plots");
    const { counted, leftOut } = toTotal(rows, published);
    expect([counted, leftOut.map(({ figure, reason }) => [figure.id, reason])]).toEqual([
      0,
      [
        ["plots-foiled-europe-ctc", "in words"],
        ["plots-thwarted-france-ctc", "in words"],
        ["prevented-attacks-germany-osw", "in words"],
      ],
    ]);
  });

  test("the mean and the median of four years", () => {
    const { mean, median, min, max } = toTotal(figuresOf(...years), published);
    expect([mean, median, min, max].map((each) => text(each, "attacks"))).toEqual([
      "≈ 175",
      "150",
      "45",
      "353",
    ]);
  });

  test.each<[string, readonly string[], string, string]>([
    [
      "territory: 40% is exact",
      ["territory-held-syria-dawn", "territory-held-iraq-dawn"],
      "≈ 33.3%",
      "40%",
    ],
    [
      "the least in operations: 2 is exact",
      ["taliban-killed-dip", "khalimov-brothers-killed-dawn"],
      "2",
      "≈ 1,100",
    ],
  ])("an exact end stays exact beside an approximate one, %s", (_, ids, least, most) => {
    const { min, max, unit } = toTotal(figuresOf(...ids), published);
    expect([text(min, unit), text(max, unit)]).toEqual([least, most]);
  });
});
