import { boundsOf, isFigure } from "../figure/figure";
import { firstDay, lastDay, overlaps, type Span, spanOf } from "../table/period";
import { isProblem, notOneOf, type Parsed } from "../table/problem";
import type { Row } from "../table/table";
import type { Column, FilterKind } from "./column";
import { fold } from "./fold";
import { formatValueRange, parseDates, parseNumbers, type ValueRange } from "./value-range";

/** One narrowing of a table; a row stays where it matches all of them. */
export type Filter =
  | ValuesFilter
  | { readonly kind: "number"; readonly column: string; readonly range: ValueRange<number> }
  | PeriodFilter
  | TextFilter;

/** Rows whose period shares a day with the range, or with one of more ranges. */
export interface PeriodFilter {
  readonly kind: "period";
  readonly column: string;
  readonly range: ValueRange<string>;
  readonly more?: readonly ValueRange<string>[];
}

/** Rows whose text holds the words or, of `whole`, is them; of `except`, all other rows. */
export interface TextFilter {
  readonly kind: "text";
  readonly column: string;
  readonly text: string;
  readonly whole?: true;
  readonly except?: true;
}

/** Rows that hold one of the values or, of `except`, some other value; except none is all rows, no value none. */
export interface ValuesFilter {
  readonly kind: "values";
  readonly column: string;
  readonly values: readonly string[];
  readonly except?: true;
}

interface Kind<F extends Filter> {
  readonly parse: (
    column: Column,
    values: readonly string[],
    rows: readonly Row[],
    isExcept: boolean,
  ) => Parsed<F>;
  readonly format: (filter: F) => readonly string[];
  readonly matches: (row: Row, filter: F) => boolean;
}

const kinds: { readonly [K in FilterKind]: Kind<Extract<Filter, { kind: K }>> } = {
  values: {
    parse: ({ name, many }, values, rows, isExcept) => {
      const options = optionsOf(rows, name, many);
      const known = new Set(options);
      const filter = { kind: "values", column: name } as const;
      if (values.length === 1 && values[0] === all && !known.has(all))
        return isExcept ? { ...filter, values: [] } : { ...filter, values: [], except: true };
      const unknown = values.find((value) => !known.has(value));
      const said = [...new Set(values)].sort();
      if (unknown === undefined)
        return isExcept ? { ...filter, values: said, except: true } : { ...filter, values: said };
      const allowed = options.map((value) => value || "(empty)");
      return { problem: notOneOf(isExcept ? `${name}!` : name, unknown, allowed) };
    },
    format: ({ values }) => (values.length === 0 ? [all] : values),
    matches: (row, { column, values, except }) =>
      except ? holdsOther(row[column], values) : holdsOne(row[column], values),
  },
  number: {
    parse: ({ name }, values) => {
      const range = parseOnly(values, parseNumbers);
      return isProblem(range) ? named(name, range) : { kind: "number", column: name, range };
    },
    format: ({ range }) => [formatValueRange(range)],
    matches: (row, { column, range }) =>
      column === "value" ? couldLieIn(row, range) : isWithin(row[column] ?? null, range),
  },
  period: {
    parse: ({ name }, values) => {
      const ranges = values.map(parseDates);
      const wrong = ranges.find(isProblem);
      if (wrong) return named(name, wrong);
      const [range, ...more] = ranges.flatMap((each) => (isProblem(each) ? [] : [each]));
      if (!range) return named(name, { problem: "expected a date or a range, found nothing" });
      const filter = { kind: "period", column: name, range } as const;
      return more.length > 0 ? { ...filter, more } : filter;
    },
    format: (filter) => rangesOf(filter).map(formatValueRange),
    matches: (row, filter) => {
      const span = spanIn(row, filter.column);
      return span !== null && rangesOf(filter).some((range) => overlaps(span, daysOf(range)));
    },
  },
  text: {
    parse: ({ name }, [said = "", ...more], _rows, isExcept) => {
      if (more.length > 0) return { problem: `${name}: expected one text, found several` };
      const whole = said.startsWith(wholeSign);
      const text = said.slice(whole ? wholeSign.length : 0).trim();
      if (text.length > longestText)
        return { problem: `${name}: expected at most ${longestText} characters` };
      return toTextFilter(name, text, whole, isExcept);
    },
    // With a space before it a text that begins with the sign is looked for as it is.
    format: ({ text, whole }) => [
      whole ? wholeSign + text : text.startsWith(wholeSign) ? ` ${text}` : text,
    ],
    matches: (row, { column, text, whole = false, except = false }) => {
      const [cell, sought] = [fold(String(row[column] ?? "")).trim(), fold(text).trim()];
      return (whole ? cell === sought : cell.includes(sought)) !== except;
    },
  },
};

