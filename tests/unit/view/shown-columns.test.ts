import { expect, test } from "vitest";
import { showTable } from "@/data/sheet/show";
import { emptyView } from "@/data/view/view";
import { catalog, published } from "../published";

const titlesOf = (sheet: string) => {
  const rows = catalog.sheets.find(({ name }) => name === sheet)?.figures ?? [];
  const shown = showTable({ schema: catalog.figureSchema, rows }, published.names)(emptyView);
  return shown.shownColumns.map(({ title }) => title);
};

test("a row says first when, how many, of what, who says so and where", () => {
  expect(titlesOf("strength").slice(0, 5)).toEqual([
    "Period",
    "Value",
    "What was counted",
    "Source",
    "Place",
  ]);
});

test("what figures are compared with is shown where a sheet compares some", () => {
  const having = catalog.sheets.filter(({ name }) => titlesOf(name).includes("Compared with"));
  expect(having.map(({ name }) => name)).toEqual([
    "attacks",
    "counter-operations",
    "strength",
    "casualties",
    "plots-and-arrests",
  ]);
});
