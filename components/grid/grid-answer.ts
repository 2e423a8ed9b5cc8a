import type { GridApi } from "ag-grid-community";
import type { Figure } from "@/data/figure/figure";
import { formatSort, type View } from "@/data/view/view";
import { showOrder } from "./grid-order";
import type { LiveCells } from "./live-cells";
import type { ShownRows } from "./shown-rows";

interface Grid {
  readonly api: () => GridApi<Figure> | undefined;
  readonly shown: ShownRows;
  readonly cells: LiveCells;
}

/** Shows in a grid what a view asks for. */
export type GridAnswer = (rows: readonly Figure[], view: View) => void;

/**
 * Shows rows, their order and which are selected, past React: what a press or a key asks for is in the
 * document when its event ends. What the grid shows already it is not asked for again.
 */
export function makeGridAnswer({ api: now, shown, cells }: Grid, first: View): GridAnswer {
  let order = formatSort(first.sort);
  let selected: readonly string[] = [];
  return (rows, view) => {
    const api = now();
    if (!api) return;
    const isMarked = cells.set(view);
    const change = shown.show(rows);
    const isOther = formatSort(view.sort) !== order;
    order = formatSort(view.sort);
    if (change === "rows") api.onFilterChanged();
    const ordered = shown.ordered();
    // The arrows of another order bring the rows into it, but where no heading shows that order.
    if (isOther) showOrder(api, view.sort);
    if (change === "order" && shown.ordered() === ordered) api.onFilterChanged();
    if (change || isMarked) cells.update();
    showSelected(api, differenceOf(view.select, selected), true);
    showSelected(api, differenceOf(selected, view.select), false);
    selected = view.select;
  };
}

/** The ids of a list that another one has not. */
export function differenceOf(ids: readonly string[], others: readonly string[]): readonly string[] {
  if (ids === others) return [];
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}

/** Selects rows, or lets go of them. */
function showSelected(api: GridApi<Figure>, ids: readonly string[], newValue: boolean) {
  const nodes = ids.flatMap((id) => api.getRowNode(id) ?? []);
  if (nodes.length > 0) api.setNodesSelected({ nodes, newValue });
}
