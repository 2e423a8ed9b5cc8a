import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseKey, keyTables } from "@/data/change/key";
import { type TextTable, toTextTable } from "@/data/change/texts";

const table = (text: string): TextTable =>
  toTextTable(text.split("\n").map((line) => line.trim().split(",")));

const choose = (before: string, after: string) =>
  chooseKey({ before: table(before), after: table(after) });

test.each([
  ["id, wherever it stands", "dead,id\n1,a\n2,b", "id,dead\na,1\nc,3", ["id"]],
  [
    "a column that is unique in both",
    "dead,place\n1,Varn\n1,Holm",
    "dead,place\n2,Varn\n3,Holm",
    ["place"],
  ],
  [
    "the one that is called a key among several",
    "town,event_code\nVarn,7\nHolm,8",
    "town,event_code\nVarn,7\nHolm,8",
    ["event_code"],
  ],
  [
    "several columns where none is unique",
    "year,place,dead\n2021,Varn,1\n2021,Holm,1\n2022,Varn,2\n2022,Holm,2",
    "year,place,dead\n2021,Varn,1\n2021,Holm,5\n2022,Varn,2\n2022,Holm,9",
    ["year", "place"],
  ],
  ["no column where none is in both", "a,b\n1,2", "c,d\n1,2", []],
  [
    "no id that most rows share",
    "id,name\n1,Varn\n1,Holm\n1,Tarn",
    "id,name\n1,Varn\n1,Holm\n1,Tarn",
    ["name"],
  ],
])("rows are known by %s", (_, before, after, key) => {
  expect(choose(before, after)).toEqual(key);
});

test("a key of several columns is their cells together, and missing where all of them are", () => {
  const { before, made } = keyTables({ before: table("a,b\n1,x\n,x\n,"), after: table("a,b") }, [
    "a",
    "b",
  ]);
  expect([made, before.rows.map((row) => row[before.key])]).toEqual([
    "a + b",
    ["1 · x", " · x", null],
  ]);
});

test("each column has a name of its own, which none loses by what it is called", () => {
  expect(
    toTextTable([
      ["x", "x", "", "__proto__"],
      ["1", "2", "3", "4"],
    ]),
  ).toEqual({
    fields: ["x", "x (2)", "column 3", "__proto__"],
    rows: [
      Object.fromEntries([
        ["x", "1"],
        ["x (2)", "2"],
        ["column 3", "3"],
        ["__proto__", "4"],
      ]),
    ],
  });
});

const texts = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom("id", "a", "b", "c", "row", "a + b"), { minLength: 1 }),
    fc.array(fc.array(fc.constantFrom("", "1", "2", "3", " · "), { minLength: 6, maxLength: 6 })),
  )
  .map(([head, rows]) => toTextTable([head, ...rows.map((row) => row.slice(0, head.length))]));

test("a key that is chosen stands in both tables, and tells no fewer rows apart than each of its columns", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const key = chooseKey({ before, after });
      const different = (names: readonly string[]) => {
        const keyed = keyTables({ before, after }, names);
        return new Set(keyed.after.rows.map((row) => row[keyed.after.key])).size;
      };
      for (const name of key) {
        expect([before.fields.includes(name), after.fields.includes(name)]).toEqual([true, true]);
        expect(different(key)).toBeGreaterThanOrEqual(different([name]));
      }
    }),
  );
});

test("cells that hold what stands between the cells of a key name other rows all the same", () => {
  const [before, after] = [
    toTextTable([
      ["a", "b"],
      [" · ", ""],
      ["", " · "],
    ]),
    toTextTable([
      ["a", "b"],
      [" · ", ""],
      ["", " · "],
    ]),
  ];
  const { rows, key } = keyTables({ before, after }, ["a", "b"]).after;
  expect(rows.map((row) => row[key])).toEqual([" \\·  · ", " ·  \\· "]);
});
