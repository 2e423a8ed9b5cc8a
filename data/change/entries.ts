import { compareText } from "../table/order";
import type { Row } from "../table/table";
import type { Value } from "../table/value";
import type { Difference } from "./difference";

/** What an entry is about, in the order in which they are listed. */
export const entryKinds = [
  "changed cell",
  "new row",
  "row gone",
  "cell of a new column",
  "cell of a column gone",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One line of a difference as it is listed; a row that is new or gone is one, with all its cells. */
export interface Entry {
  readonly kind: EntryKind;
  readonly key: Value;
  /** Null of a whole row. */
  readonly field: string | null;
  readonly before: Value;
  readonly after: Value;
}

/** A difference as a list; `made` is a key that is no column of either table. */
export function toEntries(
  { key, changed, added, gone, columns }: Difference,
  made: string | null,
): readonly Entry[] {
  const whole = (row: Row) => describeRow(row, key, made);
  return [
    ...changed.flatMap((row) =>
      row.cells.map((cell): Entry => ({ kind: "changed cell", key: row.key, ...cell })),
    ),
    ...added.map((row): Entry => {
      return {
        kind: "new row",
        key: row[key] ?? null,
        field: null,
        before: null,
        after: whole(row),
      };
    }),
    ...gone.map((row): Entry => {
      return {
        kind: "row gone",
        key: row[key] ?? null,
        field: null,
        before: whole(row),
        after: null,
      };
    }),
    ...columns.added.flatMap(({ name, cells }) =>
      cells.map(({ key, value }): Entry => {
        return { kind: "cell of a new column", key, field: name, before: null, after: value };
      }),
    ),
    ...columns.gone.flatMap(({ name, cells }) =>
      cells.map(({ key, value }): Entry => {
        return { kind: "cell of a column gone", key, field: name, before: value, after: null };
      }),
    ),
  ];
}

/** All filled cells of a row but its key: "place: Kabul · dead: 3". */
function describeRow(row: Row, key: string, made: string | null): string {
  const cells = Object.entries(row).filter(
    ([field, value]) => value !== null && field !== key && field !== made,
  );
  return cells.map(([field, value]) => `${field}: ${value}`).join(" · ");
}

/** The columns of the list that it can be sorted by. */
export const entryColumns = ["kind", "key", "field", "before", "after"] as const;
export type EntryColumn = (typeof entryColumns)[number];

/** Which entries are asked for, and in which order. */
export interface EntryView {
  readonly kind: string | null;
  readonly field: string | null;
  readonly find: string;
  readonly sort: { readonly by: EntryColumn; readonly descending: boolean } | null;
}

/** The entries of a view, in its order; `fold` makes texts alike that a search takes for the same. */
export function selectEntries(
  entries: readonly Entry[],
  { kind, field, find, sort }: EntryView,
  fold: (text: string) => string,
): readonly Entry[] {
  const words = fold(find).split(" ").filter(Boolean);
  const kept = entries.filter(
    (entry) =>
      (kind === null || entry.kind === kind) &&
      (field === null || entry.field === field) &&
      (words.length === 0 || holds(entry, words, fold)),
  );
  return sort ? sortEntries(kept, sort) : kept;
}

function holds(
  { key, field, before, after }: Entry,
  words: readonly string[],
  fold: (text: string) => string,
): boolean {
  const text = fold([key, field, before, after].map((value) => value ?? "").join(" "));
  return words.every((word) => text.includes(word));
}

/** Sorts numbers by their value and before words; missing values last both ways, and equals as they stood. */
function sortEntries(
  entries: readonly Entry[],
  { by, descending }: NonNullable<EntryView["sort"]>,
): readonly Entry[] {
  const sign = descending ? -1 : 1;
  const keyed = entries.map((entry) => ({ entry, place: placeOf(entry, by) }));
  keyed.sort((a, b) => {
    const [left, right] = [a.place, b.place];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * comparePlaces(left, right);
  });
  return keyed.map(({ entry }) => entry);
}

function placeOf(entry: Entry, by: EntryColumn): string | number | null {
  if (by === "kind") return entryKinds.indexOf(entry.kind);
  const value = entry[by];
  if (value === null || typeof value === "number") return value;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function comparePlaces(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number" || typeof b === "number") return typeof a === "number" ? -1 : 1;
  return compareText(a, b);
}

/** How many entries there are of each kind and of each column, those of none left out. */
export function countEntries(entries: readonly Entry[]) {
  const kinds = new Map<string, number>();
  const fields = new Map<string, number>();
  const add = (counts: Map<string, number>, name: string) =>
    counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { kind, field } of entries) {
    add(kinds, kind);
    if (field !== null) add(fields, field);
  }
  return {
    kinds: entryKinds.flatMap((kind) => {
      const count = kinds.get(kind);
      return count ? [[kind, count] as const] : [];
    }),
    fields: [...fields].toSorted(([, a], [, b]) => b - a),
  };
}
