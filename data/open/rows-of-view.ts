import { lastDay } from "../table/period";
import type { Filter, TextFilter } from "../view/filter";
import { fold } from "../view/fold";
import { placeOf, toSought } from "../view/search";
import type { ValueRange } from "../view/value-range";
import type { View } from "../view/view";
import { foldedWords, holding } from "./folded";
import { type MissingFilter, withMissing } from "./missing-filter";
import { sortRows } from "./rank";
import { dayOf, type Store, type StoredColumn } from "./store";

/** As much of a view as decides on rows and their order. */
export type RowsView = Pick<View, "filters" | "find" | "sort"> & {
  readonly missing?: ReadonlyMap<string, MissingFilter>;
};

/** The row numbers that a view keeps, in its order. */
export function rowsOfView(store: Store, view: RowsView): Uint32Array {
  return orderRows(store, narrowRows(store, view), view.sort);
}

/** The row numbers that a view keeps, in the order of the table. */
export function narrowRows(store: Store, view: Omit<RowsView, "sort">): Uint32Array {
  const { filters, find, missing } = view;
  const marks = new Uint8Array(store.size).fill(1);
  for (const column of store.columns) {
    const own = filters.find((filter) => filter.column === column.id);
    const kept = withMissing(column, own ? keptBy(column, own) : null, missing?.get(column.id));
    if (kept) unmark(marks, column.codes, kept);
  }
  for (const word of find ? toSought(find, []).words : []) unmarkWithout(marks, store, word);
  return markedRows(marks);
}

/** Row numbers in the order of a sort. */
export function orderRows(
  { columns }: Store,
  narrowed: Uint32Array,
  sort: RowsView["sort"],
): Uint32Array {
  let rows = narrowed;
  // The last key first, since each sort keeps the order of equals.
  for (const { column, descending } of sort.toReversed()) {
    const sorted = columns.find(({ id }) => id === column);
    if (sorted) rows = sortRows(rows, sorted, descending);
  }
  return rows;
}

/** Takes the mark from each row whose cell is not kept. */
function unmark(marks: Uint8Array, codes: Uint32Array, kept: Uint8Array): void {
  for (let row = 0; row < marks.length; row++) {
    marks[row] = (marks[row] ?? 0) & (kept[codes[row] ?? 0] ?? 0);
  }
}

function markedRows(marks: Uint8Array): Uint32Array {
  const rows = new Uint32Array(marks.length);
  let count = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) rows[count++] = row;
  return rows.subarray(0, count);
}

/** By cell of a column: 1 where a filter keeps it. */
function keptBy(column: StoredColumn, filter: Filter): Uint8Array {
  const test = testOf(column, filter);
  const kept = new Uint8Array(column.words.length);
  for (let code = 0; code < kept.length; code++) kept[code] = Number(test(code));
  return kept;
}

function testOf(column: StoredColumn, filter: Filter): (code: number) => boolean {
  const { words, missing } = column;
  if (filter.kind === "values") {
    const values = new Set(filter.values);
    const valueAt = (code: number) => (missing[code] === 1 ? "" : (words[code] ?? ""));
    return (code) => values.has(valueAt(code)) !== (filter.except === true);
  }
  if (filter.kind === "number") return within(column, filter.range.min, filter.range.max);
  if (filter.kind === "period") return within(column, ...daysOf(filter.range));
  return textTest(column, filter);
}

function textTest(column: StoredColumn, filter: TextFilter): (code: number) => boolean {
  const text = fold(filter.text).trim();
  const [whole, except] = [filter.whole === true, filter.except === true];
  const { missing } = column;
  if (text === "") {
    const folded = whole ? foldedWords(column) : [];
    return (code) => (!whole || missing[code] === 1 || folded[code]?.trim() === "") !== except;
  }
  const isWhole = (cell: string, code: number) => missing[code] !== 1 && cell.trim() === text;
  const held = holding(column, text, whole ? isWhole : undefined);
  return (code) => (held?.[code] === 1) !== except;
}

/** Keeps what could lie between, both ends in: bounds overlap; words are left out. */
function within({ low, high }: StoredColumn, min: number | null, max: number | null) {
  return (code: number) =>
    (high[code] ?? Number.NaN) >= (min ?? -Infinity) &&
    (low[code] ?? Number.NaN) <= (max ?? Infinity);
}

function daysOf({ min, max }: ValueRange<string>): [number | null, number | null] {
  return [min === null ? null : dayOf(min), max === null ? null : dayOf(lastDay(max))];
}

/** Takes the mark from each row none of whose cells holds a word. */
function unmarkWithout(marks: Uint8Array, store: Store, { word, where }: SoughtWord): void {
  const found = new Uint8Array(marks.length);
  const isMeant = (text: string) => placeOf(text, word, where === "whole") >= 0;
  for (const column of store.columns) {
    const held = holding(column, word, where === "anywhere" ? undefined : isMeant);
    const { codes } = column;
    if (!held) continue;
    for (let row = 0; row < found.length; row++) {
      found[row] = (found[row] ?? 0) | (held[codes[row] ?? 0] ?? 0);
    }
  }
  for (let row = 0; row < marks.length; row++) marks[row] = (marks[row] ?? 0) & (found[row] ?? 0);
}

type SoughtWord = ReturnType<typeof toSought>["words"][number];
