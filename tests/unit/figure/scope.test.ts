import { describe, expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import { describeScope, toScope } from "@/data/figure/scope";
import { figure, names } from "../figures";

const said = (...all: readonly Partial<Figure>[]) => {
  const scope = toScope(
    all.map((each) => figure(each)),
    names,
  );
  return scope && describeScope(scope, true);
};
const year = (start: string): Partial<Figure> => ({ start, end: start });

describe("says what figures cover together", () => {
  test.each<[string, readonly Partial<Figure>[], string]>([
    [
      "years that follow one another as one",
      [year("2021"), year("2020")],
      "attacks; 2020–2021; reported",
    ],
    ["a gap as a gap", [year("2020"), year("2022")], "attacks; 2020 and 2022; reported"],
    [
      "one year that two figures share",
      [year("2020"), year("2020"), year("2021")],
      "attacks; 2020–2021; reported",
    ],
    [
      "a month after a month",
      [year("2023-12"), year("2024-01")],
      "attacks; Dec 2023–Jan 2024; reported",
    ],
    [
      "many periods by their number",
      [year("2014"), year("2016"), year("2018"), year("2020")],
      "attacks; 4 periods from 2014 to 2020; reported",
    ],
    [
      "a figure without a period",
      [year("2020"), {}],
      "attacks; 2020 and no period stated; reported",
    ],
    [
      "the dates of numbers at one time",
      [{ as_of: "2024-03" }],
      "attacks; as of Mar 2024; reported",
    ],
    [
      "every actor",
      [{ actor: "ISK" }, { actor: "IS" }, { actor: "Iran" }, {}],
      "attacks; actors ISK, IS, Iran and none stated; reported",
    ],
    ["no actor where none names one", [{}, {}], "attacks; reported"],
    ["two places", [{ place: "Kabul" }, { place: "Kunar" }], "attacks; Kabul and Kunar; reported"],
    [
      "more places by their number",
      [{ place: "Kabul" }, { place: "Kunar" }, { place: "Balkh" }],
      "attacks; 3 places; reported",
    ],
    [
      "who claims and who counts",
      [
        { basis: "claimed", claimant: "Taliban" },
        { basis: "counted", claimant: "ACLED" },
      ],
      "attacks; partly claimed by Taliban and partly counted by ACLED",
    ],
  ])("%s", (_, all, text) => {
    expect(said(...all)).toBe(text);
  });

  test("nothing of nothing", () => {
    expect(said()).toBeNull();
  });
});
