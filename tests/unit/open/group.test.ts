import fc from "fast-check";
import { expect, test } from "vitest";
import { grainFor, nameStep, stepOf } from "@/data/open/grain";
import { groupRows } from "@/data/open/group";
import { readFile } from "@/data/open/read";
import { dayOf, toStore } from "@/data/open/store";

function storeOf(text: string) {
  const { table } = readFile(new TextEncoder().encode(text));
  if (!table) throw new Error("no table");
  return toStore(table);
}

const store = storeOf(`day,actor,deaths
2024-01-03,ISK,4
2024-01-17,Taliban,1
2024-03-02,ISK,≥ 12
2024-03-09,ISK,n/a
,ISK,2
`);
const all = Uint32Array.from({ length: store.size }, (_, row) => row);

test("rows by month, a month without a row as a gap and what has no date last", () => {
  const grouped = groupRows(store, all, { by: "day", measure: "count", grain: "month" });
  expect(grouped?.groups.map(({ name, all: { low } }) => [name, low])).toEqual([
    ["Jan 2024", 2],
    ["Feb 2024", 0],
    ["Mar 2024", 2],
    [null, 1],
  ]);
});

test("a sum with an open cell has no upper end, and says what is missing", () => {
  const grouped = groupRows(store, all, { by: "actor", measure: "sum", of: "deaths" });
  expect(grouped?.groups.map(({ name, all }) => ({ name, ...all }))).toEqual([
    { name: "ISK", rows: 4, low: 18, high: null, missing: 1, inWords: 0 },
    { name: "Taliban", rows: 1, low: 1, high: 1, missing: 0, inWords: 0 },
  ]);
});

test("actor by month: the cells of a group are its rows by the second column", () => {
  const grouped = groupRows(store, all, { by: "actor", across: "day", measure: "count" });
  const rows = grouped?.groups.map(({ cells }) => cells.map(({ low }) => low));
  for (const [at, cells] of (rows ?? []).entries())
    expect(cells.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(
      grouped?.groups[at]?.all.low,
    );
});

test("of many cells the smaller ones are one group that says how many they are", () => {
  const names = Array.from({ length: 60 }, (_, at) => `place ${at}`);
  const many = storeOf(`place,n\n${names.map((name) => `${name},1`).join("\n")}\nplace 0,1\n`);
  const rows = Uint32Array.from({ length: many.size }, (_, row) => row);
  const grouped = groupRows(many, rows, { by: "place", measure: "count", most: 10 });
  expect(grouped?.groups[0]).toMatchObject({ name: "place 0", all: { rows: 2 } });
  expect(grouped?.groups.at(-1)).toMatchObject({ name: "others", groups: 51, all: { rows: 51 } });
});

test.each([
  [1, "day"],
  [59, "day"],
  [200, "week"],
  [1_500, "month"],
  [4_000, "quarter"],
  [30_000, "year"],
])("%i days are cut into steps of a %s", (days, grain) => {
  expect(grainFor(days)).toBe(grain);
});

test("a step of each grain names the day that lies in it, and the next day is in it or in the next", () => {
  const day = fc.date({ min: new Date("1901-01-01"), max: new Date("2099-12-31") });
  fc.assert(
    fc.property(
      day.filter((date) => !Number.isNaN(date.getTime())),
      fc.constantFrom("year", "quarter", "month", "week", "day"),
      (date, grain) => {
        const iso = date.toISOString().slice(0, 10);
        const step = stepOf(dayOf(iso), grain);
        expect(stepOf(dayOf(iso) + 1, grain) - step).toBeOneOf([0, 1]);
        if (grain === "year" || grain === "month")
          expect(nameStep(step, grain)).toContain(iso.slice(0, 4));
      },
    ),
  );
});

test("the counts of all groups are all rows, whatever the rows are", () => {
  const cell = fc.constantFrom("a", "b", "", "n/a", "c d");
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 4, maxLength: 40 }), (cells) => {
      const of = storeOf(
        `one,two\n${cells.map((row) => row.map((c) => `"${c}"`).join()).join("\n")}\n`,
      );
      const rows = Uint32Array.from({ length: of.size }, (_, row) => row);
      const by = of.columns[0]?.id ?? "";
      const grouped = groupRows(of, rows, { by, measure: "count", most: 2 });
      const sum = grouped?.groups.reduce((count, { all }) => count + all.rows, 0);
      expect(sum).toBe(of.size);
    }),
    { numRuns: 60 },
  );
});
