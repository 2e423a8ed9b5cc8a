import { expect, test } from "vitest";
import { columnLetters, formatCellRange, isInRange, rangeOf } from "@/data/view/cell-range";

test("two cells span the rectangle between them, whichever comes first", () => {
  const range = { top: 1, bottom: 4, left: 1, right: 2 };
  expect(rangeOf({ row: 1, column: 2 }, { row: 4, column: 1 })).toEqual(range);
  expect(rangeOf({ row: 4, column: 1 }, { row: 1, column: 2 })).toEqual(range);
});

test.each([
  [{ top: 1, bottom: 1, left: 1, right: 1 }, "B2"],
  [{ top: 1, bottom: 4, left: 1, right: 2 }, "B2:C5"],
  [{ top: 0, bottom: 99, left: 25, right: 26 }, "Z1:AA100"],
])("%j is named %s", (range, name) => {
  expect(formatCellRange(range)).toBe(name);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
])("column %i is %s", (column, name) => {
  expect(columnLetters(column)).toBe(name);
});

test("a range holds its corners and nothing beyond them", () => {
  const range = { top: 1, bottom: 2, left: 1, right: 2 };
  const cells = [
    [1, 1],
    [2, 2],
    [0, 1],
    [1, 3],
    [3, 1],
    [1, 0],
  ] as const;
  expect(cells.map(([row, column]) => isInRange({ row, column }, range))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
