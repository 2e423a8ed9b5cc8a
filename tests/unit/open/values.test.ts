import { expect, test } from "vitest";
import { castDate } from "@/data/open/date";
import { castNumber } from "@/data/open/number";
import { readText } from "./reading";

const column = (cells: readonly string[], name = "value") =>
  readText(`${name};other\n${cells.map((cell) => `${cell};x`).join("\n")}\n`);

test.each([
  ["1,234.5", ".", 1234.5],
  ["1.234,5", ",", 1234.5],
  ["12,34,567", ".", 1234567],
  ["1 234 567", ".", 1234567],
  ["1’234.50", ".", 1234.5],
  ["١٬٢٠٥٫٥", ".", 1205.5],
  ["-3", ".", -3],
  ["−0.5", ".", -0.5],
  ["(1,234.50)", ".", -1234.5],
  ["$1,200.50", ".", 1200.5],
  ["-$5.25", ".", -5.25],
  ["EUR 12,50", ",", 12.5],
  ["12.5 %", ".", 12.5],
  [".5", ".", 0.5],
  ["1.5e-3", ".", 0.0015],
] as const)("%j with a decimal %s is %d", (text, decimal, value) => {
  expect(castNumber(text, decimal)?.best).toBe(value);
});

test.each(["1,23,4", "1.2.3", "12-", "NRL101", "13T", "1E10", "5 gun", "", "1,234.5.6", "vmx-15"])(
  "%j is no number",
  (text) => {
    expect(castNumber(text, ".")).toBeNull();
  },
);

test.each([
  ["<5", "fewer than", null, null, 5],
  ["≤ 5", "up to", null, null, 5],
  ["over 40", "more than", 40, null, null],
  ["≥ 40", "at least", 40, null, null],
  ["1,000+", "at least", 1000, null, null],
  ["~900", "about", null, 900, null],
  ["ca. 900", "about", null, 900, null],
  ["1–9", "range", 1, null, 9],
  ["800 to 1,200", "range", 800, null, 1200],
  ["1,204*", "exact", 1204, 1204, 1204],
])("%j is %s", (text, precision, low, best, high) => {
  expect(castNumber(text, ".")).toMatchObject({ precision, low, best, high });
});

test.each([
  ["2024-03-01", "2024-03-01", "2024-03-01"],
  ["1 March 2024", "2024-03-01", "2024-03-01"],
  ["March 1, 2024", "2024-03-01", "2024-03-01"],
  ["1. März 2024", "2024-03-01", "2024-03-01"],
  ["1er", undefined, undefined],
  ["01.03.2024", "2024-03-01", "2024-03-01"],
  ["01-Mar-24", "2024-03-01", "2024-03-01"],
  ["Mar-24", "2024-03-01", "2024-03-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2024-Q1", "2024-01-01", "2024-03-31"],
  ["2024-03-01/2024-03-05", "2024-03-01", "2024-03-05"],
  ["2024-03-01 – 2024-03-05", "2024-03-01", "2024-03-05"],
  ["2023-02-29", undefined, undefined],
  ["1402-12-11", undefined, undefined],
  ["Camp 7", undefined, undefined],
])("%j is the days from %s to %s", (text, start, end) => {
  const span = castDate(text, "day first");
  expect([span?.start, span?.end]).toEqual([start, end]);
});

test("midnight is a day, any other time is kept", () => {
  expect(castDate("2023-03-04 00:00:00.000", "day first")?.time).toBeNull();
  expect(castDate("2023-03-04T10:30:00Z", "day first")?.time).toBe("10:30:00");
});

test.each([
  [["yes", "no", "yes"], "boolean"],
  [["0-4", "5-9", "65+"], "text"],
  [["9007199254740993", "9007199254740995"], "identifier"],
  [["Jan-24", "Feb-24", "Mar-24"], "date"],
  [["$1.50", "$2", "$30"], "number"],
  [["NA", "3", "4"], "number"],
  [["NA", "DE", "NA", "DE"], "category"],
  [["-", "n/a", ""], "empty"],
])("cells %j are a column of type %s", (cells, type) => {
  expect(column(cells).types.value).toBe(type);
});

test("what stands for a missing value is told as printed and is no zero", () => {
  const found = column(["n/a", "..", "0", "", "3", "#DIV/0!"]);
  expect(found.columnOf("value")?.missing).toEqual({ "n/a": 1, "..": 1, "": 1, "#DIV/0!": 1 });
  expect(found.numbersOf("value")).toEqual([null, null, 0, null, 3, null]);
});

test("a number that may have thousands or decimals is read by the other columns, else it is said", () => {
  const told = readText("a;b\n1,234;5,5\n2,345;6,25\n");
  expect(told.numbersOf("a")).toEqual([1.234, 2.345]);
  const open = readText("a;b\n1,234;x\n2,345;y\n");
  expect(open.numbersOf("a")).toEqual([1234, 2345]);
  expect(open.problems).toEqual([
    "2:1 “1,234” was read as 1,234; nothing in the column tells thousands from decimals.",
  ]);
});
