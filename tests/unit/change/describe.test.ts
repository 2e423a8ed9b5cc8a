import { expect, test } from "vitest";
import { describeDifference } from "@/data/change/describe";
import { diffTables } from "@/data/change/difference";
import { toLines } from "@/data/change/lines";
import type { KeyedTable } from "@/data/change/pairs";
import { problemsIn } from "@/data/change/problems";

/** A CSV text without quotes as a table of texts, numbers where a cell is one, whose rows `id` names. */
function table(text: string): KeyedTable {
  const [fields = [], ...rows] = text.split("\n").map((line) => line.trim().split(","));
  const cast = (cell = "") => (cell === "" ? null : /^\d+$/.test(cell) ? Number(cell) : cell);
  return {
    key: "id",
    fields,
    rows: rows.map((cells) =>
      Object.fromEntries(fields.map((field, index) => [field, cast(cells[index])])),
    ),
  };
}

const diff = (before: string, after: string) => diffTables(table(before), table(after));

test("says how many rows are new, gone and changed, and the first changed cells", () => {
  const difference = diff(
    "id,best,place\nattacks-2021-ctc,350,\nb,1,x\nc,2,y",
    "id,best,place\nattacks-2021-ctc,353,Kabul\nb,1,x\nd,1,z\ne,1,z",
  );
  expect(describeDifference(difference)).toBe(
    "2 rows new, 1 gone, 1 changed; attacks-2021-ctc: best 350 → 353, place – → Kabul",
  );
});

test("says that there is no difference", () => {
  expect(describeDifference(diff("id,best\na,1", "best,id\n1,a"))).toBe("No difference");
});

test("a file of a difference has every cell that differs on a line", () => {
  expect(
    toLines(diff("id,best,note\na,350,x\nb,1,", "id,best,kind\na,353,k\nc,,k")).map((line) =>
      Object.values(line).map(String).join(" "),
    ),
  ).toEqual([
    "changed a best 350 353",
    "new a kind null k",
    "gone a note x null",
    "new c id null c",
    "new c kind null k",
    "gone b id b null",
    "gone b best 1 null",
  ]);
});

test.each([
  [
    "id,x\na,1\na,2\nb,1\nb,1",
    "id,x\na,1",
    "In the old table “a” names 2 rows, and 1 more of id repeat; rows of one id are compared in their order.",
  ],
  ["id,x\n,1", "id,x\na,1", "In the old table 1 row has no id; they are compared in their order."],
  ["id,x\na,1", "name,x\na,1", "The new table has no column “id” to know its rows by."],
  [
    "id,best\na,1\nb,2",
    "id,value\na,1\nb,2",
    "The column “best” is called “value” in the new table, to judge by its cells.",
  ],
  ["id,x,y\na,1,2", "id,y,x\na,2,1", "The columns stand in another order, which changes no cell."],
  [
    "id,x\na,1",
    "id,x,type,container\na,1,k,",
    "The new table follows another schema: it alone has “type”, “container”.",
  ],
  ["id,x,y\na,1,2", "id,x\na,1", "The new table follows another schema: it has no “y”."],
  [
    "id,x\na,1\nb,2",
    "id,x\na,one\nb,two",
    "“x” is a number in the old table and text in the new one: each such cell counts as changed.",
  ],
])("%j and %j: one sentence", (before, after, sentence) => {
  expect(problemsIn(diff(before, after)).filter((each) => each === sentence)).toEqual([sentence]);
});

test("says nothing of two tables that only differ in their rows", () => {
  expect(problemsIn(diff("id,x\na,1\nb,2", "id,x\na,2\nc,2"))).toEqual([]);
});
