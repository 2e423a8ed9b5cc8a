import { isFigure, middleOf } from "../figure/figure";
import { formatCell } from "../figure/format";
import type { Names } from "../figure/names";
import { firstDay, lastDay, spanOf } from "../table/period";
import type { Row, Table } from "../table/table";
import { applyCountingRule, type CountingRule, everyStatement } from "./counting-rule";
import { matches } from "./filter";
import { fold } from "./fold";
import { orderByRank, type Ranks, toRanks } from "./rank";
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
  const { rows } = table;
  const find = toFind(view.find, names);
  const only = new Set(view.only);
  const isListed = (row: R) => only.size === 0 || only.has(String(row.id));
  const isFound = (row: R) =>
    isListed(row) && view.filters.every((filter) => matches(row, filter)) && find(row);
  const isCounted = toCounted(rows, view.count, names);
  const kept: number[] = [];
  let [folded, setAside] = [0, 0];
  for (const [at, row] of rows.entries()) {
    if (!isFound(row)) continue;
    if (view.repeats !== "show" && row.echoes) folded += 1;
    else if (isCounted(row)) kept.push(at);
    else setAside += 1;
  }
  const ordered = inOrder(kept, view.sort, rows, names);
  return { rows: ordered.map((at) => rows[at] as R), folded, setAside };
}

/** True of the rows that a rule keeps, as it chooses among all statements of the workbook. */
function toCounted(
  rows: readonly Row[],
  count: CountingRule,
  { published, shared }: Names,
): (row: Row) => boolean {
  if (count === everyStatement) return () => true;
  const ids = new Set(shared.map(({ id }) => id));
  const all = [...rows.filter(isFigure).filter(({ id }) => !ids.has(id)), ...shared];
  const kept = new Set(applyCountingRule(all, count, published).map(({ id }) => id));
  return (row) => !isFigure(row) || kept.has(row.id);
}

/** Places of rows in the order that a view asks for; rows alike stay as they are. */
function inOrder(
  places: readonly number[],
  sorts: readonly Sort[],
  rows: readonly Row[],
  names: Names,
): readonly number[] {
  return sorts.reduceRight(
    (ordered, sort) => orderByRank(ordered, ranksOf(rows, sort, names)),
    places,
  );
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

const knownUnits = new WeakMap<readonly Row[], readonly string[]>();

/** The units of some rows, that of the most rows first, else as they come; kept a list. */
export function unitsOf(rows: readonly Row[]): readonly string[] {
  const units = knownUnits.get(rows) ?? findUnits(rows);
  knownUnits.set(rows, units);
  return units;
}

function findUnits(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { unit } of rows) counts.set(String(unit), (counts.get(String(unit)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([unit]) => unit);
}

const knownRanks = new WeakMap<readonly Row[], WeakMap<Names, Map<string, Ranks>>>();

/** The ranks of a table's rows by one column; kept a table, so that an order is computed once. */
function ranksOf(rows: readonly Row[], { column, descending }: Sort, names: Names): Ranks {
  const ofRows = knownRanks.get(rows) ?? new WeakMap<Names, Map<string, Ranks>>();
  knownRanks.set(rows, ofRows);
  const ofNames = ofRows.get(names) ?? new Map<string, Ranks>();
  ofRows.set(names, ofNames);
  const key = `${descending ? "-" : ""}${column}`;
  const ranks = ofNames.get(key) ?? findRanks(rows, { column, descending }, names);
  ofNames.set(key, ranks);
  return ranks;
}

/**
 * Computes the orders of some columns, both ways, so that the first press on a heading need not wait: one
 * from a place on; gives the place of the next one.
 */
export function prepareOrder(
  rows: readonly Row[],
  columns: readonly { readonly name: string }[],
  names: Names,
  from = 0,
): number {
  const column = columns[Math.floor(from / 2)];
  if (column) ranksOf(rows, { column: column.name, descending: from % 2 === 1 }, names);
  return from + 1;
}

function findRanks(rows: readonly Row[], { column, descending }: Sort, names: Names): Ranks {
  const units = unitsOf(rows);
  const keys = rows.map((row) => keyOf(row, column, units, names));
  return toRanks(rows.length, (a, b) => compare(keys[a] ?? null, keys[b] ?? null, descending));
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
