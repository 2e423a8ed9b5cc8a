import fc from "fast-check";
import { expect, test } from "vitest";
import {
  columnLetters,
  formatCellRange,
  isInRange,
  moveCell,
  parseCellRange,
  rangeOf,
  toMoveKey,
} from "@/data/view/cell-range";

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

const size = { rows: 12, columns: 30 };

test.each([
  ["D6", { top: 5, bottom: 5, left: 3, right: 3 }],
  ["b2:c5", { top: 1, bottom: 4, left: 1, right: 2 }],
  [" $C$5 : $B$2 ", { top: 1, bottom: 4, left: 1, right: 2 }],
  ["AA1", { top: 0, bottom: 0, left: 26, right: 26 }],
  ["B:B", { top: 0, bottom: 11, left: 1, right: 1 }],
  ["C", { top: 0, bottom: 11, left: 2, right: 2 }],
  ["3:4", { top: 2, bottom: 3, left: 0, right: 29 }],
])("the name box takes %s", (typed, range) => {
  expect(parseCellRange(typed, size)).toEqual(range);
});

const form = "expected a cell or a range such as D6 or B2:C5, found";
const beyond = "is not in the table, which ends at AD12";
test.each([
  ["", `${form} ""`],
  ["total", `${form} "total"`],
  ["B2:", `${form} "B2:"`],
  ["B2:C", `${form} "B2:C"`],
  ["B2:C3:D4", `${form} "B2:C3:D4"`],
  ["A0", `"A0" ${beyond}`],
  ["A13", `"A13" ${beyond}`],
  ["AE1", `"AE1" ${beyond}`],
])("the name box says what it cannot take of %j", (typed, problem) => {
  expect(parseCellRange(typed, size)).toEqual({ problem });
});

test("the name of every range leads to it", () => {
  const place = fc.record({ row: fc.nat(11), column: fc.nat(29) });
  fc.assert(
    fc.property(place, place, (from, to) => {
      const range = rangeOf(from, to);
      expect(parseCellRange(formatCellRange(range), size)).toEqual(range);
    }),
  );
});

test.each([
  ["ArrowDown", false, "C6"],
  ["ArrowUp", true, "C1"],
  ["ArrowDown", true, "C12"],
  ["ArrowLeft", true, "A5"],
  ["ArrowRight", true, "AD5"],
  ["Home", false, "A5"],
  ["End", false, "AD5"],
  ["Home", true, "A1"],
  ["End", true, "AD12"],
  ["PageUp", false, "C2"],
  ["PageDown", false, "C8"],
])("%s (with Ctrl: %s) leads from C5 to %s, three rows being a page", (name, isCtrl, to) => {
  const key = toMoveKey(name, isCtrl);
  const place = key && moveCell({ row: 4, column: 2 }, key, size, 3);
  expect(place && formatCellRange(rangeOf(place, place))).toBe(to);
});

test("no key leads out of the table", () => {
  const names = [
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
  ];
  const place = fc.record({ row: fc.nat(11), column: fc.nat(29) });
  fc.assert(
    fc.property(place, fc.constantFrom(...names), fc.boolean(), (from, name, isCtrl) => {
      const key = toMoveKey(name, isCtrl);
      const { row, column } = key ? moveCell(from, key, size, 7) : from;
      expect([row >= 0, row < 12, column >= 0, column < 30]).toEqual([true, true, true, true]);
    }),
  );
});

test.each([
  ["PageDown", true],
  ["a", false],
  ["constructor", false],
])("%s (with Ctrl: %s) moves nowhere", (name, isCtrl) => {
  expect(toMoveKey(name, isCtrl)).toBeNull();
});
