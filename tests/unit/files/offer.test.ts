import { expect, test } from "vitest";
import { offersOfAll, offersOfSheet, viewQuery } from "@/data/files/offer";
import type { Summary } from "@/data/view/summary";
import { emptyView } from "@/data/view/view";

const view = { ...emptyView, find: "kabul", select: ["a"], measure: "attacks" };

const summary = (said: Partial<Summary>) => ({
  ...{ shown: 0, total: 0, selected: 0, selectedElsewhere: 0 },
  ...said,
});

test("a sheet offers its view, what is selected, and all of it", () => {
  const offers = offersOfSheet(
    "attacks",
    view,
    summary({ shown: 4, total: 35, selected: 1 }),
    "4 of 35",
  );
  expect(offers.map(({ title, says, files }) => [title, says, files[0]?.href])).toEqual([
    ["This view", "4 of 35", "/data/attacks.xlsx?_find=kabul"],
    [
      "Selected rows",
      "1 figure selected in this view",
      "/data/attacks.xlsx?_find=kabul&_select=a&_rows=selected",
    ],
    ["Whole sheet", "35 figures, repeats included, every column", "/data/attacks.xlsx"],
  ]);
});

test("each is there for Excel, as CSV for people and for programs, and as JSON", () => {
  const [whole] = offersOfSheet("x", emptyView, summary({ total: 1 }), "");
  expect(whole?.files).toEqual([
    { title: "Excel", href: "/data/x.xlsx" },
    { title: "CSV as shown", href: "/data/x.csv?_for=shown" },
    { title: "CSV for programs", href: "/data/x.csv" },
    { title: "JSON", href: "/data/x.json" },
  ]);
});

test("nothing that is empty is offered", () => {
  const offers = offersOfSheet("x", view, summary({ total: 1 }), "");
  expect(offers.map(({ title }) => title)).toEqual(["Whole sheet"]);
});

test("the sheet of all figures is everything, so it is offered once", () => {
  const own = offersOfSheet("figures", view, summary({ shown: 1, total: 9 }), "1 of 9");
  expect([...own, ...offersOfAll("w", 9, true)].map(({ title }) => title)).toEqual([
    "This view",
    "Everything in one table",
    "The whole workbook",
  ]);
});

test("everything tells how many figures it holds, as a table and as a package", () => {
  expect(offersOfAll("w", 154).map(({ says }) => says)).toEqual([
    "154 figures, repeats included, every column",
    "154 figures in their sheets, the documents, events and measures, and what each field means",
  ]);
});

test("what is selected but filtered out is not in the file of what is selected, which says so", () => {
  const counts = summary({ shown: 4, selected: 2, selectedElsewhere: 1 });
  const columns = { ...view, columns: ["value"] };
  const offers = offersOfSheet("x", columns, counts, "");
  expect(offers.find(({ title }) => title === "Selected rows")?.says).toBe(
    "2 figures selected in this view; 1 selected outside it left out; the columns shown",
  );
});

test("what only the chart draws is no part of a file’s query", () => {
  const drawn = { ...view, chart: "parts", scale: "log", mute: ["b"], select: [] } as const;
  expect(viewQuery(drawn)).toBe("_find=kabul");
});
