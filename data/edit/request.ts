import type { Coded } from "../open/coded";
import { encode } from "../open/coded";
import type { GivenColumn } from "../open/column-type";
import type { Store } from "../open/store";
import type { CellRange } from "../view/cell-range";
import type { Edit } from "./edit";
import { series } from "./numbers";

/**
 * What a reader asks for, by the rows of the view and the columns as they are shown, from 0. Rows and
 * columns that are written to beyond the end are added.
 */
export type EditRequest =
  | {
      readonly kind: "write";
      readonly top: number;
      readonly left: number;
      readonly cells: readonly (readonly string[])[];
    }
  | { readonly kind: "clear"; readonly range: CellRange }
  | { readonly kind: "fill down"; readonly range: CellRange }
  /** Rows above the one at `at`; below the last where there is none. */
  | { readonly kind: "insert rows"; readonly at: number; readonly count: number }
  | { readonly kind: "remove rows"; readonly from: number; readonly to: number }
  | { readonly kind: "insert column"; readonly at: number; readonly name?: string }
  | { readonly kind: "remove columns"; readonly from: number; readonly to: number }
  | { readonly kind: "rename column"; readonly at: number; readonly name: string }
  | { readonly kind: "read column as"; readonly at: number; readonly given: GivenColumn };

/** The edit that a request comes to, and the place of the view for rows that it inserts. */
export interface Wanted {
  readonly edit: Edit;
  readonly place: number | null;
}

/** So many empty rows may come in between the last row and what is written below it. */
const mostGap = 100;

type RequestOf<K extends EditRequest["kind"]> = Extract<EditRequest, { kind: K }>;
type Makers = {
  readonly [K in EditRequest["kind"]]: (
    request: RequestOf<K>,
    store: Store,
    shown: Uint32Array,
  ) => Wanted | null;
};

/** A request → an edit of the table; null where it comes to nothing. */
export function toEdit(request: EditRequest, store: Store, shown: Uint32Array): Wanted | null {
  // The table has a maker for each kind, which takes no other.
  const make = makers[request.kind] as (
    request: EditRequest,
    store: Store,
    shown: Uint32Array,
  ) => Wanted | null;
  return make(request, store, shown);
}

const makers: Makers = {
  write: ({ top, left, cells }, store, shown) => {
    const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
    const gap = Math.max(0, top - shown.length);
    if (cells.length === 0 || width === 0 || gap > mostGap) return null;
    const known = shown.slice(top, top + cells.length);
    const more = [...Array.from({ length: gap }, () => []), ...cells.slice(known.length)];
    const names = newNames(store, left + width - store.columns.length);
    const columns = store.columns.length + names.length;
    const edits: Edit[] = names.map((name, at) => ({
      kind: "insert column",
      at: store.columns.length + at,
      name,
    }));
    const cellAt = (row: number, column: number) => cells[row]?.[column - left];
    if (known.length > 0)
      edits.push({
        kind: "set cells",
        rows: known,
        columns: Array.from({ length: width }, (_, at) => ({
          at: left + at,
          // A row that is shorter than others leaves the cells behind its end as they are.
          ...encode(
            known.length,
            (row) => cellAt(row, left + at) ?? cellIn(store, left + at, known[row]),
          ),
        })),
      });
    if (more.length > 0)
      edits.push({
        kind: "insert rows",
        at: series(store.size, more.length),
        lines: new Uint32Array(more.length),
        columns: Array.from({ length: columns }, (_, column) =>
          encode(more.length, (row) => more[row]?.[column - left] ?? ""),
        ),
      });
    const [only] = edits;
    const edit: Edit = edits.length === 1 && only ? only : { kind: "several", edits };
    return { edit, place: more.length > 0 ? shown.length : null };
  },
  clear: ({ range }, store, shown) => setIn(range, store, shown, () => ({ words: [""] })),
  "fill down": ({ range }, store, shown) => {
    const from = shown[range.top];
    const below = { ...range, top: range.top + 1 };
    return setIn(below, store, shown, (at) => ({ words: [cellIn(store, at, from)] }));
  },
  "insert rows": ({ at, count }, store, shown) => {
    const place = Math.min(at, shown.length);
    const above = place > 0 ? (shown[place - 1] ?? 0) + 1 : (shown[0] ?? 0);
    const blank: Coded = { words: [""], codes: new Uint32Array(count) };
    return {
      edit: {
        kind: "insert rows",
        at: series(Math.min(above, store.size), count),
        lines: new Uint32Array(count),
        columns: store.columns.map(() => blank),
      },
      place,
    };
  },
  "remove rows": ({ from, to }, _store, shown) => {
    const rows = shown.slice(from, to + 1).sort();
    return rows.length > 0 ? { edit: { kind: "remove rows", rows }, place: null } : null;
  },
  "insert column": ({ at, name }, store) => {
    const [free = ""] = newNames(store, 1);
    const edit = { kind: "insert column", at, name: uniqueName(store, name ?? free) } as const;
    return { edit, place: null };
  },
  "remove columns": ({ from, to }, store) => {
    const last = Math.min(to, store.columns.length - 1);
    // A table without a column would have no rows either.
    if (last - from + 1 >= store.columns.length) return null;
    const edits = Array.from(
      { length: last - from + 1 },
      (): Edit => ({ kind: "remove column", at: from }),
    );
    return { edit: { kind: "several", edits }, place: null };
  },
  "rename column": ({ at, name }, store) => {
    const now = store.columns[at]?.column.name;
    const tidy = name.replace(/\s+/g, " ").trim();
    if (now === undefined || tidy === "" || tidy === now) return null;
    return { edit: { kind: "rename column", at, name: uniqueName(store, tidy) }, place: null };
  },
  "read column as": (request, store) =>
    store.columns[request.at] ? { edit: request, place: null } : null,
};

/** The same cell for every row of a range, by column. */
function setIn(
  { top, bottom, left, right }: CellRange,
  store: Store,
  shown: Uint32Array,
  of: (at: number) => { readonly words: readonly string[] },
): Wanted | null {
  const rows = shown.slice(top, bottom + 1);
  const count = Math.min(right, store.columns.length - 1) - left + 1;
  if (rows.length === 0 || count < 1) return null;
  const columns = Array.from({ length: count }, (_, index) => ({
    at: left + index,
    codes: new Uint32Array(rows.length),
    ...of(left + index),
  }));
  return { edit: { kind: "set cells", rows, columns }, place: null };
}

function cellIn({ columns }: Store, at: number, row = 0): string {
  const column = columns[at];
  return column?.words[column.codes[row] ?? 0] ?? "";
}

/** Names for so many new columns: by their place, as a file without headings has them. */
function newNames({ columns }: Store, count: number): readonly string[] {
  const taken = new Set(columns.map(({ column }) => column.name));
  const names: string[] = [];
  for (let at = columns.length + 1; names.length < count; at++)
    if (!taken.has(`Column ${at}`)) names.push(`Column ${at}`);
  return names;
}

/** The name, with a number where another column has it. */
function uniqueName({ columns }: Store, name: string): string {
  const taken = new Set(columns.map(({ column }) => column.name));
  let unique = name;
  for (let at = 2; taken.has(unique); at++) unique = `${name} (${at})`;
  return unique;
}