/** Before a text that is all of a cell; alone it is a cell without text. */
const wholeSign = "=";

/** So many characters of a text are looked for at most. */
export const longestText = 200;

/** The filter of a text; what it does not do is not said. */
export function toTextFilter(
  column: string,
  text: string,
  whole: boolean,
  except: boolean,
): TextFilter {
  return {
    kind: "text",
    column,
    text,
    ...(whole && { whole: true }),
    ...(except && { except: true }),
  };
}

/** The ranges of a filter on a period, any of which a row may touch. */
export function rangesOf({ range, more = [] }: PeriodFilter): readonly ValueRange<string>[] {
  return [range, ...more];
}

/** The days that a row's cell of a column speaks of; null where it names none. */
export function spanIn(row: Row, column: string): Span | null {
  return column === "start" ? spanOf(row) : spanOf({ start: row[column] });
}

function daysOf({ min, max }: ValueRange<string>): Span {
  return { from: min ? firstDay(min) : "0000", to: max ? lastDay(max) : "9999" };
}

/** The value that stands for all values of a column. */
const all = "*";

function parseOnly<T>(
  [text = "", ...more]: readonly string[],
  parse: (text: string) => Parsed<ValueRange<T>>,
): Parsed<ValueRange<T>> {
  return more.length > 0 ? { problem: "expected one range, found several" } : parse(text);
}

function named(name: string, { problem }: { readonly problem: string }) {
  return { problem: `${name}: ${problem}` };
}

/** How a query narrows a column of each kind, for the codebook. */
export const filterHelp: { readonly [K in FilterKind]: { example: string; says: string } } = {
  values: {
    example: "place=Kabul&place=Kandahar",
    says: "Any of these values; empty is missing. place!=Kabul is all but this one, place=* all, place!=* none.",
  },
  number: {
    example: "value=1000..",
    says: "From and to, both in, open at either side. A range on value keeps what could lie in it; words state no number and are left out.",
  },
  period: {
    example: "start=2021..2022-06",
    says: "Dates at any precision, both ends in; several are any of them. Period keeps what shares a day with the range; where no period is stated, the date it is stated for counts.",
  },
  text: {
    example: "note=tourists",
    says: "The text holds this, in upper or lower case. note==tourists is all of it, note== is no text; with ! all others: note!=tourists, note!==.",
  },
};

/** The filter of a column among others. */
export function filterOf(filters: readonly Filter[], column: string): Filter | undefined {
  return filters.find((filter) => filter.column === column);
}

/** The values of a query's key → the filter they ask for, or what is wrong, naming what is allowed. */
export function parseFilter(
  column: Column,
  values: readonly string[],
  rows: readonly Row[],
  isExcept = false,
): Parsed<Filter> {
  return kinds[column.kind].parse(column, values, rows, isExcept);
}

/** True of a filter whose key in a query has "!" after it, as its values are those that are left out. */
export function isExcept(filter: Filter): boolean {
  if (filter.kind === "values") return (filter.except === true) === filter.values.length > 0;
  return filter.kind === "text" && filter.except === true;
}

/** The values that a list of a column has chosen: those of its filter, or all that it does not leave out. */
export function chosenValues(filter: Filter | undefined, options: readonly string[]) {
  if (filter?.kind !== "values") return options;
  const { values, except } = filter;
  return except ? options.filter((value) => !values.includes(value)) : values;
}

/**
 * The filter that keeps the chosen values, of which more than half are said by the others; null where
 * that is all of them.
 */
export function toValuesFilter(
  column: string,
  chosen: readonly string[],
  options: readonly string[],
): ValuesFilter | null {
  const values = [...new Set(chosen)].sort();
  const others = options.filter((value) => !values.includes(value));
  if (others.length === 0) return null;
  // Where "*" is a value of its own, none of them is all but all.
  const isShorter = others.length < values.length || (values.length === 0 && options.includes(all));
  return isShorter
    ? { kind: "values", column, values: others, except: true }
    : { kind: "values", column, values };
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

function holdsOne(value: unknown, values: readonly string[]): boolean {
  const codes = codesOf(value);
  return values.some((each) => each === (value ?? "") || codes.includes(each));
}

/** True of a value, or of one of several codes in it, that is not among those that are left out. */
function holdsOther(value: unknown, left: readonly string[]): boolean {
  const codes = codesOf(value);
  const isLeft = (each: unknown) => left.includes(String(each ?? ""));
  return !isLeft(value) && (codes.length === 0 || !codes.every(isLeft));
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
