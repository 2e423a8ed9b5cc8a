import { isProblem, type Parsed, quote } from "../table/problem";
import type { Table } from "../table/table";

/** A value of a key, or one of the key with "!" after it, which says what is left out. */
export type Said = string | { readonly except: string };

type Ids = readonly string[];

/** Values of a key that lists ids → the ids; "*" is all of the table. */
export function parseIds(key: string, values: Ids, table: Table): Parsed<Ids> {
  const { all, known } = idsOf(table);
  if (values.length === 1 && values[0] === "*" && !known.has("*")) return all;
  const ids = values.flatMap((value) => (known.has(value) ? [value] : value.split(",")));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return [...new Set(ids)];
  return { problem: `${key}: expected an id of this table, found ${quote(unknown)}` };
}

/** The same of the key with "!": all ids but those. */
export function parseIdsExcept(key: string, values: Ids, table: Table): Parsed<Ids> {
  const parsed = parseIds(key, values, table);
  return isProblem(parsed) ? parsed : without(idsOf(table).all, parsed);
}

/** Ids as a list, or, where they are most of a table, as those that are left out; "*" is all. */
export function formatIds(ids: Ids, table?: Table): readonly Said[] {
  const all = table ? idsOf(table).all : [];
  if (ids.length === 0 || ids.length * 2 <= all.length || !table) return joinIds(ids);
  const left = without(all, ids);
  if (left.length > 0) return joinIds(left).map((except) => ({ except }));
  return all.includes("*") ? joinIds(ids) : ["*"];
}

/** A comma parts ids; where ids hold commas, each is a value of its own. */
function joinIds(ids: Ids): Ids {
  if (ids.length === 0) return [];
  return ids.some((id) => id.includes(",")) ? ids : [ids.join(",")];
}

function without(all: Ids, ids: Ids): Ids {
  const left = new Set(ids);
  return all.filter((id) => !left.has(id));
}

interface TableIds {
  readonly all: Ids;
  readonly known: ReadonlySet<string>;
}

const found = new WeakMap<Table, TableIds>();

/** The ids of a table; kept a table, since each view is read with them. */
function idsOf(table: Table): TableIds {
  const ids = found.get(table) ?? listIds(table);
  found.set(table, ids);
  return ids;
}

function listIds({ schema, rows }: Table): TableIds {
  const all = rows.map((row) => String(row[schema.primaryKey[0]]));
  return { all, known: new Set(all) };
}
