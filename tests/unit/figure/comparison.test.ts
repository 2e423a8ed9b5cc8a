import { describe, expect, test } from "vitest";
import { toComparisons } from "@/data/figure/comparison";
import type { Figure } from "@/data/figure/figure";
import { figure } from "../figures";
import { published } from "../published";

type Said = Partial<Figure>;
const of = (...all: readonly Said[]) =>
  toComparisons(all.map((said, index) => figure({ id: "abcdef"[index], ...said })));

describe("a repeat is compared with what it repeats", () => {
  test("by its number, before anything else", () => {
    const found = of({ best: 45 }, { best: 45, echoes: "a", part_of: "c" }, { best: 90 });
    expect(found).toEqual({ b: "repeats 45" });
  });

  test("by its words", () => {
    const words = { precision: "words", as_printed: "several" } as const;
    expect(of(words, { ...words, echoes: "a" })).toEqual({ b: "repeats “several”" });
  });

  test("not where that is no figure", () => {
    expect(of({ echoes: "nowhere" })).toEqual({});
  });
});

describe("a part is compared with its whole", () => {
  test.each<[string, Said, Said, string]>([
    ["as a share", { best: 25 }, { best: 45 }, "part of 45 (≈ 56%, computed)"],
    ["of nothing without a share", { best: 0 }, { best: 0 }, "part of 0"],
    [
      "as a range of shares",
      { precision: "range", low: 1, high: 2 },
      { precision: "range", low: 4, high: 5 },
      "part of 4–5 (20–50%, computed)",
    ],
    [
      "of about so many",
      { best: 163 },
      { precision: "about", best: 174 },
      "part of ≈ 174 (≈ 94%, computed)",
    ],
    [
      "of more than so many",
      { best: 5 },
      { precision: "more than", low: 10 },
      "part of > 10 (< 50%, computed)",
    ],
    [
      "of up to so many without a share",
      { best: 5 },
      { precision: "up to", high: 10 },
      "part of ≤ 10",
    ],
    ["in words without a share", { precision: "words" }, { best: 10 }, "part of 10"],
    [
      "in words",
      { best: 10 },
      { precision: "words", as_printed: "hundreds" },
      "part of “hundreds”",
    ],
  ])("%s", (_, part, whole, text) => {
    expect(of(whole, { ...part, part_of: "a" })).toEqual({ b: text });
  });

  test("which it is never more of than all", () => {
    const found = of(
      { precision: "range", low: 4, high: 5 },
      { precision: "range", low: 4, high: 6, part_of: "a" },
    );
    expect(found).toEqual({ b: "part of 4–5 (≥ 80%, computed)" });
  });

  test("not where that is no figure", () => {
    expect(of({ part_of: "nowhere" })).toEqual({});
  });
});

