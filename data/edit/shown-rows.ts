import { type ByKind, byKind, type Edit } from "./edit";
import { pick, series } from "./numbers";

/** The rows of a view, which are numbers in a table of so many rows. */
export interface ShownRows {
  readonly rows: Uint32Array;
  readonly size: number;
}

/**
 * The rows of a view after an edit, in their order: removed ones are gone, inserted ones stand at
 * `place` of the view, else below the row that they follow in the table. Nothing is filtered or sorted.
 */
export function rowsAfter(edit: Edit, shown: ShownRows, place: number | null = null): ShownRows {
  return byKind(changes, edit, shown, place);
}

const asBefore = (_edit: unknown, shown: ShownRows): ShownRows => shown;

const changes: ByKind<ShownRows, [shown: ShownRows, place: number | null]> = {
  "set cells": asBefore,
  "insert column": asBefore,
  "put back column": asBefore,
  "remove column": asBefore,
  "rename column": asBefore,
  "read column as": asBefore,
  "put back type": asBefore,
  "insert rows": ({ at }, { rows, size }, place) => {
    const after = size + at.length;
    if (place === null && isWhole(rows, size)) return { rows: series(0, after), size: after };
    const moved = pick(movedBy(at, size), rows);
    const all = place === null ? besideOthers(moved, at, after) : insertAt(moved, place, at);
    return { rows: all, size: after };
  },
  "remove rows": ({ rows: gone }, { rows, size }) => {
    const after = size - gone.length;
    if (isWhole(rows, size)) return { rows: series(0, after), size: after };
    const numbers = numbersWithout(gone, size);
    const kept = new Uint32Array(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at++) {
      const number = numbers[rows[at] ?? 0] ?? -1;
      if (number >= 0) kept[count++] = number;
    }
    return { rows: kept.slice(0, count), size: after };
  },
  several: ({ edits }, shown, place) =>
    edits.reduce((now, edit) => rowsAfter(edit, now, place), shown),
};

/** True of a view that shows every row in the order of the table. */
function isWhole(rows: Uint32Array, size: number): boolean {
  if (rows.length !== size) return false;
  for (let at = 0; at < size; at++) if (rows[at] !== at) return false;
  return true;
}

/** The new number of each row once others are gone; −1 of those. */
function numbersWithout(gone: Uint32Array, size: number): Int32Array {
  const numbers = new Int32Array(size);
  for (const row of gone) numbers[row] = -1;
  for (let row = 0, number = 0; row < size; row++) if (numbers[row] === 0) numbers[row] = number++;
  return numbers;
}

/** The new number of each row once others were put in at ascending places. */
function movedBy(at: Uint32Array, size: number): Uint32Array {
  const moved = new Uint32Array(size);
  let shift = 0;
  for (let row = 0; row < size; row++) {
    while (at[shift] === row + shift) shift++;
    moved[row] = row + shift;
  }
  return moved;
}

function insertAt(rows: Uint32Array, place: number, more: Uint32Array): Uint32Array {
  const all = new Uint32Array(rows.length + more.length);
  all.set(rows.subarray(0, place));
  all.set(more, place);
  all.set(rows.subarray(place), place + more.length);
  return all;
}

/** Each further row below the row before it in the table; where that is not shown, at the end. */
function besideOthers(rows: Uint32Array, more: Uint32Array, size: number): Uint32Array {
  const isMore = new Uint8Array(size);
  const isShown = new Uint8Array(size);
  for (const row of more) isMore[row] = 1;
  for (const row of rows) isShown[row] = 1;
  const all = new Uint32Array(rows.length + more.length);
  let count = 0;
  const add = (row: number) => {
    all[count++] = row;
    for (let next = row + 1; isMore[next] === 1; next++) all[count++] = next;
  };
  if (isMore[0] === 1) add(0);
  for (const row of rows) add(row);
  for (const row of more) {
    const isFirst = row > 0 && isMore[row - 1] !== 1 && isShown[row - 1] !== 1;
    if (isFirst) add(row);
  }
  return all;
}
