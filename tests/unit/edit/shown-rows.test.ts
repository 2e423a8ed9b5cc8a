import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit } from "@/data/edit/apply";
import { checkText } from "@/data/edit/check";
import { rowsAfter } from "@/data/edit/shown-rows";
import { anyEdit, rowsOf, storeOf } from "./tables";

const store = storeOf("name,n\na,1\nb,2\nc,3\nd,4\ne,5\n");

test("the rows of a view stay the same rows, in their order, whatever is edited", () => {
  fc.assert(
    fc.property(fc.nat(), fc.shuffledSubarray([0, 1, 2, 3, 4]), (seed, view) => {
      const [edit] = fc.sample(anyEdit(5, 2), { seed, numRuns: 1 });
      if (!edit || (edit.kind !== "insert rows" && edit.kind !== "remove rows")) return;
      const after = applyEdit(store, edit).store;
      const { rows, size } = rowsAfter(edit, { rows: Uint32Array.from(view), size: 5 });
      const added = edit.kind === "insert rows" ? [...edit.at] : [];
      const gone = edit.kind === "remove rows" ? [...edit.rows] : [];
      const kept = [...rows].filter((row) => !added.includes(row));
      const cells = rowsOf(after);
      expect(kept.map((row) => cells[row])).toEqual(
        view.filter((row) => !gone.includes(row)).map((row) => rowsOf(store)[row]),
      );
      expect([size, new Set(rows).size]).toEqual([after.size, kept.length + added.length]);
    }),
    { numRuns: 400 },
  );
});

test("a text is checked as the column reads it", () => {
  const [, number] = store.columns;
  const date = storeOf("day,x\n2024-01-03,a\n2024-02-03,b\n").columns[0];
  const said = [
    number && checkText("several", number.column),
    number && checkText("≥ 7", number.column),
    number && checkText("", number.column),
    date && checkText("2024-02-31", date.column),
  ];
  expect(said).toEqual([
    "“several” is no number; it stays as words.",
    "",
    "",
    "“2024-02-31” is no date; it stays as words.",
  ]);
});