describe("a count of a year is compared with the year before", () => {
  const year = (start: number, said: Said = {}): Said => ({
    start: String(start),
    end: String(start),
    ...said,
  });
  test.each<[string, Said, Said, string]>([
    ["more", { best: 100 }, { best: 150 }, "+50% on 2020 (computed)"],
    ["less", { best: 100 }, { best: 61 }, "−39% on 2020 (computed)"],
    ["the same", { best: 100 }, { best: 100 }, "±0% on 2020 (computed)"],
    ["none", { best: 100 }, { best: 0 }, "−100% on 2020 (computed)"],
    ["about", { precision: "about", best: 100 }, { best: 150 }, "≈ +50% on 2020 (computed)"],
    [
      "a range",
      { best: 100 },
      { precision: "range", low: 90, high: 120 },
      "−10% to +20% on 2020 (computed)",
    ],
    [
      "an open number",
      { best: 100 },
      { precision: "at least", low: 150 },
      "+50% or more on 2020 (computed)",
    ],
  ])("%s", (_, before, after, text) => {
    expect(of(year(2020, before), year(2021, after))).toEqual({ b: text });
  });

  test.each<[string, Said, Said]>([
    ["not with nothing", year(2020, { best: 0 }), year(2021)],
    ["not with words", year(2020, { precision: "words" }), year(2021)],
    ["not in words", year(2020), year(2021, { precision: "words" })],
    ["not over a gap", year(2020), year(2022)],
    ["not with another measure", year(2020, { measure: "killed" }), year(2021)],
    ["not with another actor", year(2020, { actor: "IS" }), year(2021)],
    ["not with other things counted", year(2020, { subject: "major attacks" }), year(2021)],
    ["not with another place", year(2020, { place: "Kabul" }), year(2021)],
    ["not with another claimant’s count", year(2020, { claimant: "ACLED" }), year(2021)],
    ["not with another document’s count", year(2020, { document: "second-2024" }), year(2021)],
    ["not with a month", { start: "2020-12", end: "2020-12" }, year(2021)],
    ["not with two years together", { start: "2019", end: "2020" }, year(2021)],
  ])("%s", (_, before, after) => {
    expect(of(before, after)).toEqual({});
  });

  test("not where the year before is counted in two ways", () => {
    expect(of(year(2020, { best: 90 }), year(2020, { best: 100 }), year(2021))).toEqual({});
  });

  test.each<[string, Said]>([
    ["another place", { place: "Kabul" }],
    ["another claimant", { claimant: "ACLED" }],
    ["another document", { document: "second-2024" }],
    ["other things counted", { subject: "major attacks" }],
    ["another actor", { actor: "IS" }],
    ["another measure", { measure: "killed" }],
  ])("of the same thing, where a series of %s stands between", (_, other) => {
    const found = of(
      year(2020, { best: 100, ...other }),
      year(2020, { best: 200 }),
      year(2021, { best: 300 }),
      year(2021, { best: 400, ...other }),
    );
    expect(found).toEqual({ c: "+50% on 2020 (computed)", d: "+300% on 2020 (computed)" });
  });

  test("of the whole year, where months of the series are counted too", () => {
    const month = (start: string): Said => ({ start, end: start, best: 7 });
    const found = of(
      month("2020-12"),
      year(2020, { best: 100 }),
      month("2021-05"),
      year(2021, { best: 150 }),
    );
    expect(found).toEqual({ d: "+50% on 2020 (computed)" });
  });

  test("of the same document, where another one counts the year before otherwise", () => {
    const found = of(
      year(2020, { best: 400, document: "second-2024" }),
      year(2020, { best: 100 }),
      year(2021, { best: 150 }),
    );
    expect(found).toEqual({ c: "+50% on 2020 (computed)" });
  });

  test("its whole goes before the year", () => {
    const found = of(year(2020), year(2021, { part_of: "c" }), year(2021, { best: 20 }));
    expect(found).toEqual({ b: "part of 20 (50%, computed)", c: "+100% on 2020 (computed)" });
  });
});

test.each([
  ["attacks-2020-ctc", undefined],
  ["attacks-2021-ctc", "+325% on 2020 (computed)"],
  ["attacks-2022-ctc", "−39% on 2021 (computed)"],
  ["attacks-2023-ctc", "−79% on 2022 (computed)"],
  ["attacks-2023-ctc-2", "repeats 45"],
  ["attacks-2023-kp-ctc", "part of 45 (≈ 56%, computed)"],
  ["killed-isk-operations-2022-2023-ctc", "part of ≈ 174 (≈ 94%, computed)"],
  ["arrested-turkey-after-crocus-osw", "part of 692 (≈ 5.8%, computed)"],
  ["germany-charged-tajiks-ctc", "part of 7 (≈ 71%, computed)"],
  ["germany-charged-ctc-2", "repeats 7"],
  ["attackers-crocus-arson-dawn", "part of 4–5 (20–50%, computed)"],
  ["fighters-reached-afghanistan-dawn", "part of “hundreds of ISIS fighters”"],
  ["operations-2022-2023-ctc", undefined],
])("in the published package, %s: %s", (id, text) => {
  expect(toComparisons(published.all)[id]).toBe(text);
});
