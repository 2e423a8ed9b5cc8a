import fc from "fast-check";
import { expect, test } from "vitest";
import type { EntryView } from "@/data/change/entries";
import { besideIn } from "@/data/compare/choice";
import { compareTexts, readTexts } from "@/data/compare/differ";
import { formatDifferences, likelySheet, parseDifferences } from "@/data/compare/differences";

const compare = (before: string, after: string, key: readonly string[] | null = null) =>
  compareTexts({ before: readTexts(before), after: readTexts(after) }, key);

const all: EntryView = { kind: null, field: null, find: "", sort: null };

const list = (differing: ReturnType<typeof compare>, view: Partial<EntryView> = {}) =>
  differing
    .entries({ ...all, ...view }, 0, 100)
    .entries.map(({ kind, key, field, before, after }) =>
      [kind, key, field, before, after].map((value) => value ?? "–").join(" | "),
    );

const before = "id,place,dead\na,Varn,9\nb,Holm,10\nc,Tarn,2\nd,Eld,1\n";
const after = "place,id,dead,source\nVarn,a,11,press\nHolm,b,100,\nTarn,c,2,\nMoor,e,3,police\n";

test("lists each changed cell, each row that is new or gone, and the cells of a new column", () => {
  const differing = compare(before, after);
  expect([differing.differences.sentence, differing.differences.same, ...list(differing)]).toEqual([
    "1 row new, 1 gone, 2 changed; column source new",
    1,
    "changed cell | a | dead | 9 | 11",
    "changed cell | b | dead | 10 | 100",
    "new row | e | – | – | place: Moor · dead: 3 · source: police",
    "row gone | d | – | place: Eld · dead: 1 | –",
    "cell of a new column | a | source | – | press",
  ]);
});

test("narrows by kind, column and words, and sorts numbers by their value", () => {
  const differing = compare(before, after);
  expect(list(differing, { kind: "row gone" })).toEqual([
    "row gone | d | – | place: Eld · dead: 1 | –",
  ]);
  expect(list(differing, { field: "dead", sort: { by: "after", descending: true } })).toEqual([
    "changed cell | b | dead | 10 | 100",
    "changed cell | a | dead | 9 | 11",
  ]);
  expect(list(differing, { find: "MOOR 3" })).toHaveLength(1);
  expect(list(differing, { sort: { by: "before", descending: false } })[0]).toBe(
    "changed cell | a | dead | 9 | 11",
  );
});

test("a file has every cell that differs, and no line of a key that was made", () => {
  expect(compare("a,b,x\n1,1,p\n1,2,q\n", "a,b,x\n1,1,p\n2,1,r\n", ["a", "b"]).csv()).toBe(
    [
      "change,key,field,before,after",
      "new,2 · 1,a,,2",
      "new,2 · 1,b,,1",
      "new,2 · 1,x,,r",
      "gone,1 · 2,a,1,",
      "gone,1 · 2,b,2,",
      "gone,1 · 2,x,q,\n",
    ].join("\n"),
  );
});

test.each([
  [
    "a,b\n1,2\n3,4\n",
    "c,d\n1,2\n3,5\n",
    null,
    "The tables have no column of the same name: rows are matched by their place, and columns by their cells.",
  ],
  [
    "a,b\n1,2\n",
    "a,b\n1,3\n",
    [],
    "Rows are matched by their place: a row that comes between makes all below it differ.",
  ],
  [
    "id,x\na,1\na,2\n",
    "id,x\na,1\na,3\n",
    ["id"],
    "In the old table “a” names 2 rows; rows of one id are compared in their order.",
  ],
])("says what is odd of %j and %j", (old, own, key, sentence) => {
  expect(compare(old, own, key).differences.problems).toContain(sentence);
});

test("columns that a key asks for and a table lacks are passed over", () => {
  expect(compare(before, after, ["year"]).differences.key).toEqual(["id"]);
  expect(compare(before, after, ["place", "year"]).differences.key).toEqual(["place"]);
});

test("a choice is read as it is written, and stands beside what else an address says", () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.array(fc.string({ minLength: 1 }))), (against, key) => {
      const query = formatDifferences({ against, key });
      expect(parseDifferences(besideIn(`_sort=x&${query}`) ?? "")).toEqual({ against, key });
    }),
  );
});

test("the likeliest sheet is the one that has most of the figures", () => {
  const figures = readTexts("sheet,id\nattacks,a\nattacks,b\ncasualties,c\n");
  expect([
    likelySheet(readTexts("id,x\na,1\nb,1\nc,1\n"), figures),
    likelySheet(readTexts("id,x\nz,1\n"), figures),
  ]).toEqual(["attacks", null]);
});
