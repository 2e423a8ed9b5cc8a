import { expect, test } from "vitest";
import { summarize } from "@/data/view/summary";
import { figure } from "../figures";

const rows = ["a", "b", "c"].map((id) => figure({ id }));

test("counts what is shown, what there is, what is folded and what is set aside", () => {
  expect(summarize({ rows, folded: 2, setAside: 4 }, 35, [])).toEqual({
    shown: 3,
    total: 35,
    folded: 2,
    setAside: 4,
    selected: 0,
    selectedElsewhere: 0,
  });
});

test("counts what is selected apart from what is selected out of sight", () => {
  expect(summarize({ rows, folded: 0, setAside: 0 }, 35, ["a", "z", "c"])).toMatchObject({
    selected: 2,
    selectedElsewhere: 1,
  });
});

test("an empty view still knows what is selected", () => {
  expect(summarize({ rows: [], folded: 0, setAside: 0 }, 35, ["a"])).toEqual({
    shown: 0,
    total: 35,
    folded: 0,
    setAside: 0,
    selected: 0,
    selectedElsewhere: 1,
  });
});
