import fc from "fast-check";
import { expect, test } from "vitest";
import { readFile } from "@/data/open/read";
import { rowsOfView } from "@/data/open/rows-of-view";
import { idsOf, toStore } from "@/data/open/store";
import { fold } from "@/data/view/fold";
import { emptyView } from "@/data/view/view";

const events = `event;day;place;deaths
N1;03 January 2024;Varn;4
N2;17 January 2024;Ost Varn;0
N3;02 February 2024;Varn;≥ 12
N4;;Holm;n/a
`;

function storeOf(text: string) {
  const { table } = readFile(new TextEncoder().encode(text));
  if (!table) throw new Error("no table");
  return toStore(table);
}

const store = storeOf(events);

/** The first cells of the rows that a view keeps, in its order. */
function seen(view: Partial<typeof emptyView>, of = store): readonly string[] {
  const [first] = of.columns;
  const rows = [...rowsOfView(of, { ...emptyView, ...view })];
  return rows.map((row) => first?.words[first.codes[row] ?? 0] ?? "");
}

test("a column has each different cell once", () => {
  expect(store.columns.map(({ words }) => words.length)).toEqual([4, 4, 3, 4]);
});

test("days sort as days and missing ones come last both ways", () => {
  expect(seen({ sort: [{ column: "day", descending: false }] })).toEqual(["N1", "N2", "N3", "N4"]);
  expect(seen({ sort: [{ column: "day", descending: true }] })).toEqual(["N3", "N2", "N1", "N4"]);
});

test("equals keep their order below a second column", () => {
  const sort = [
    { column: "place", descending: false },
    { column: "deaths", descending: true },
  ];
  expect(seen({ sort })).toEqual(["N4", "N2", "N3", "N1"]);
});

test.each([
  [{ kind: "number", column: "deaths", range: { min: 13, max: null } } as const, ["N3"]],
  [{ kind: "number", column: "deaths", range: { min: 0, max: 4 } } as const, ["N1", "N2"]],
  [
    { kind: "period", column: "day", range: { min: "2024-01", max: "2024-01" } } as const,
    ["N1", "N2"],
  ],
  [{ kind: "values", column: "place", values: ["Varn"] } as const, ["N1", "N3"]],
  [{ kind: "values", column: "place", values: ["Varn"], except: true } as const, ["N2", "N4"]],
])("a filter keeps what could lie in it: %o", (filter, expected) => {
  expect(seen({ filters: [filter] })).toEqual(expected);
});

test("a search finds rows whose cells hold every word", () => {
  expect(seen({ find: "varn january" })).toEqual(["N1", "N2"]);
});

test("names that an address would misread are called by their place", () => {
  expect(idsOf(["_sort", "a,b", "العام", "", "place", "place", "x!", "-y", "column-2"])).toEqual([
    ...["column-1", "column-2", "العام", "column-4", "column-5", "column-6"],
    ...["column-7", "column-8", "column-9"],
  ]);
});

test("whatever the cells are, a sort is that of their folded words, and a search that of each row", () => {
  const cell = fc.stringMatching(/^[A-Za-zé ]{1,6}$/).filter((text) => text.trim().length > 3);
  fc.assert(
    fc.property(fc.array(cell, { minLength: 3, maxLength: 30 }), cell, (cells, word) => {
      const of = storeOf(`name,x\n${cells.map((each) => `"${each}",q`).join("\n")}\n`);
      const read = seen({}, of);
      const sorted = read.toSorted((a, b) => (fold(a) < fold(b) ? -1 : fold(a) > fold(b) ? 1 : 0));
      const column = of.columns[0]?.id ?? "";
      expect(seen({ sort: [{ column, descending: false }] }, of)).toEqual(sorted);
      const words = fold(word).split(" ").filter(Boolean);
      if (words.some((each) => each.length < 4)) return;
      const found = read.filter((each) => words.every((part) => fold(each).includes(part)));
      expect(seen({ find: word }, of)).toEqual(found);
    }),
    { numRuns: 60 },
  );
});
