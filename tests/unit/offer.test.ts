import { expect, test } from "vitest";
import { offersOfAll, offersOfSheet, viewQuery } from "@/data/offer";
import { emptyView } from "@/data/view";

const view = { ...emptyView, find: "kabul", select: ["a"], measure: "attacks" };

test("a sheet offers its view, what is selected, and all of it", () => {
  const offers = offersOfSheet("attacks", view, { shown: 4, total: 35, selected: 1 }, "4 of 35");
  expect(offers.map(({ title, says, files }) => [title, says, files[0]?.href])).toEqual([
    ["This view", "4 of 35", "/data/attacks.csv?_find=kabul"],
    ["Selected rows", "1 figure", "/data/attacks.csv?_find=kabul&_select=a&_rows=selected"],
    ["Whole sheet", "35 figures, repeats included, every column", "/data/attacks.csv"],
  ]);
});

test("each is there as CSV, for Excel and as JSON", () => {
  const [whole] = offersOfSheet("x", emptyView, { shown: 0, total: 1, selected: 0 }, "");
  expect(whole?.files).toEqual([
    { title: "CSV", href: "/data/x.csv" },
    { title: "CSV for Excel", href: "/data/x.csv?_for=excel" },
    { title: "JSON", href: "/data/x.json" },
  ]);
});

test("nothing that is empty is offered", () => {
  const offers = offersOfSheet("x", view, { shown: 0, total: 1, selected: 0 }, "");
  expect(offers.map(({ title }) => title)).toEqual(["Whole sheet"]);
});

test("the sheet of all figures is everything, so it is offered once", () => {
  const own = offersOfSheet("figures", view, { shown: 1, total: 9, selected: 0 }, "1 of 9");
  expect([...own, ...offersOfAll(9, true)].map(({ title }) => title)).toEqual([
    "This view",
    "Everything in one table",
    "Everything as a data package",
  ]);
});

test("what only the chart draws is no part of a file’s query", () => {
  const drawn = { ...view, chart: "parts", scale: "log", mute: ["b"], select: [] } as const;
  expect(viewQuery(drawn)).toBe("_find=kabul");
});
