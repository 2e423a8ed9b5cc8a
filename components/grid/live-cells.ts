import type { View } from "@/data/view/view";

/** A cell of the grid that is in the document. */
interface LiveCell {
  /** Shows what has changed of what it was asked for. */
  readonly update: () => void;
}

/** What all cells show besides their rows. */
type CellLook = Pick<View, "find" | "measure">;

/** The cells that are in the document: the grid would ask each of its rows and columns to find them. */
export type LiveCells = ReturnType<typeof makeLiveCells>;

/** Cells that come and go, and what they show besides their rows. */
export function makeLiveCells(first: CellLook) {
  const cells = new Set<LiveCell>();
  let { find, measure } = first;
  const update = () => {
    for (const cell of cells) cell.update();
  };
  return {
    look: (): CellLook => ({ find, measure }),
    /** Cells that are made from now on look like this; true where those that are there do not. */
    set(next: CellLook): boolean {
      const isOther = next.find !== find || next.measure !== measure;
      ({ find, measure } = next);
      return isOther;
    },
    update,
    add: (cell: LiveCell) => cells.add(cell),
    remove: (cell: LiveCell) => cells.delete(cell),
  };
}
