import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit } from "@/data/edit/apply";
import type { Edit } from "@/data/edit/edit";
import { type Act, doAct, noHistory } from "@/data/edit/history";
import { type KeptAct, replayActs } from "@/data/edit/replay";
import type { Store } from "@/data/open/store";
import { anyEdit, contentOf, rowsOf, storeOf } from "./tables";

const events = `event,day,place,deaths
N1,2024-01-03,Varn,4
N2,2024-01-17,Ost Varn,0
N3,2024-02-02,Varn,≥ 12
N4,,Holm,n/a
N5,2024-03-11,Holm,3
`;
const start = storeOf(events);

/** The same with a column that is read anew after each edit. */
const withNewColumn = applyEdit(start, { kind: "insert column", at: 1, name: "new" }).store;

/** Does one edit after another, each of which fits the table that it comes to. */
const steps = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });

function doSteps(seeds: readonly number[]) {
  const seen: { store: Store; content: unknown; history: typeof noHistory }[] = [
    { store: start, content: contentOf(start), history: noHistory },
  ];
  for (const seed of seeds) {
    const { store, history } = seen.at(-1) ?? { store: start, history: noHistory };
    const [edit] = fc.sample(anyEdit(store.size, store.columns.length), { seed, numRuns: 1 });
    const done = edit && doAct(store, history, { kind: "edit", edit });
    if (done) seen.push({ ...done, content: contentOf(done.store) });
  }
  return seen;
}

test("undoing every edit gives the start exactly, and redoing them gives the end", () => {
  fc.assert(
    fc.property(steps, (seeds) => {
      const seen = doSteps(seeds);
      let [store, history] = [seen.at(-1)?.store ?? start, seen.at(-1)?.history ?? noHistory];
      const go = (kind: "undo" | "redo", expected: unknown) => {
        const done = doAct(store, history, { kind });
        if (!done) throw new Error("nothing to do");
        [store, history] = [done.store, done.history];
        expect(contentOf(store)).toEqual(expected);
      };
      for (const { content } of seen.slice(0, -1).toReversed()) go("undo", content);
      expect(doAct(store, history, { kind: "undo" })).toBeNull();
      for (const { content } of seen.slice(1)) go("redo", content);
      expect(doAct(store, history, { kind: "redo" })).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test("an edit changes nothing that an earlier state sees", () => {
  fc.assert(
    fc.property(steps, (seeds) => {
      for (const { store, content } of doSteps(seeds)) expect(contentOf(store)).toEqual(content);
    }),
    { numRuns: 200 },
  );
});

test("the same acts on the same table give the same table, undone ones among them", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.constantFrom("edit", "undo", "redo"))), (wishes) => {
      const acts: Act[] = [];
      let [store, history] = [start, noHistory];
      for (const [seed, kind] of wishes) {
        const [edit] = fc.sample(anyEdit(store.size, store.columns.length), { seed, numRuns: 1 });
        const act: Act = kind === "edit" && edit ? { kind, edit } : { kind: "undo" };
        const done = doAct(store, history, act);
        if (!done) continue;
        acts.push(structuredClone(act));
        [store, history] = [done.store, done.history];
      }
      let again = { store: start, history: noHistory };
      for (const act of acts) again = doAct(again.store, again.history, act) ?? again;
      expect(contentOf(again.store)).toEqual(contentOf(store));
    }),
    { numRuns: 100 },
  );
});

test("kept acts that are done in one pass give the table and the history of one by one", () => {
  const wish = fc.tuple(fc.nat(), fc.constantFrom("edit", "edit", "edit", "undo", "redo"));
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
      const kept: KeptAct[] = [];
      let now = { store: withNewColumn, history: noHistory };
      for (const [seed, kind] of wishes) {
        const { size, columns } = now.store;
        const [edit] = fc.sample(anyEdit(size, columns.length), { seed, numRuns: 1 });
        const act: Act = kind === "edit" && edit ? { kind, edit } : { kind: "undo" };
        kept.push({ act: structuredClone(act), rows: size, columns: columns.length });
        now = doAct(now.store, now.history, act) ?? now;
      }
      const { done, ...replayed } = replayActs(withNewColumn, kept);
      expect([done, replayed.history.redo.length]).toEqual([kept.length, now.history.redo.length]);
      const undone = (state: typeof now) => doAct(state.store, state.history, { kind: "undo" });
      let pair: [typeof now | null, typeof now | null] = [replayed, now];
      while (pair[0] && pair[1]) {
        expect(contentOf(pair[0].store)).toEqual(contentOf(pair[1].store));
        pair = [undone(pair[0]), undone(pair[1])];
      }
      expect(pair).toEqual([null, null]);
    }),
    { numRuns: 100 },
  );
});

const set = (row: number, at: number, word: string): Edit => ({
  kind: "set cells",
  rows: Uint32Array.of(row),
  columns: [{ at, words: [word], codes: Uint32Array.of(0) }],
});

test("a cell that does not fit its column stays as typed and has no number", () => {
  const { store } = applyEdit(start, set(0, 3, "a few"));
  const deaths = store.columns[3];
  const code = deaths?.codes[0] ?? 0;
  expect([rowsOf(store)[0]?.[3], deaths?.low[code], deaths?.missing[code]]).toEqual([
    "a few",
    Number.NaN,
    0,
  ]);
});

test("a word that the column has is not added a second time", () => {
  const { store } = applyEdit(start, set(1, 2, "Holm"));
  expect(store.columns[2]?.words).toEqual(["Varn", "Ost Varn", "Holm"]);
});

test("a new column takes the type of what is typed into it", () => {
  let store = applyEdit(start, { kind: "insert column", at: 4, name: "hurt" }).store;
  expect(store.columns[4]?.column.type).toBe("empty");
  for (const [row, word] of ["3", "12", "4.5"].entries())
    store = applyEdit(store, set(row, 4, word)).store;
  expect(store.columns[4]?.column.type).toBe("number");
});

test("a column that gets the name of another keeps apart from it in addresses", () => {
  const { store } = applyEdit(start, { kind: "insert column", at: 0, name: "place" });
  expect(store.columns.map(({ id }) => id)).toEqual([
    "column-5",
    "event",
    "day",
    "place",
    "deaths",
  ]);
});
