import type { Column } from "../view/column";
import type { StoredColumn } from "./store";

/** Of a column of numbers or days: only rows without a value, or these beside those in a range. */
export type MissingFilter = "only" | "or";

/** An empty value of such a column asks for what is missing; the rest of a query is a view as elsewhere. */
export function splitMissing(text: string, columns: readonly Column[]) {
  const query = new URLSearchParams(text);
  const missing = new Map<string, MissingFilter>();
  for (const { name, kind } of columns) {
    if (kind !== "number" && kind !== "period") continue;
    const values = query.getAll(name);
    if (!values.includes("")) continue;
    const others = values.filter((value) => value !== "");
    query.delete(name);
    for (const value of others) query.append(name, value);
    missing.set(name, others.length > 0 ? "or" : "only");
  }
  return { query, missing };
}

/** A filter by cell, with what is missing. */
export function withMissing(
  { missing }: StoredColumn,
  kept: Uint8Array | null,
  filter: MissingFilter | undefined,
): Uint8Array | null {
  if (filter === undefined) return kept;
  return missing.map((isMissing, code) => isMissing || (filter === "or" && kept?.[code]) || 0);
}

/** Such filters in words. */
export function describeMissing(
  missing: ReadonlyMap<string, MissingFilter>,
  columns: readonly Column[],
): readonly string[] {
  return [...missing].map(([id, filter]) => {
    const title = columns.find(({ name }) => name === id)?.title ?? id;
    return filter === "only" ? `${title} is missing` : `${title} may be missing`;
  });
}
