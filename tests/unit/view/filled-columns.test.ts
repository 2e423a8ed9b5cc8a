import { expect, test } from "vitest";
import { filledColumns, shownColumns } from "@/data/view/shown-columns";
import { fewFields, figure, names } from "../figures";

test("paper has the columns in which some row has something, in their order", () => {
  const columns = shownColumns(fewFields, ["place", "note", "start", "id"], true);
  const rows = [figure({ id: "a", note: "x" }), figure({ id: "b", as_of: "2021" })];
  expect(filledColumns(columns, rows, names).map(({ name }) => name)).toEqual([
    "note",
    "start",
    "id",
  ]);
  expect(filledColumns(columns, [], names)).toEqual([]);
});
