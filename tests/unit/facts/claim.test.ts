import { describe, expect, test } from "vitest";
import { toClaims } from "@/data/facts/claim";
import type { Figure } from "@/data/figure/figure";
import { figure, names } from "../figures";
import { published } from "../published";

const about = { measure: "killed", actor: "Taliban", countries: "AF" };
const claimOf = (said: Partial<Figure> = {}) =>
  figure({ id: "claim", ...about, basis: "claimed", best: 1100, ...said });
const countOf = (said: Partial<Figure> = {}) =>
  figure({ id: "count", ...about, basis: "counted", best: 163, ...said });
const [claim, count] = [claimOf(), countOf()];
const pairs = (...figures: readonly Figure[]) =>
  toClaims(figures, names).map(({ claim, count }) => [claim.id, count.id]);

describe("a claim stands beside a count", () => {
  test("of the same measure, actor and country, whichever comes first", () => {
    expect([pairs(claim, count), pairs(count, claim)]).toEqual([
      [["claim", "count"]],
      [["claim", "count"]],
    ]);
  });

  test("where they share one country of several", () => {
    expect(pairs(claimOf({ countries: "PK AF" }), countOf({ countries: "AF IR" }))).toHaveLength(1);
  });

  test("and beside every count there is", () => {
    expect(pairs(claim, count, countOf({ id: "other" }))).toEqual([
      ["claim", "count"],
      ["claim", "other"],
    ]);
  });

  test.each<[string, Partial<Figure>]>([
    ["another measure", { measure: "attacks" }],
    ["another actor", { actor: "Tajikistan" }],
    ["another country", { countries: "TJ" }],
    ["no country", { countries: null }],
    ["no count", { basis: "reported" }],
    ["a claim too", { basis: "claimed" }],
    ["a repeat", { echoes: "x" }],
    ["words", { precision: "words" }],
  ])("but not beside one of %s", (_, said) => {
    expect(pairs(claim, countOf(said))).toEqual([]);
  });

  test.each<[string, Partial<Figure>]>([
    ["a repeat", { echoes: "x" }],
    ["words", { precision: "words" }],
    ["an estimate", { basis: "estimated" }],
  ])("but not where it is %s", (_, said) => {
    expect(pairs(claimOf(said), count)).toEqual([]);
  });

  test("but not where neither names a country, so that nothing says they share one", () => {
    expect(pairs(claimOf({ countries: null }), countOf({ countries: null }))).toEqual([]);
  });
});

describe("what differs is said", () => {
  const differs = (a: Partial<Figure>, b: Partial<Figure>) =>
    toClaims([claimOf(a), countOf(b)], names).flatMap((pair) => pair.differs);
  test.each<[string, Partial<Figure>, Partial<Figure>, string[]]>([
    ["nothing", {}, {}, []],
    [
      "the period",
      { start: "2021-08", end: "2023" },
      { start: "2022", end: "2023" },
      ["period: Aug 2021–2023 against 2022–2023"],
    ],
    [
      "who is counted",
      { subject: "ISK militants" },
      { subject: null },
      ["scope: ISK militants against not stated"],
    ],
    ["the place", { place: null }, { place: "Kunar" }, ["place: not stated against Kunar"]],
    [
      "who says so",
      { claimant: "Taliban" },
      { claimant: "ACLED", document: "second-2024" },
      ["source: Taliban in First against ACLED in Second"],
    ],
    [
      "a document without a name",
      {},
      { document: "third-2024" },
      ["source: First against third-2024"],
    ],
  ])("%s", (_, a, b, expected) => {
    expect(differs(a, b)).toEqual(expected);
  });
});

test("the Taliban’s close to 1,100 stand beside ACLED’s about 174 and 163", () => {
  const found = toClaims(published.all, published.names);
  expect(found.map(({ claim, count, differs }) => [claim.id, count.id, differs])).toEqual([
    [
      "taliban-killed-dip",
      "killed-operations-2022-2023-ctc",
      [
        "period: Aug 2021–2023 against 2022–2023",
        "scope: ISK militants killed, key commanders included against all deaths in those operations",
        "source: Taliban in The Diplomat against ACLED in CTC Sentinel",
      ],
    ],
    [
      "taliban-killed-dip",
      "killed-isk-operations-2022-2023-ctc",
      [
        "period: Aug 2021–2023 against 2022–2023",
        "scope: ISK militants killed, key commanders included against ISK militants killed in those operations",
        "source: Taliban in The Diplomat against ACLED in CTC Sentinel",
      ],
    ],
  ]);
});
