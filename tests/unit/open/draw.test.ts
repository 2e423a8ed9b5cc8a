import fc from "fast-check";
import { expect, test } from "vitest";
import { drawRows } from "@/data/open/draw";
import { mostPoints } from "@/data/open/pairs";
import { readFile } from "@/data/open/read";
import { stepFor } from "@/data/open/spread";
import { toStore } from "@/data/open/store";

function draw(text: string, request: Parameters<typeof drawRows>[2]) {
  const { table } = readFile(new TextEncoder().encode(text));
  if (!table) throw new Error("no table");
  const store = toStore(table);
  return drawRows(
    store,
    Uint32Array.from({ length: store.size }, (_, row) => row),
    request,
  );
}

const kinds = ["spread", "pairs", "ranges", "years"] as const;

test("a spread has each number in one step; bounds over several, words and missing are counted apart", () => {
  const cells = ["1", "1", "2", "60", "≥ 40", "2–3", "n/a", "many", ...Array(8).fill("5")];
  expect(draw(`n\n${cells.join("\n")}\n`, { kind: "spread", of: "n" })).toMatchObject({
    bins: expect.arrayContaining([
      { from: 0, to: 5, rows: 4 },
      { from: 5, to: 10, rows: 8 },
      { from: 10, to: 15, rows: 0 },
      { from: 60, to: 65, rows: 1 },
    ]),
    isWhole: true,
    missing: 1,
    inWords: 1,
    wide: 1,
  });
});

test("every row is in one step or counted apart, whatever the numbers are", () => {
  const cell = fc.oneof(
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.float({ noNaN: true, min: -5, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 3, maxLength: 60 }), (cells) => {
      const found = draw(`n\n${cells.map((n) => n.toFixed(3)).join("\n")}\n`, {
        kind: "spread",
        of: "n",
      });
      if (found?.kind !== "spread") throw new Error("no spread");
      const { bins, missing, inWords, wide } = found;
      expect(bins.reduce((sum, { rows }) => sum + rows, missing + inWords + wide)).toBe(
        cells.length,
      );
      expect(bins.length).toBeLessThan(27);
    }),
  );
});

test.each([
  [100, true, 5],
  [3, true, 1],
  [3, false, 0.2],
  [0, false, 1],
])("a span of %d is cut by a width of its size", (span, isWhole, step) => {
  expect(stepFor(span, isWhole)).toBeCloseTo(step, 10);
});

test("of two measures the rows that state both exactly are drawn, coloured by a third column", () => {
  const text = "a,b,kind\n1,2,x\n3,≥ 4,x\n5,,y\n7,8,y\n9,10,x\n";
  const found = draw(text, { kind: "pairs", of: "a", against: "b", by: "kind" });
  expect(found).toMatchObject({
    points: [
      { x: 1, y: 2, group: 0 },
      { x: 7, y: 8, group: 1 },
      { x: 9, y: 10, group: 0 },
    ],
    groups: ["x", "y"],
    whole: 3,
    without: 2,
    every: 1,
  });
});

test("of very many rows every so many-th is drawn, and the outermost", () => {
  const lines = Array.from(
    { length: 5_003 },
    (_, at) => `${at === 4_321 ? 99_999 : at % 97},${at % 31}.5`,
  );
  const found = draw(`a,b\n${lines.join("\n")}\n`, { kind: "pairs", of: "a", against: "b" });
  if (found?.kind !== "pairs") throw new Error("no pairs");
  expect(found).toMatchObject({ whole: 5_003, every: 11 });
  expect(found.points.length).toBeLessThan(mostPoints + 5);
  expect(found.points.some(({ x }) => x === 99_999)).toBe(true);
});

test("ranges reach from bound to bound, of one column or of two; an open end is none", () => {
  expect(
    draw("p,n\na,5–9\nb,≥ 40\nc,3\nd,4\n", { kind: "ranges", of: "n", by: "p" }),
  ).toMatchObject({
    rows: [
      { name: "a", low: 5, high: 9 },
      { name: "b", low: 40, high: null },
      { name: "c", low: 3, high: 3 },
      { name: "d", low: 4, high: 4 },
    ],
  });
  const two = "p,least,most\na,1,3\nb,2,\nc,,\n";
  expect(draw(two, { kind: "ranges", of: "least", against: "most", by: "p" })).toMatchObject({
    rows: [
      { name: "a", low: 1, high: 3 },
      { name: "b", low: 2, high: null },
    ],
    whole: 2,
    without: 1,
  });
});

test("a range has the best estimate of its row, where a column is called that beside the lower bounds", () => {
  const text = "p,deaths_low,deaths_best,deaths_high\na,1,2,3\nb,2,,\nc,4,5–6,9\n";
  const bests = (of: string) => {
    const found = draw(text, { kind: "ranges", of, against: "deaths_high", by: "p" });
    return found?.kind === "ranges" ? found.rows.map(({ best }) => best) : [];
  };
  expect([bests("deaths_low"), bests("deaths_best")]).toEqual([
    [2, null, null],
    [null, null],
  ]);
});

test("columns that are years are drawn over time, a year without a column or a number as a gap", () => {
  const text = "place,2018,2020,2022\nVarn,1,2,3\nHolm,4,,6\nVarn,1,1,1\n";
  const found = draw(text, { kind: "years", of: "", by: "place" });
  if (found?.kind !== "years") throw new Error("no years");
  expect(found.years).toEqual([2018, 2019, 2020, 2021, 2022]);
  expect(found.lines.map(({ name, cells }) => [name, ...cells.map(({ low }) => low)])).toEqual([
    ["Varn", 2, null, 3, null, 4],
    ["Holm", 4, null, null, null, 6],
  ]);
});

test.each(kinds)("a %s of a column that is not there is none", (kind) => {
  expect(draw("a,b\n1,x\n2,y\n", { kind, of: "no" })).toBe(null);
});
