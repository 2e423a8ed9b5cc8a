import { type Figure, isFigure, middleOf } from "../figure/figure";
import { formatCell } from "../figure/format";
import type { Names } from "../figure/names";
import { firstDay, lastDay, spanOf } from "../table/period";
import type { Row, Table } from "../table/table";
import { applyCountingRule, type CountingRule } from "./counting-rule";
import { matches } from "./filter";
import { fold } from "./fold";
import { toFind } from "./search";
import type { Sort, ViewPart } from "./view";

export interface Derived<R extends Row> {
  /** The rows the view shows, in the order it shows them. */
  readonly rows: readonly R[];
  /** How many rows were left out only because they repeat another figure. */
  readonly folded: number;
  /** How many were left out only because the counting rule kept another statement of their fact. */
  readonly setAside: number;
}

/** What a view shows of a table. Grid, chart, sentence, count and download all come from here. */
export function derive<R extends Row>(
  table: Table<R>,
  view: ViewPart<"rows">,
  names: Names,
): Derived<R> {
  const find = toFind(view.find, names);
  const isListed = (row: R) => view.only.length === 0 || view.only.includes(String(row.id));
  const found = table.rows.filter(
    (row) => isListed(row) && view.filters.every((filter) => matches(row, filter)) && find(row),
  );
  const all: readonly Row[] = table.rows;
  const counted = countedOf(all.filter(isFigure), view.count, names);
  const isKept = (row: R) => !isFigure(row) || counted.has(row.id);
  const isShown = (row: R) => view.repeats === "show" || !row.echoes;
  const kept = found.filter((row) => isKept(row) && isShown(row));
  const folded = found.filter((row) => !isShown(row)).length;
  const rows = view.sort.length > 0 ? kept.toSorted(by(view.sort, table.rows, names)) : kept;
  return { rows, folded, setAside: found.length - kept.length - folded };
}

/** Ids of the figures that a rule keeps, as it chooses among all statements of the workbook. */
function countedOf(
  figures: readonly Figure[],
  count: CountingRule,
  { published, shared }: Names,
): ReadonlySet<string> {
  const ids = new Set(shared.map(({ id }) => id));
  const all = [...figures.filter(({ id }) => !ids.has(id)), ...shared];
  return new Set(applyCountingRule(all, count, published).map(({ id }) => id));
}

type Key = readonly (string | number)[];

/**
 * What each column sorts by where it is not its text; null is missing. Values sort within their unit:
 * 50% is neither more nor less than 45 attacks.
 */
const keys: { readonly [column: string]: (row: Row, units: readonly string[]) => Key | null } = {
  value: (row, units) => {
    const middle = isFigure(row) ? middleOf(row) : null;
    if (middle !== null) return [units.indexOf(String(row.unit)), middle];
    return row.precision === "words" ? [units.length, 0] : null;
  },
  start: (row) => {
    const span = spanOf(row);
    return span && [span.from, span.to];
  },
  end: (row) => dayKey(row.end),
  as_of: (row) => dayKey(row.as_of),
  date: (row) => dayKey(row.date),
  published: (row) => dayKey(row.published),
};

function dayKey(date: unknown): Key | null {
  return typeof date === "string" ? [firstDay(date), lastDay(date)] : null;
}

/** The units of some rows, that of the most rows first, else as they come. */
export function unitsOf(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { unit } of rows) counts.set(String(unit), (counts.get(String(unit)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([unit]) => unit);
}

function by(sorts: readonly Sort[], rows: readonly Row[], names: Names) {
  const units = unitsOf(rows);
  return (a: Row, b: Row): number => {
    for (const { column, descending } of sorts) {
      const key = (row: Row) => keyOf(row, column, units, names);
      const order = compare(key(a), key(b), descending);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Missing values come last in either direction; words of a value come before them, also both ways. */
function compare(a: Key | null, b: Key | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a.length > 1 && typeof a[0] === "number" && a[0] !== b[0]) return Number(a[0]) - Number(b[0]);
  const index = a.findIndex((part, position) => part !== b[position]);
  if (index < 0) return 0;
  const order = (a[index] ?? "") < (b[index] ?? "") ? -1 : 1;
  return descending ? -order : order;
}

function keyOf(row: Row, column: string, units: readonly string[], names: Names): Key | null {
  const key = Object.hasOwn(keys, column) ? keys[column] : undefined;
  if (key) return key(row, units);
  const value = row[column] ?? null;
  if (value === null) return null;
  return [typeof value === "number" ? value : fold(formatCell(row, column, names))];
}
