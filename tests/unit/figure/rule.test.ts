import { describe, expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import type { Located } from "@/data/figure/rule";
import { rules } from "@/data/figure/rule";
import { figure } from "../figures";

/** What the rules say of figures that stand together, as "id field: expected …, found …". */
function saidOf(...figures: readonly Figure[]): string[] {
  const said: string[] = [];
  const all = figures.map((figure): Located => {
    const at: Located["at"] = (field, expected, found) => {
      said.push(`${figure.id} ${field}: expected ${expected}, found ${found}`);
      return { file: "x.csv", line: 1, column: 1, field, expected, found };
    };
    return { figure, at };
  });
  const byId = new Map(all.map((located) => [located.figure.id, located]));
  const measures = new Map([
    ["attacks", { unit: "attacks", kind: "flow" }],
    ["fighters", { unit: "people", kind: "stock" }],
    ["territory", { unit: "percent", kind: "share" }],
  ]);
  for (const located of all) for (const { check } of rules) check(located, { byId, measures });
  return said;
}

describe("fills the numbers that its precision asks for", () => {
  test.each<[string, Partial<Figure>]>([
    ["exact", { low: 5, best: 5, high: 5 }],
    ["about", { best: 5 }],
    ["at least", { low: 5 }],
    ["more than", { low: 5 }],
    ["up to", { high: 5 }],
    ["fewer than", { high: 5 }],
    ["range", { low: 4, high: 5 }],
    ["about range", { low: 4, high: 5 }],
    ["words", {}],
    ["at least", { low: 0 }],
  ])("%s: %j", (precision, numbers) => {
    const of = { precision: precision as Figure["precision"], low: null, best: null, high: null };
    expect(saidOf(figure({ ...of, ...numbers }))).toEqual([]);
  });

  test.each<[Figure["precision"], Partial<Figure>, string]>([
    ["exact", { best: 5 }, "expected low best high for exact, found best"],
    ["about", { low: 5, best: 5, high: 5 }, "expected best for about, found low and best and high"],
    ["at least", { best: 5 }, "expected low for at least, found best"],
    ["more than", {}, "expected low for more than, found none filled"],
    ["up to", { low: 5 }, "expected high for up to, found low"],
    ["range", { low: 5 }, "expected low high for range, found low"],
    ["words", { best: 100 }, "expected no number for words, found best"],
  ])("%s, not %j", (precision, numbers, said) => {
    const none = { low: null, best: null, high: null };
    expect(saidOf(figure({ precision, ...none, ...numbers }))).toContain(`a precision: ${said}`);
  });
});

describe("says what is wrong with one figure", () => {
  const stock = { measure: "fighters", unit: "people" };
  const share = { measure: "territory", unit: "percent" };
  test.each<[string, Partial<Figure>, string]>([
    [
      "bounds that are swapped",
      { precision: "range", low: 6, high: 4 },
      "a low: expected low ≤ best ≤ high, found 6, 4",
    ],
    [
      "an exact figure of two numbers",
      { low: 4, best: 5, high: 5 },
      "a best: expected three equal numbers for exact, found 4, 5, 5",
    ],
    [
      "the unit of another measure",
      { unit: "people" },
      'a unit: expected attacks, the unit of attacks, found "people"',
    ],
    [
      "over 100 percent",
      { ...share, precision: "about", best: 101 },
      "a best: expected a percentage from 0 to 100, found 101",
    ],
    ["a stock at no time", stock, "a as_of: expected a date for a stock, found none"],
    [
      "an end without a start",
      { end: "2021" },
      "a start: expected a start where there is an end, found none",
    ],
    [
      "an end before its start",
      { start: "2022", end: "2021-12" },
      "a start: expected start ≤ end, found 2022, 2021-12",
    ],
    ["a part of nothing", { part_of: "b" }, 'a part_of: expected the id of a figure, found "b"'],
    ["a share of nothing", { share_of: "b" }, 'a share_of: expected the id of a figure, found "b"'],
    ["an echo of nothing", { echoes: "b" }, 'a echoes: expected the id of a figure, found "b"'],
    ["a part of itself", { part_of: "a" }, "a part_of: expected no circle, found a → a"],
    ["an echo of itself", { echoes: "a" }, "a echoes: expected no circle, found a → a"],
  ])("%s", (_, said, problem) => {
    expect(saidOf(figure(said))).toEqual([problem]);
  });

  test.each<[string, Partial<Figure>]>([
    ["a stock with its date", { ...stock, as_of: "2024" }],
    ["0 percent", { ...share, best: 0 }],
    ["100 percent", { ...share, best: 100 }],
    ["a period that starts and ends in one year", { start: "2021", end: "2021" }],
    [
      "a period that starts in the middle of the year it ends in",
      { start: "2021-08", end: "2021" },
    ],
    ["a start without an end", { start: "2021" }],
  ])("nothing is wrong with %s", (_, said) => {
    expect(saidOf(figure(said))).toEqual([]);
  });
});

describe("says what is wrong between a figure and the one it names", () => {
  test.each<[string, Partial<Figure>, Partial<Figure>, string]>([
    [
      "a part of another measure",
      { part_of: "b" },
      { measure: "plots" },
      "a part_of: expected a figure of attacks, found plots of b",
    ],
    [
      "a part larger than its whole",
      { part_of: "b", best: 11 },
      { best: 10 },
      "a part_of: expected at most 10, the whole, found 11",
    ],
    [
      "a part above the upper end of its whole",
      { part_of: "b", best: 11 },
      { precision: "range", low: 5, high: 10 },
      "a part_of: expected at most 10, the whole, found 11",
    ],
    [
      "a part that starts above an approximate whole",
      { part_of: "b", precision: "at least", low: 11 },
      { precision: "about", best: 10 },
      "a part_of: expected at most 10, the whole, found 11",
    ],
    [
      "an echo of another value",
      { echoes: "b", best: 139 },
      { best: 140 },
      "a echoes: expected the low of b, 140, found 139",
    ],
    [
      "an echo of another precision",
      { echoes: "b", precision: "at least", low: 139 },
      { precision: "more than", low: 139 },
      "a echoes: expected the precision of b, more than, found at least",
    ],
    [
      "an echo of another measure",
      { echoes: "b" },
      { measure: "plots" },
      "a echoes: expected the measure of b, plots, found attacks",
    ],
  ])("%s", (_, said, other, problem) => {
    expect(saidOf(figure({ id: "a", ...said }), figure({ id: "b", ...other }))).toEqual([problem]);
  });

  test.each<[string, Partial<Figure>, Partial<Figure>]>([
    ["a part as large as its whole", { part_of: "b", best: 10 }, { best: 10 }],
    [
      "a part of a whole that is open above",
      { part_of: "b", best: 99 },
      { precision: "at least", low: 10 },
    ],
    ["a part in words", { part_of: "b", precision: "words" }, { best: 10 }],
    [
      "a part that could be small enough",
      { part_of: "b", precision: "up to", high: 99 },
      { best: 10 },
    ],
    ["an echo of the same value and precision", { echoes: "b" }, {}],
  ])("nothing is wrong with %s", (_, said, other) => {
    expect(saidOf(figure({ id: "a", ...said }), figure({ id: "b", ...other }))).toEqual([]);
  });
});

test("each figure of a circle of parts is named with its way round", () => {
  const circle = [
    ["a", "b"],
    ["b", "c"],
    ["c", "a"],
  ].map(([id, part_of]) => figure({ id, part_of }));
  expect(saidOf(...circle)).toEqual([
    "a part_of: expected no circle, found a → b → c → a",
    "b part_of: expected no circle, found b → c → a → b",
    "c part_of: expected no circle, found c → a → b → c",
  ]);
});

test("a figure that leads into a circle is not in it", () => {
  const rows = [
    ["a", "b"],
    ["b", "b"],
  ].map(([id, echoes]) => figure({ id, echoes }));
  expect(saidOf(...rows)).toEqual(["b echoes: expected no circle, found b → b"]);
});
