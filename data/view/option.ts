import { formatOption } from "../figure/format";
import type { Names } from "../figure/names";
import { kept, keptByName } from "../table/kept";
import { compareText } from "../table/order";
import type { Row } from "../table/table";
import type { Column } from "./column";
import { optionsOf, type PeriodFilter, rangesOf, spanIn } from "./filter";
import type { ValueRange } from "./value-range";

/** A value of a column that a list offers, with the words for it. */
export interface ListedValue {
  readonly value: string;
  readonly title: string;
}

/** As people sort: "Uzbek" after "attackers", 9 before 10, quotation marks passed over. */
const collator = new Intl.Collator("en", { numeric: true, ignorePunctuation: true });

/**
 * The values of a column as a list offers them: in the order of its categories where it has some, else by
 * their words; missing last.
 */
export function listValues(
  rows: readonly Row[],
  column: Column,
  names: Names,
): readonly ListedValue[] {
  return listsOf(names)(rows, column.name, column);
}

/** Kept a table and column, since each menu of a page, and on the server each page, asks for them again. */
const listsOf = kept((names: Names) =>
  keptByName((rows: readonly Row[], _, column: Column) => toList(rows, column, names)),
);

function toList(
  rows: readonly Row[],
  { name, many, categories }: Column,
  names: Names,
): readonly ListedValue[] {
  const ranks = new Map(categories.map(({ value }, index) => [String(value), index]));
  const rank = (value: string) => (value === "" ? Infinity : (ranks.get(value) ?? ranks.size));
  return optionsOf(rows, name, many)
    .map((value) => ({ value, title: formatOption(name, value, names) }))
    .toSorted(
      (a, b) =>
        compareRanks(rank(a.value), rank(b.value)) ||
        collator.compare(a.title, b.title) ||
        compareText(a.value, b.value),
    );
}

function compareRanks(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** How many rows speak of each year, from the first year to the last, those without rows too. */
export function yearsIn(rows: readonly Row[], column: string): ReadonlyMap<number, number> {
  const spans = rows.flatMap((row) => spanIn(row, column) ?? []).map(toYears);
  if (spans.length === 0) return new Map();
  const first = spans.reduce((least, [from]) => Math.min(least, from), Infinity);
  const last = spans.reduce((most, [, to]) => Math.max(most, to), -Infinity);
  const counts = new Map(listYears(first, last).map((year) => [year, 0]));
  for (const [from, to] of spans)
    for (const year of listYears(from, to)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return counts;
}

function toYears({ from, to }: { readonly from: string; readonly to: string }) {
  return [Number(from.slice(0, 4)), Number(to.slice(0, 4))] as const;
}

function listYears(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Those of the years that a filter touches; all of them without one. */
export function chosenYears(
  filter: PeriodFilter | undefined,
  years: readonly number[],
): readonly number[] {
  if (!filter) return years;
  const isIn = (year: number, { min, max }: ValueRange<string>) =>
    year >= Number(min?.slice(0, 4) ?? 0) && year <= Number(max?.slice(0, 4) ?? 9999);
  const ranges = rangesOf(filter);
  return years.filter((year) => ranges.some((range) => isIn(year, range)));
}

/** Chosen years of a list as ranges, as a query says them: 2016, 2017 and 2020 → "2016..2017", "2020". */
export function toYearRanges(
  chosen: readonly number[],
  years: readonly number[],
): readonly string[] {
  const ends = years.filter((year) => chosen.includes(year) && !chosen.includes(year + 1));
  const starts = years.filter((year) => chosen.includes(year) && !chosen.includes(year - 1));
  return starts.map((start, index) =>
    start === ends[index] ? `${start}` : `${start}..${ends[index]}`,
  );
}
