import { encode } from "../open/coded";
import { rowsOfView } from "../open/rows-of-view";
import { castAll, type Store } from "../open/store";
import { viewTableOf } from "../open/view-table";
import { parseView } from "../view/view";
import type { Edit } from "./edit";

/** The rows that an edit writes to or adds; what it adds beside others stands at the end. */
function rowsIn(edit: Edit): readonly Uint32Array[] {
  if (edit.kind === "several") return edit.edits.flatMap(rowsIn);
  if (edit.kind === "set cells") return [edit.rows];
  return edit.kind === "insert rows" ? [edit.at] : [];
}

/** The rows edited before, by their numbers now, and those that an edit adds to them; each once. */
export function touchedBy(edit: Edit, before: Uint32Array): Uint32Array {
  const all = [before, ...rowsIn(edit)];
  const end = all.reduce((most, rows) => rows.reduce((a, b) => Math.max(a, b + 1), most), 0);
  const isThere = new Uint8Array(end);
  const once = new Uint32Array(all.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  for (const rows of all)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      if (isThere[row] === 1) continue;
      isThere[row] = 1;
      once[count++] = row;
    }
  return once.slice(0, count);
}

/** How many of the rows the filters of a query would not keep. */
export function countHidden(store: Store, query: string, rows: Uint32Array): number {
  if (rows.length === 0 || query === "") return 0;
  const { view } = parseView(new URLSearchParams(query), viewTableOf(store));
  if (view.filters.length === 0 && view.find === "") return 0;
  const { filters, find } = view;
  return rows.length - rowsOfView(onlyRows(store, rows), { filters, find, sort: [] }).length;
}

/** A table of some rows of another. */
function onlyRows({ columns, lines }: Store, rows: Uint32Array): Store {
  return {
    size: rows.length,
    lines: rows.map((row) => lines[row] ?? 0),
    columns: columns.map((column) => {
      const { words, codes } = column;
      const coded = encode(rows.length, (at) => words[codes[rows[at] ?? 0] ?? 0] ?? "");
      return { ...column, ...coded, ...castAll(coded.words, column.column) };
    }),
  };
}

/** A cell of a view, by its row and its column from 0. */
export interface ViewPlace {
  readonly row: number;
  readonly column: number;
}

/** The first cell that an edit changes; null where it is not seen. */
export function placeOf(edit: Edit, shown: Uint32Array): ViewPlace | null {
  if (edit.kind === "several") {
    for (const each of edit.edits) {
      const place = placeOf(each, shown);
      if (place) return place;
    }
    return null;
  }
  const [first] =
    edit.kind === "set cells" ? edit.rows : edit.kind === "insert rows" ? edit.at : [];
  const row = first === undefined ? -1 : shown.indexOf(first);
  const column = edit.kind === "set cells" ? (edit.columns[0]?.at ?? 0) : 0;
  return row < 0 ? null : { row, column };
}

/** Whether an edit changes which columns there are, what they are called or how they are read. */
export function isOfColumns(edit: Edit): boolean {
  return edit.kind === "several" ? edit.edits.some(isOfColumns) : /column|type/.test(edit.kind);
}
