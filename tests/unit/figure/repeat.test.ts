import { expect, test } from "vitest";
import { originalIn } from "@/data/figure/repeat";
import { figure } from "../figures";

test("a repeat leads to what it repeats in the end, also to a figure that is not listed", () => {
  const all = [
    figure({ id: "a" }),
    figure({ id: "b", echoes: "a" }),
    figure({ id: "c", echoes: "b" }),
    figure({ id: "d", echoes: "elsewhere" }),
  ];
  expect(["a", "b", "c", "d", "x"].map(originalIn(all))).toEqual(["a", "a", "a", "elsewhere", "x"]);
});

test("a circle of repeats comes to an end", () => {
  const all = [
    figure({ id: "a", echoes: "b" }),
    figure({ id: "b", echoes: "c" }),
    figure({ id: "c", echoes: "b" }),
  ];
  expect(originalIn(all)("a")).toBe("c");
});
