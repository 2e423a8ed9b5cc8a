import type { GridApi, SortChangedEvent } from "ag-grid-community";
import type { Figure } from "@/data/figure/figure";
import type { ShownColumn } from "@/data/view/shown-columns";
import { nextSort, type Sort } from "@/data/view/view";
import { headingOf } from "./cell-place";

interface Options {
  readonly columns: readonly ShownColumn[];
  readonly view: { readonly sort: readonly Sort[] };
  readonly onSort: (sort: readonly Sort[]) => void;
}

/**
 * What a reader asks of a heading, heard before the grid: it would sort its rows itself, tell later,
 * and draw them twice. Enter sorts, with Ctrl, ⌘ or Shift besides the other columns; Alt and ↓ filter.
 */
export function makeHeadingHandlers(now: () => Options) {
  const sortBy = (heading: Element, event: React.MouseEvent | React.KeyboardEvent) => {
    const { columns, view, onSort } = now();
    const name = heading.getAttribute("col-id") ?? "";
    if (columns.find((column) => column.name === name)?.isComputed !== false) return;
    event.stopPropagation();
    onSort(nextSort(view.sort, name, event.ctrlKey || event.metaKey || event.shiftKey));
  };
  return {
    onClickCapture(event: React.MouseEvent) {
      const { target } = event;
      const heading = headingOf(target);
      const isOnLabel =
        target instanceof Element &&
        target.closest(".ag-header-cell-label") &&
        !target.closest("button");
      if (heading && isOnLabel) sortBy(heading, event);
    },
    onKeyDownCapture(event: React.KeyboardEvent) {
      const heading = headingOf(event.target);
      const isFiltering = event.key === "ArrowDown" && event.altKey;
      if (!heading || !(event.key === "Enter" || isFiltering)) return;
      event.preventDefault();
      event.stopPropagation();
      if (isFiltering) heading.querySelector<HTMLElement>(".grid-filter")?.click();
      else sortBy(heading, event);
    },
  };
}

/** Shows the arrows of an order that the rows have already. */
export function showOrder(api: GridApi<Figure> | undefined, sort: readonly Sort[]) {
  const state = sort.map(({ column, descending }, sortIndex) => ({
    colId: column,
    sort: descending ? ("desc" as const) : ("asc" as const),
    sortIndex,
  }));
  api?.applyColumnState({ state, defaultState: { sort: null } });
}

/** The grid hears a finger on a heading itself. What our own props caused is no intent, and would loop. */
export function isSortedByReader({ source }: SortChangedEvent): boolean {
  return source === "uiColumnSorted";
}

/** The order that the grid shows. */
export function orderIn(api: GridApi<Figure>): readonly Sort[] {
  return api
    .getColumnState()
    .filter(({ sort }) => sort)
    .toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ column: colId, descending: sort === "desc" }));
}
