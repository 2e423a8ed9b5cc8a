import type { Coded } from "../open/coded";
import type { Column } from "../open/column";
import type { GivenColumn } from "../open/column-type";
import type { StoredColumn } from "../open/store";

/** New cells of one column, a code for each row that is edited. */
export interface CellBlock extends Coded {
  /** The number of the column, from 0. */
  readonly at: number;
}

/**
 * One step of editing, as a value. Rows and columns are numbers from 0 in the table as it is before
 * the step; those of inserted rows are their numbers after it.
 */
export type Edit =
  | {
      readonly kind: "set cells";
      readonly rows: Uint32Array;
      readonly columns: readonly CellBlock[];
    }
  | {
      readonly kind: "insert rows";
      /** Ascending. */
      readonly at: Uint32Array;
      /** The lines of the rows in their file; 0 of a row that stands in none. */
      readonly lines: Uint32Array;
      /** The cells of every column in its order. */
      readonly columns: readonly Coded[];
    }
  /** Rows ascending. */
  | { readonly kind: "remove rows"; readonly rows: Uint32Array }
  | { readonly kind: "insert column"; readonly at: number; readonly name: string }
  | { readonly kind: "put back column"; readonly at: number; readonly column: StoredColumn }
  | { readonly kind: "remove column"; readonly at: number }
  | { readonly kind: "rename column"; readonly at: number; readonly name: string }
  | { readonly kind: "read column as"; readonly at: number; readonly given: GivenColumn }
  | {
      readonly kind: "put back type";
      readonly at: number;
      readonly column: Column;
      readonly isOpen: boolean;
    }
  | { readonly kind: "several"; readonly edits: readonly Edit[] };

type EditOf<K extends Edit["kind"]> = Extract<Edit, { kind: K }>;

/** A function for each kind of edit. */
export type ByKind<T, Given extends readonly unknown[]> = {
  readonly [K in Edit["kind"]]: (edit: EditOf<K>, ...given: Given) => T;
};

/** Calls the function for the kind that an edit is of. */
export function byKind<T, Given extends readonly unknown[]>(
  functions: ByKind<T, Given>,
  edit: Edit,
  ...given: Given
): T {
  // The table has a function for each kind, which takes no other.
  const act = functions[edit.kind] as (edit: Edit, ...given: Given) => T;
  return act(edit, ...given);
}
