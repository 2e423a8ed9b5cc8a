import { expect, test } from "vitest";
import { toSuggestions } from "@/data/view/suggestion";
import { emptyView } from "@/data/view/view";
import { fewFields, figure, names } from "../figures";

const table = {
  schema: fewFields,
  rows: [figure({ id: "a", place: "Kabul" }), figure({ id: "b", place: "Herat", start: "2021" })],
};
const kabul = { kind: "values", column: "place", values: ["Kabul"] } as const;
const late = { kind: "period", column: "start", range: { min: "2021", max: null } } as const;

test("names each filter that alone keeps rows away, with the rows it would bring back", () => {
  const view = { ...emptyView, filters: [kabul, late] };
  expect(toSuggestions(table, view, names)).toEqual([
    { column: "place", change: { filters: [late] }, rows: 1 },
    { column: "start", change: { filters: [kabul] }, rows: 1 },
  ]);
});

test("blames the search where the filters have rows", () => {
  const view = { ...emptyView, filters: [kabul], find: "zzz" };
  expect(toSuggestions(table, view, names)).toEqual([
    { column: null, change: { find: "" }, rows: 1 },
  ]);
});

test("offers to clear all where no single filter is to blame", () => {
  const view = { ...emptyView, filters: [kabul, late], find: "zzz" };
  const change = { filters: [], find: "", only: [], count: "all" };
  expect(toSuggestions(table, view, names)).toEqual([{ column: "all", change, rows: 2 }]);
});

test("blames the rows picked by hand where the filters have others", () => {
  const view = { ...emptyView, filters: [kabul], only: ["b"] };
  expect(toSuggestions(table, view, names)).toEqual([
    { column: "place", change: { filters: [] }, rows: 1 },
    { column: "only", change: { only: [] }, rows: 1 },
  ]);
});

test("blames the counting rule where it alone leaves nothing", () => {
  const rows = [
    figure({ id: "a", fact: "f", place: "Kabul", low: 9, best: 9, high: 9 }),
    figure({ id: "b", fact: "f", place: "Herat", low: 5, best: 5, high: 5 }),
  ];
  const view = { ...emptyView, filters: [kabul], count: "lowest" };
  expect(toSuggestions({ ...table, rows }, view, names)).toEqual([
    { column: "place", change: { filters: [] }, rows: 1 },
    { column: "count", change: { count: "all" }, rows: 1 },
  ]);
});
