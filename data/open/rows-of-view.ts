import { lastDay } from "../table/period";
import type { Filter } from "../view/filter";
import { fold } from "../view/fold";
import { placeOf, toSought } from "../view/search";
import type { ValueRange } from "../view/value-range";
import type { View } from "../view/view";
import { type MissingFilter, withMissing } from "./missing-filter";
import { sortRows } from "./rank";
import { dayOf, foldedWords, type Store, type StoredColumn } from "./store";

/** As much of a view as decides on rows and their order. */
export type RowsView = Pick<View, "filters" | "find" | "sort"> & {
  readonly missing?: ReadonlyMap<string, MissingFilter>;
};

/** The row numbers that a view keeps, in its order. */
export function rowsOfView(store: Store, view: RowsView): Uint32Array {
  const { filters, find, sort, missing } = view;
  const columns = new Map(store.columns.map((column) => [column.id, column]));
  const tests = store.columns.flatMap((column) => {
    const own = filters.find((filter) => filter.column === column.id);
    const kept = withMissing(column, own ? keptBy(column, own) : null, missing?.get(column.id));
    return kept ? [{ codes: column.codes, kept }] : [];
  });
  let rows = keep(store.size, (row) =>
    tests.every(({ codes, kept }) => kept[codes[row] ?? 0] === 1),
  );
  for (const isFound of wordsOf(store, find)) rows = rows.filter(isFound);
  // The last key first, since each sort keeps the order of equals.
  for (const { column, descending } of sort.toReversed()) {
    const sorted = columns.get(column);
    if (sorted) rows = sortRows(rows, sorted, descending);
  }
  return rows;
}

function keep(size: number, isKept: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) if (isKept(row)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** By cell of a column: 1 where a filter keeps it. */
function keptBy(column: StoredColumn, filter: Filter): Uint8Array {
  const test = testOf(column, filter);
  return Uint8Array.from(column.words, (_, code) => Number(test(code)));
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
  const text = fold(filter.text).trim();
  const folded = foldedWords(column);
  const { whole = false, except = false } = filter;
  return (code) => {
    const cell = missing[code] === 1 && whole ? "" : (folded[code] ?? "").trim();
    return (whole ? cell === text : cell.includes(text)) !== except;
  };
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

/** For each word of a search a test of a row: some cell of it holds the word. */
function wordsOf(store: Store, find: string): readonly ((row: number) => boolean)[] {
  if (!find) return [];
  return toSought(find, []).words.map(({ word, where }) => {
    const holds = (text: string) =>
      where === "anywhere" ? text.includes(word) : placeOf(text, word, where === "whole") >= 0;
    const found = store.columns.map((column) => ({
      codes: column.codes,
      held: Uint8Array.from(foldedWords(column), (text) => Number(holds(text))),
    }));
    return (row: number) => found.some(({ codes, held }) => held[codes[row] ?? 0] === 1);
  });
}
