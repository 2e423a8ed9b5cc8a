import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDifference, mirrorDifference } from "@/data/change/apply";
import { diffTables, isSame } from "@/data/change/difference";
import type { KeyedTable } from "@/data/change/pairs";
import type { Row } from "@/data/table/table";

const values = fc.oneof(fc.constantFrom("a", "b", "1", "", null), fc.integer({ min: 0, max: 3 }));

/** Any table with some of five columns, whose keys repeat, are missing or of two types. */
const tables: fc.Arbitrary<KeyedTable> = fc
  .tuple(
    fc.shuffledSubarray(["id", "n", "x", "y", "z"], { minLength: 1 }),
    fc.array(fc.array(values, { minLength: 5, maxLength: 5 }), { maxLength: 6 }),
  )
  .map(([fields, cells]) => ({
    key: "id",
    fields,
    rows: cells.map(
      (row): Row => Object.fromEntries(fields.map((field, index) => [field, row[index] ?? null])),
    ),
  }));

const pairs = fc.tuple(tables, tables);

test("a difference applied to the old table gives the new one", () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      expect(applyDifference(before, diffTables(before, after))).toEqual(after);
    }),
    { numRuns: 2000 },
  );
});

test("a difference seen from the other side is that of the tables the other way round", () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      expect(mirrorDifference(diffTables(before, after))).toEqual(diffTables(after, before));
    }),
    { numRuns: 2000 },
  );
});

test("equal tables differ in nothing, whatever the order of their rows and columns", () => {
  fc.assert(
    fc.property(tables, fc.integer(), (table, seed) => {
      expect(isSame(diffTables(table, structuredClone(table)))).toBe(true);
      const isKeyed = new Set(table.rows.map(({ id }) => id ?? null)).size === table.rows.length;
      const other = {
        ...table,
        fields: table.fields.toReversed(),
        rows: isKeyed ? table.rows.toSorted(() => (seed % 2 ? 1 : -1)) : table.rows,
      };
      expect(isSame(diffTables(table, other))).toBe(true);
    }),
  );
});

const table = (fields: string, ...lines: readonly string[]): KeyedTable => ({
  key: "id",
  fields: fields.split(" "),
  rows: lines.map((line) =>
    Object.fromEntries(line.split(" ").map((text, index) => [fields.split(" ")[index], text])),
  ),
});

test("tells rows that are new, gone and changed, each changed cell before and after", () => {
  const before = table("id best place", "a 350 Kabul", "b 2 Kunar", "c 3 Herat");
  const after = table("id best place", "c 3 Herat", "a 353 Kabul", "d 4 Nimroz");
  const { added, gone, changed } = diffTables(before, after);
  expect({ added, gone, changed }).toEqual({
    added: [{ id: "d", best: "4", place: "Nimroz" }],
    gone: [{ id: "b", best: "2", place: "Kunar" }],
    changed: [{ key: "a", nth: 0, cells: [{ field: "best", before: "350", after: "353" }] }],
  });
});

test("a column with other cells under the same name is compared, one with the same under another is renamed", () => {
  const before = table("id best place", "a 1 Kabul", "b 2 Kunar");
  const after = table("id where best kind", "a Kabul 1 x", "b Kunar 3 y");
  const { renamed, columns, changed } = diffTables(before, after);
  expect({ renamed, columns, changed }).toEqual({
    renamed: [{ before: "place", after: "where" }],
    columns: {
      gone: [],
      added: [
        {
          name: "kind",
          cells: [
            { key: "a", nth: 0, value: "x" },
            { key: "b", nth: 0, value: "y" },
          ],
        },
      ],
    },
    changed: [{ key: "b", nth: 0, cells: [{ field: "best", before: "2", after: "3" }] }],
  });
});

test("two tables of 100,000 rows are told apart", () => {
  const fields = ["id", ...Array.from({ length: 19 }, (_, index) => `field_${index}`)];
  const rowOf = (number: number, shift: number): Row =>
    Object.fromEntries(
      fields.map((field, index) => [field, index === 0 ? `row-${number}` : number * index + shift]),
    );
  const rows = (from: number, shift: (number: number) => number) =>
    Array.from({ length: 100_000 }, (_, index) => rowOf(index + from, shift(index)));
  const before = { key: "id", fields, rows: rows(0, () => 0) };
  const after = { key: "id", fields, rows: rows(500, (index) => (index % 1000 === 0 ? 1 : 0)) };
  const { added, gone, changed } = diffTables(before, after);
  expect([added.length, gone.length, changed.length]).toEqual([500, 500, 100]);
});
