import { expect, test } from "vitest";
import { toRemarks } from "@/data/view/remark";
import { emptyView } from "@/data/view/view";
import { figure, names } from "../figures";

const rows = [
  figure({ id: "a", measure: "attacks", unit: "attacks" }),
  figure({ id: "b", measure: "killed", unit: "people" }),
  figure({ id: "c", measure: "killed", unit: "people" }),
];
const remarks = (change: Partial<typeof emptyView>) =>
  toRemarks({ ...emptyView, ...change }, { rows, figures: rows }, names);

test("rows that are not of the chosen measure are said to be grey", () => {
  expect(remarks({ measure: "attacks" })).toEqual([
    "Chosen for the chart: attacks. 2 rows in grey are not of it.",
  ]);
  expect(remarks({ measure: "killed" })).toEqual([
    "Chosen for the chart: killed. 1 row in grey is not of it.",
  ]);
});

test("values of several units are said to be sorted within each", () => {
  expect(remarks({ sort: [{ column: "value", descending: true }] })).toEqual([
    "Values are sorted within their unit: people, attacks.",
  ]);
});

test("nothing is said of rows that read as they stand", () => {
  expect(remarks({ sort: [{ column: "start", descending: false }] })).toEqual([]);
});
