import type { OpenedRow } from "../open/session";
import type { Store } from "../open/store";
import { wholeOf } from "../open/whole";
import type { CellPlace } from "../view/cell-range";
import {
  byRow,
  mostFigures,
  nextProblem,
  type ProblemsByRow,
  problemsOfCells,
} from "./cell-problems";
import { figureFields, isFigureTable } from "./own-figures";
import type { Register } from "./register";

/** A row with what is wrong in it: the sentence of each column that breaks a rule. */
export interface MarkedRow extends OpenedRow {
  readonly broken?: { readonly [column: number]: string };
}

/** What a check of a table of figures came to. */
export interface CheckedFigures {
  /** How many cells break a rule. */
  readonly count: number;
}

/** A table of so many rows is checked before its rows are shown; a larger one right after that. */
const mostAtOnce = 2_000;

const none: ProblemsByRow = new Map();

/** Checks a table of figures each time that it was edited; before the rules are learnt nothing is marked. */
export function watchFigures() {
  let register: Register | null = null;
  let last: { readonly store: Store; readonly found: ProblemsByRow } | null = null;
  const find = (store: Store): ProblemsByRow => {
    if (!register || !isOfFigures(store)) return none;
    if (last?.store === store) return last.found;
    const found = byRow(problemsOfCells(wholeOf(store, mostFigures), register));
    last = { store, found };
    return found;
  };
  /** Of a large table what was found last, where its rows are the same. */
  const findSoon = (store: Store): ProblemsByRow => {
    if (store.size <= mostAtOnce) return find(store);
    return last && last.store.size === store.size ? last.found : none;
  };
  return {
    learn(given: Register): void {
      [register, last] = [given, null];
    },
    check(store: Store): CheckedFigures {
      const found = find(store);
      return { count: [...found.values()].reduce((sum, columns) => sum + columns.size, 0) };
    },
    mark(rows: readonly OpenedRow[], store: Store): readonly MarkedRow[] {
      if (!register || !isOfFigures(store)) return rows;
      const found = findSoon(store);
      // What its field says of a cell takes the place of what its column's type does.
      const isField = store.columns.map(({ column }) => figureFields.includes(column.name));
      return rows.map((row) => ({
        ...row,
        odd: row.odd.filter((at) => !isField[at]),
        broken: Object.fromEntries(found.get(row.row) ?? []),
      }));
    },
    next: (store: Store, shown: Uint32Array, after: CellPlace | null): CellPlace | null =>
      nextProblem(find(store), shown, after),
  };
}

function isOfFigures({ columns }: Store): boolean {
  return isFigureTable(columns.map(({ column }) => column));
}
