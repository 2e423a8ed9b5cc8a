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
  /** Shows other rows; false where they are those that are shown already. */
  readonly show: (rows: readonly Figure[]) => boolean;
}

/**
 * Rows leave a grid and come back by their ids, and stand in the order of a list: the grid keeps what it
 * has made of each, which a new set of rows would make anew.
 */
export function makeShownRows(first: readonly Figure[]): ShownRows {
  let rows = first;
  let places = placesOf(first);
  return {
    options: {
      isExternalFilterPresent: () => true,
      doesExternalFilterPass: ({ id }) => places.has(id ?? ""),
      postSortRows: ({ nodes }) => putInOrder(nodes, ({ id }) => places.get(id ?? "")),
      // Ours says more: which filter leaves nothing.
      suppressOverlays: ["noMatchingRows"],
    },
    show(next) {
      if (next === rows) return false;
      rows = next;
      places = placesOf(next);
      return true;
    },
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
