import type { CellPlace } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";

/** The cell that an event of the grid is about; column −1 is the row's number, null is no cell. */
export function placeOf(target: EventTarget, columns: readonly ShownColumn[]): CellPlace | null {
  const cell = target instanceof Element ? target.closest(".ag-cell") : null;
  const row = cell?.closest("[row-index]")?.getAttribute("row-index");
  if (!cell || !row) return null;
  const id = cell.getAttribute("col-id");
  return { row: Number(row), column: columns.findIndex(({ name }) => name === id) };
}

/** The heading that an event of the grid is about. */
export function headingOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest("[role=columnheader]") : null;
}
