import { boundsOf, isFigure } from "../figure/figure";
import { firstDay, isPartialDate, lastDay, overlaps, spanOf } from "../table/period";
import { notOneOf } from "../table/problem";
import type { Row } from "../table/table";
import type { Column, FilterKind } from "./column";
import { fold } from "./fold";

/** One narrowing of a table; a row stays where it matches all of them. */
export type Filter =
  | { readonly kind: "values"; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: "number"; readonly column: string; readonly range: ValueRange<number> }
  | { readonly kind: "period"; readonly column: string; readonly range: ValueRange<string> }
  | { readonly kind: "text"; readonly column: string; readonly text: string };

/** From `min` to `max`, both in; null is open. */
export interface ValueRange<T> {
  readonly min: T | null;
  readonly max: T | null;
}

interface Kind<F extends Filter> {
  readonly parse: (column: Column, values: readonly string[], rows: readonly Row[]) => Parsed<F>;
  readonly format: (filter: F) => readonly string[];
  readonly matches: (row: Row, filter: F) => boolean;
}

/** What a part of a query means, or why it means nothing. */
export type Parsed<T> = T | { readonly problem: string };

const kinds: { readonly [K in FilterKind]: Kind<Extract<Filter, { kind: K }>> } = {
  values: {
    parse: ({ name, many }, values, rows) => {
      const known = optionsOf(rows, name, many);
      const unknown = values.find((value) => !known.includes(value));
      if (unknown === undefined)
        return { kind: "values", column: name, values: [...new Set(values)].sort() };
      const allowed = known.map((value) => value || "(empty)");
      return { problem: notOneOf(name, unknown, allowed) };
    },
    format: ({ values }) => values,
    matches: (row, { column, values }) =>
      values.some((value) => value === (row[column] ?? "") || codesOf(row[column]).includes(value)),
  },
  number: {
    parse: ({ name }, values) => {
      const range = parseRange(values, castNumber, (min, max) => min <= max);
      if (range) return { kind: "number", column: name, range };
      return { problem: `${name}: expected a number or a range such as 10..20, 10.. or ..20` };
    },
    format: ({ range }) => [formatValueRange(range)],
    matches: (row, { column, range }) =>
      column === "value" ? couldLieIn(row, range) : isWithin(row[column] ?? null, range),
  },
  period: {
    parse: ({ name }, values) => {
      const range = parseRange(values, castDate, (min, max) => firstDay(min) <= lastDay(max));
      if (range) return { kind: "period", column: name, range };
      return { problem: `${name}: expected a date or a range such as 2021..2022-06 or 2021..` };
    },
    format: ({ range }) => [formatValueRange(range)],
    matches: (row, { column, range }) => {
      const date = row[column];
      const span = column === "start" ? spanOf(row) : spanOf({ start: date });
      const from = range.min ? firstDay(range.min) : "0000";
      const to = range.max ? lastDay(range.max) : "9999";
      return span !== null && overlaps(span, { from, to });
    },
  },
  text: {
    parse: ({ name }, [text = "", ...more]) => {
      if (more.length > 0) return { problem: `${name}: expected one text, found several` };
      if (text.length > 200) return { problem: `${name}: expected at most 200 characters` };
      return { kind: "text", column: name, text: text.trim() };
    },
    format: ({ text }) => [text],
    matches: (row, { column, text }) => fold(String(row[column] ?? "")).includes(fold(text).trim()),
  },
};

/** How a query narrows a column of each kind, for the codebook. */
export const filterHelp: { readonly [K in FilterKind]: { example: string; says: string } } = {
  values: { example: "place=Kabul&place=Kandahar", says: "Any of these values; empty is missing." },
  number: {
    example: "value=1000..",
    says: "From and to, both in, open at either side. A range on value keeps what could lie in it; words state no number and are left out.",
  },
  period: {
    example: "start=2021..2022-06",
    says: "Dates at any precision, both ends in. Period keeps what shares a day with the range; where no period is stated, the date it is stated for counts.",
  },
  text: { example: "note=tourists", says: "The text holds this, in upper or lower case." },
};

/** The values of a query's key → the filter they ask for, or what is wrong, naming what is allowed. */
export function parseFilter(
  column: Column,
  values: readonly string[],
  rows: readonly Row[],
): Parsed<Filter> {
  return kinds[column.kind].parse(column, values, rows);
}

/** The values that say this filter in a query; inverse of `parseFilter`. */
export function formatFilter<K extends FilterKind>(filter: Extract<Filter, { kind: K }>) {
  const kind: Kind<Extract<Filter, { kind: K }>> = kinds[filter.kind as K];
  return kind.format(filter);
}

/** True of a row that a filter keeps. A range on `value` keeps what could lie in it. */
export function matches<K extends FilterKind>(row: Row, filter: Extract<Filter, { kind: K }>) {
  const kind: Kind<Extract<Filter, { kind: K }>> = kinds[filter.kind as K];
  return kind.matches(row, filter);
}

/** The different values of a column, sorted, "" for missing; codes one by one where it holds many. */
export function optionsOf(rows: readonly Row[], column: string, many = false): readonly string[] {
  const values = rows.flatMap((row) => {
    const value = row[column] ?? null;
    return value === null ? [""] : many ? codesOf(value) : [String(value)];
  });
  return [...new Set(values)].sort();
}

/** How many rows hold each value of a column. */
export function valuesIn(
  rows: readonly Row[],
  column: string,
  many: boolean,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of optionsOf([row], column, many))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function codesOf(value: unknown): readonly string[] {
  return typeof value === "string" && /^[A-Z]{2}( [A-Z]{2})*$/.test(value) ? value.split(" ") : [];
}

function castNumber(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function castDate(text: string): string | undefined {
  return isPartialDate(text) ? text : undefined;
}

function parseRange<T>(
  [text = "", ...more]: readonly string[],
  cast: (text: string) => T | undefined,
  isOrdered: (min: T, max: T) => boolean,
): ValueRange<T> | null {
  const [from = "", to = from, ...rest] = text.split("..");
  const min = from === "" ? null : cast(from);
  const max = to === "" ? null : cast(to);
  if (more.length + rest.length > 0 || min === undefined || max === undefined) return null;
  if (min === null && max === null) return null;
  if (min !== null && max !== null && !isOrdered(min, max)) return null;
  return { min, max };
}

function formatValueRange<T>({ min, max }: ValueRange<T>): string {
  return min === max ? plain(min) : `${plain(min)}..${plain(max)}`;
}

/** A bound without an exponent, so that it reads back. */
function plain(bound: unknown): string {
  if (typeof bound !== "number") return String(bound ?? "");
  return bound.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
}

function isWithin(value: unknown, { min, max }: ValueRange<number>): boolean {
  return typeof value === "number" && value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

/** "More than 900" could be 1,000 as well; words state no number, so no range keeps them. */
function couldLieIn(row: Row, { min, max }: ValueRange<number>): boolean {
  if (!isFigure(row) || row.precision === "words") return false;
  const bounds = boundsOf(row);
  const low = bounds.low ?? 0;
  const high = bounds.high ?? (row.unit === "percent" ? 100 : Infinity);
  const from = min ?? -Infinity;
  const to = max ?? Infinity;
  const above = row.precision === "more than" ? to > low : to >= low;
  const below = row.precision === "fewer than" ? from < high : from <= high;
  return above && below;
}
