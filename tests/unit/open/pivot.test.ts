import { expect, test } from "vitest";
import { rangeOfStep } from "@/data/open/grain";
import { pivotRows } from "@/data/open/pivot";
import { readFile } from "@/data/open/read";
import { toStore } from "@/data/open/store";

const events = `actor,year,place,deaths
A,2020,Varn,4
A,2021,Varn,n/a
B,2020,Holm,≥ 12
A,2020,Holm,0
B,2021,Varn,3
`;

function pivotOf(request: Parameters<typeof pivotRows>[2]) {
  const { table } = readFile(new TextEncoder().encode(events));
  if (!table) throw new Error("no table");
  const store = toStore(table);
  return pivotRows(
    store,
    Uint32Array.from({ length: store.size }, (_, row) => row),
    request,
  );
}

test("actors by year have a sum for each pair, a dash for none, and what is open stays open", () => {
  const pivot = pivotOf({ by: "actor", across: "year", measure: "sum", of: "deaths" });
  expect(
    pivot?.rows.map(({ names, cells }) => [names[0], ...cells.map(({ low, high }) => [low, high])]),
  ).toEqual([
    ["A", [4, 4], [null, null]],
    ["B", [12, null], [3, 3]],
  ]);
  expect(pivot?.all).toMatchObject({ rows: 5, missing: 1, low: 19, high: null });
});

test("rows by two columns leave out pairs that no row has", () => {
  const pivot = pivotOf({ by: "actor", second: "place", measure: "count" });
  expect(pivot?.rows.map(({ names, all }) => [...names, all.low])).toEqual([
    ["A", "Varn", 2],
    ["A", "Holm", 1],
    ["B", "Varn", 1],
    ["B", "Holm", 1],
  ]);
});

test.each([
  ["2024", "year", "2024"],
  ["2024 Q2", "quarter", "2024-04..2024-06"],
  ["Feb 2024", "month", "2024-02"],
  ["2024-01-29", "week", "2024-01-29..2024-02-04"],
  ["2024-01-29", "day", "2024-01-29"],
] as const)("the step %s of a %s covers %s", (name, grain, range) => {
  expect(rangeOfStep(name, grain)).toBe(range);
});
