import type { GridApi } from "ag-grid-community";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeGridAnswer } from "@/components/grid/grid-answer";
import { makeLiveCells } from "@/components/grid/live-cells";
import { makeShownRows } from "@/components/grid/shown-rows";
import type { Figure } from "@/data/figure/figure";
import { emptyView, type View } from "@/data/view/view";
import { figure } from "../figures";

const ids = ["a", "b", "c", "d"];
const figures = ids.map((id) => figure({ id }));

/** As much of AG Grid as the answer asks: it filters by ids, and orders anew where its arrows change. */
function makeGrid(columns: readonly string[]) {
  const shown = makeShownRows(figures);
  const cells = makeLiveCells(emptyView);
  const nodes = figures.map((data) => ({ id: data.id, data }));
  let kept = nodes;
  let displayed = nodes;
  let arrows = "";
  let refreshes = 0;
  const selected = new Set<string>();
  const { doesExternalFilterPass, postSortRows } = shown.options;
  const put = () => {
    refreshes += 1;
    displayed = [...kept];
    postSortRows({ nodes: displayed } as never);
  };
  const api = {
    onFilterChanged() {
      kept = nodes.filter((node) => doesExternalFilterPass(node as never));
      put();
    },
    applyColumnState({ state }: { state: { colId: string; sort: string }[] }) {
      const known = state.filter(({ colId }) => columns.includes(colId));
      const next = JSON.stringify(known);
      if (next !== arrows) put();
      arrows = next;
    },
    getRowNode: (id: string) => nodes.find((node) => node.id === id),
    setNodesSelected({ nodes, newValue }: { nodes: { id: string }[]; newValue: boolean }) {
      for (const { id } of nodes) selected[newValue ? "add" : "delete"](id);
    },
  } as unknown as GridApi<Figure>;
  const answer = makeGridAnswer({ api: () => api, shown, cells }, emptyView);
  return {
    answer,
    rows: () => displayed.map(({ id }) => id),
    selected: () => [...selected].sort(),
    refreshes: () => refreshes,
  };
}

const rowsOf = (shown: readonly string[]) =>
  shown.flatMap((id) => figures.filter((each) => each.id === id));

test("a grid shows the rows of each view in their order and what it selects, whatever came before", () => {
  const ordered = fc.shuffledSubarray(ids, { minLength: 0 });
  const column = fc.constantFrom("value", "start", "hidden");
  const view = fc.record({
    shown: ordered,
    select: fc.subarray(ids),
    sort: fc.array(fc.record({ column, descending: fc.boolean() }), { maxLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(view), (views) => {
      const grid = makeGrid(["value", "start"]);
      for (const { shown, select, sort } of views) {
        grid.answer(rowsOf(shown), { ...emptyView, select, sort });
        expect([grid.rows(), grid.selected()]).toEqual([shown, select]);
      }
    }),
  );
});

test("an order is one refresh, arrows and rows, and what is shown already is none", () => {
  const grid = makeGrid(["value"]);
  const view: View = { ...emptyView, sort: [{ column: "value", descending: true }] };
  const rows = rowsOf(["d", "c", "b", "a"]);
  grid.answer(rows, view);
  grid.answer(rows, view);
  expect([grid.rows(), grid.refreshes()]).toEqual([["d", "c", "b", "a"], 1]);
});

test("cells look for what the view finds before the grid makes new ones, and those that stay learn it", () => {
  const cells = makeLiveCells(emptyView);
  let seen = "";
  const cell = { update: () => (seen = cells.look().find) };
  cells.add(cell);
  const grid = { api: () => ({}) as GridApi<Figure>, shown: makeShownRows(figures), cells };
  const answer = makeGridAnswer(grid, emptyView);
  answer(figures, { ...emptyView, find: "Kabul" });
  expect(seen).toBe("Kabul");
});
