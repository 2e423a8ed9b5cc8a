import { expect, test, vi } from "vitest";
import { describeTotal } from "@/data/view/describe";
import { at, type Case, failing, inventedAt } from "./views";

vi.setConfig({ testTimeout: 300_000 });

const partsOf = ({ shown: { total } }: Pick<Case, "shown">) => describeTotal(total.total, total.of);
const said = (path: string) => partsOf(at(path));

test("a sum beside words names the actors and claimants of those too", () => {
  expect(
    failing(({ shown: { total } }) => {
      const { sum, scope, leftOut } = total.total;
      const words = leftOut.filter(({ reason }) => reason === "in words");
      const silent = words.find(({ figure }) => !scope?.actors.includes(figure.actor ?? ""));
      return sum !== null && scope !== null && silent?.figure.id;
    }),
  ).toEqual([]);
});

test("75 operations of the Taliban are no sum with the raids of others", () => {
  expect(said("/counter-operations?_measure=operations")).toEqual([
    "1 figure in the chart: counter-operations (operations against ISK by the Taliban's intelligence directorate and special forces); actor Taliban; 2022–2023; Afghanistan; counted by ACLED",
    "4 more in words",
  ]);
});

test("bombings in Moscow and attacks in Pakistan that nobody claimed are no sum", () => {
  expect(said("/attacks?actor=").join(" · ")).not.toContain("Sum");
});

test("a reason and a scope have words for signs", () => {
  expect(
    failing((one) => {
      const text = partsOf(one).join(" · ");
      return /[≈≥≤<>]/.test(text) && text;
    }),
  ).toEqual([]);
});

test("where nothing is added, a scope lists three actors and three claimants at most", () => {
  expect(
    failing((one) => {
      const [scope = "", ...others] = partsOf(one);
      const isAdded = others.some((part) => part.startsWith("Sum"));
      const actors = /; actors ([^;]*)/.exec(scope)?.[1]?.split(/, | and /) ?? [];
      const bases = scope.match(/partly /g) ?? [];
      return !isAdded && (actors.length > 4 || bases.length > 4) && scope;
    }),
  ).toEqual([]);
});

test("a mean says of what it is one, and lowest and highest are of different numbers", () => {
  expect(
    failing((one) => {
      const text = partsOf(one).join(" · ");
      const isBare = /Mean [^·]*(?: ·|$)/.test(text) && !/Mean [^·]* an? [a-z]+ ·/.test(text);
      const [, low, high] = /Lowest ([\d,]+) · Highest ([\d,]+) (?!to)/.exec(text) ?? [];
      return (isBare || (low !== undefined && low === high)) && text;
    }),
  ).toEqual([]);
});

test("positions in an order have no lowest among several", () => {
  expect(said("/attacks?_measure=attack-ordinal")).toEqual([
    "3 figures in the chart: attack in order; actors IS and ISK; as of 7 Jun 2017, as of Mar 2024 and as of 20 May 2024; Parliament and Khomeini mausoleum, Iran, and Kandahar; reported",
    "Not added: these are positions in an order",
  ]);
});

test.each([
  [
    "/raids?place=Varn+and+Holm",
    [
      "Computed from 4 figures in the chart: raids claimed by North; actor North; 2019–2022; Varn and Holm; counted",
      "Sum 280 raids",
      "Mean 70 raids a year",
    ],
  ],
  [
    "/losses",
    [
      "Computed from 5 figures in the chart: killed; actor North; 26 Aug 2021 and Mar 2022; Old Bridge and Holm; partly reported and partly reported by Relief",
      "Lowest more than 4, at most 5",
      "Highest at least 15 people",
    ],
  ],
])("%s comes to %s", (path, parts) => {
  expect(partsOf(inventedAt(path)).slice(0, 3)).toEqual(parts);
});
