import fc from "fast-check";
import type { Edit } from "@/data/edit/edit";
import { encode } from "@/data/open/coded";
import { readFile } from "@/data/open/read";
import { type Store, toStore } from "@/data/open/store";

/** A text, read as a reader's table. */
export function storeOf(text: string): Store {
  const { table } = readFile(new TextEncoder().encode(text));
  if (!table) throw new Error("no table");
  return toStore(table);
}

/** All that a table says: names, types, lines and cells. */
export function contentOf({ size, lines, columns }: Store) {
  return {
    size,
    lines: [...lines],
    columns: columns.map(({ id, column, words, codes, missing, low, high }) => ({
      id,
      name: column.name,
      type: column.type,
      cells: [...codes].map((code) => [words[code], missing[code], low[code], high[code]]),
    })),
  };
}

/** The cells of a table, row by row. */
export function rowsOf({ size, columns }: Store): string[][] {
  return Array.from({ length: size }, (_, row) =>
    columns.map(({ words, codes }) => words[codes[row] ?? 0] ?? ""),
  );
}

const cell = fc.constantFrom("", "4", "12", "≥ 7", "n/a", "2024-03-01", "Varn", "Holm", "several");

/** Any edit that fits a table of so many rows and columns. */
export function anyEdit(rows: number, columns: number): fc.Arbitrary<Edit> {
  const ascending = (end: number, most: number) =>
    fc
      .uniqueArray(fc.nat(Math.max(0, end - 1)), { maxLength: Math.min(end, most) })
      .map((all) => Uint32Array.from(all).sort());
  const cells = (count: number) =>
    fc
      .array(cell, { minLength: count, maxLength: count })
      .map((all) => encode(count, (at) => all[at] ?? ""));
  const column = fc.nat(Math.max(0, columns - 1));
  const inserted = fc.integer({ min: 1, max: 3 }).chain((count) =>
    fc.uniqueArray(fc.nat(rows + count - 1), { minLength: count, maxLength: count }).chain((at) =>
      fc.tuple(...Array.from({ length: columns }, () => cells(count))).map(
        (all): Edit => ({
          kind: "insert rows",
          at: Uint32Array.from(at).sort(),
          lines: new Uint32Array(count),
          columns: all,
        }),
      ),
    ),
  );
  const set = ascending(rows, 4).chain((rows) =>
    fc.uniqueArray(column, { minLength: 1, maxLength: 3 }).chain((ats) =>
      fc.tuple(...ats.map(() => cells(rows.length))).map(
        (blocks): Edit => ({
          kind: "set cells",
          rows,
          columns: blocks.map((block, index) => ({ at: ats[index] ?? 0, ...block })),
        }),
      ),
    ),
  );
  const removed = ascending(rows, 3).map((rows): Edit => ({ kind: "remove rows", rows }));
  const newColumn = fc
    .tuple(fc.nat(columns), fc.constantFrom("x", "place", "column-2"))
    .map(([at, name]): Edit => ({ kind: "insert column", at, name }));
  const onColumns = [
    column.map((at): Edit => ({ kind: "remove column", at })),
    column.map((at): Edit => ({ kind: "rename column", at, name: "other" })),
    fc
      .tuple(column, fc.constantFrom("number", "text", "date", "category"))
      .map(([at, type]): Edit => ({ kind: "read column as", at, given: { type } })),
  ];
  return fc.oneof(set, inserted, removed, newColumn, ...(columns > 1 ? onColumns : []));
}
