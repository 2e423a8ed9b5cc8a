import type { Row } from "../table/table";
import type { Value } from "../table/value";
import type { Sides } from "./difference";
import { cellOf, type KeyedTable } from "./pairs";
import type { TextTable } from "./texts";

/** A column of both tables, as far as it can tell rows apart. */
interface Candidate {
  readonly name: string;
  /** The share of the rows that it tells apart, of the table where that is less. */
  readonly apart: number;
  /** The share of its different cells that both tables have. */
  readonly shared: number;
}

/** What keys are usually called. */
const keyName = /^(id|key|code|uuid|guid|nr|no)$|[_\s-](id|key|code|nr|no|number)$|Id$|ID$/;

/** A column of which the tables have less in common than this does not name the same rows in both. */
const enoughShared = 0.5;

/** More columns than these are not laid together. */
const mostColumns = 4;

/** The names that two tables have in common, in the order of the new one. */
export function commonFields({ before, after }: Sides<TextTable>): readonly string[] {
  const old = new Set(before.fields);
  return after.fields.filter((name) => old.has(name));
}

/**
 * The columns by which rows of two tables are matched: `id`, else one that names each row of both, else as
 * few as do so together. None where no column will do: then rows are matched by their place.
 */
export function chooseKey(tables: Sides<TextTable>): readonly string[] {
  const names = commonFields(tables);
  const isId = (name: string) => name.toLowerCase() === "id";
  const id = names.filter(isId).find((name) => toCandidate(tables, name).apart >= 0.9);
  if (id !== undefined) return [id];
  const [best] = names
    .flatMap((name) => uniqueIn(tables, name) ?? [])
    .filter(({ shared }) => shared >= enoughShared)
    .toSorted(
      (a, b) => Number(keyName.test(b.name)) - Number(keyName.test(a.name)) || b.shared - a.shared,
    );
  if (best) return [best.name];
  const all = names.map((name) => toCandidate(tables, name));
  return several(
    tables,
    all.filter(({ shared }) => shared >= enoughShared),
  );
}

/** A column that names each row of both tables; null of another, which shows at the first cell that repeats. */
function uniqueIn({ before, after }: Sides<TextTable>, name: string) {
  const old = uniqueCells(before, name);
  const own = old && uniqueCells(after, name);
  return own && { name, shared: shareOfBoth(old, own) };
}

function uniqueCells({ rows }: TextTable, name: string): Set<Value> | null {
  const cells = new Set<Value>();
  for (const row of rows) {
    const cell = cellOf(row, name);
    if (cell === null || cells.has(cell)) return null;
    cells.add(cell);
  }
  return cells;
}

/** The share of the cells that two columns have both, of the column where they are fewer. */
function shareOfBoth(old: ReadonlySet<Value>, own: ReadonlySet<Value>): number {
  let both = 0;
  for (const value of own) if (value !== null && old.has(value)) both++;
  const less = Math.min(old.size, own.size);
  return less === 0 ? 1 : both / less;
}

function several(tables: Sides<TextTable>, fit: readonly Candidate[]): readonly string[] {
  const likely = fit.toSorted((a, b) => b.apart * b.shared - a.apart * a.shared);
  const chosen: string[] = [];
  let apart = 0;
  for (const { name } of likely) {
    const next = apartBy(tables, [...chosen, name]);
    if (next <= apart) continue;
    chosen.push(name);
    apart = next;
    if (apart === 1 || chosen.length === mostColumns) break;
  }
  // The first column may be one that those after it make needless.
  const needed = chosen.filter((name) => {
    const rest = chosen.filter((each) => each !== name);
    return rest.length === 0 || apartBy(tables, rest) < apart;
  });
  return apartBy(tables, needed) === apart ? needed : chosen;
}

function toCandidate({ before, after }: Sides<TextTable>, name: string): Candidate {
  const [old, own] = [before, after].map(({ rows }) => {
    const cells = new Set<Value>();
    let last: Value | undefined;
    for (const row of rows) {
      const cell = cellOf(row, name);
      if (cell !== last) cells.add(cell);
      last = cell;
    }
    return cells;
  }) as [Set<Value>, Set<Value>];
  const apart = Math.min(shareOf(old.size, before), shareOf(own.size, after));
  return { name, apart, shared: shareOfBoth(old, own) };
}

function shareOf(different: number, { rows }: TextTable): number {
  return rows.length === 0 ? 1 : different / rows.length;
}

/** The share of the rows that some columns tell apart together, of the table where that is less. */
function apartBy({ before, after }: Sides<TextTable>, names: readonly string[]): number {
  const [old = 1, own = 1] = [before, after].map((table) =>
    shareOf(new Set(table.rows.map((row) => joinKey(row, names))).size, table),
  );
  return Math.min(old, own);
}

/** What stands between the cells of a key of several columns; in a cell it has a backslash before it. */
const between = " · ";

function escapeCell(cell: Value): string {
  return String(cell ?? "").replace(/[\\·]/g, "\\$&");
}

function joinKey(row: Row, names: readonly string[]): Value {
  const cells = names.map((name) => cellOf(row, name));
  return cells.every((cell) => cell === null) ? null : cells.map(escapeCell).join(between);
}

/** Two tables whose rows some columns name; a key that is no column of its own is in `made`. */
export interface KeyedTables extends Sides<KeyedTable> {
  readonly made: string | null;
}

/** Two tables with these columns as their key; without any, rows are named by their number. */
export function keyTables(tables: Sides<TextTable>, names: readonly string[]): KeyedTables {
  const [only] = names;
  if (only !== undefined && names.length === 1)
    return {
      before: { key: only, ...tables.before },
      after: { key: only, ...tables.after },
      made: null,
    };
  let made = names.length === 0 ? "row" : names.join(" + ");
  while (tables.before.fields.includes(made) || tables.after.fields.includes(made)) made += " ";
  const keyed = ({ fields, rows }: TextTable): KeyedTable => ({
    key: made,
    fields: [...fields, made],
    rows: rows.map((row, at) => ({
      ...row,
      [made]: names.length === 0 ? at + 1 : joinKey(row, names),
    })),
  });
  return { before: keyed(tables.before), after: keyed(tables.after), made };
}
