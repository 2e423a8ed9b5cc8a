import type { GridOptions } from "ag-grid-community";
import type { Figure } from "@/data/figure/figure";

type RowOptions = Required<
  Pick<
    GridOptions<Figure>,
    "isExternalFilterPresent" | "doesExternalFilterPass" | "postSortRows" | "suppressOverlays"
  >
>;

/** Which of the rows that a grid holds it shows, and in which order. */
export interface ShownRows {
  /** What the grid asks of each row. */
  readonly options: RowOptions;
  /** Takes other rows, or the same in another order, for the grid to ask of; null where nothing is new. */
  readonly show: (rows: readonly Figure[]) => "rows" | "order" | null;
  /** How often the grid has put its rows in order. */
  readonly ordered: () => number;
}

/**
 * Rows leave a grid and come back by their ids, and stand in the order of a list: the grid keeps what it
 * has made of each, which a new set of rows would make anew.
 */
export function makeShownRows(first: readonly Figure[]): ShownRows {
  let rows = first;
  let places = placesOf(first);
  let ordered = 0;
  return {
    options: {
      isExternalFilterPresent: () => true,
      doesExternalFilterPass: ({ id }) => places.has(id ?? ""),
      postSortRows: ({ nodes }) => {
        ordered += 1;
        putInOrder(nodes, ({ id }) => places.get(id ?? ""));
      },
      // Ours says more: which filter leaves nothing.
      suppressOverlays: ["noMatchingRows"],
    },
    show(next) {
      if (next === rows) return null;
      const isSameSet = next.length === rows.length && next.every(({ id }) => places.has(id));
      rows = next;
      places = placesOf(next);
      return isSameSet ? "order" : "rows";
    },
    ordered: () => ordered,
  };
}

function placesOf(rows: readonly Figure[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, place) => [id, place]));
}

/** Puts a list in the order of places, each looked at once. */
export function putInOrder<T>(list: T[], placeOf: (item: T) => number | undefined): void {
  const ordered = new Array<T>(list.length);
  for (const item of list) ordered[placeOf(item) ?? 0] = item;
  // `forEach` passes over places that nothing stands at.
  let at = 0;
  ordered.forEach((item) => {
    list[at] = item;
    at += 1;
  });
}
