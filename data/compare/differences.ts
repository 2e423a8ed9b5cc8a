import type { TextTable } from "../change/texts";
import { differencesKeys } from "./choice";

/** What the open table is held against; the fragment of the address says it. */
export interface DifferencesChoice {
  /** The other table; "" is the one that is likeliest. */
  readonly against: string;
  /** The columns by which rows are matched, none for their place; null where they are chosen by the tables. */
  readonly key: readonly string[] | null;
}

/** A choice as a query; `parseDifferences` is its inverse. */
export function formatDifferences({ against, key }: DifferencesChoice): string {
  const query = new URLSearchParams({ [differencesKeys.against]: against });
  for (const name of key ?? []) query.append(differencesKeys.key, name);
  if (key?.length === 0) query.set(differencesKeys.key, "");
  return query.toString();
}

/** A query → what it holds the open table against; null where it asks for no differences. */
export function parseDifferences(text: string): DifferencesChoice | null {
  const query = new URLSearchParams(text);
  const against = query.get(differencesKeys.against);
  if (against === null) return null;
  const key = query.has(differencesKeys.key)
    ? query.getAll(differencesKeys.key).filter(Boolean)
    : null;
  return { against, key };
}

/** A version of the register with the sheets that it has. */
export interface PublishedVersion {
  readonly version: string;
  readonly sheets: readonly { readonly name: string; readonly title: string }[];
}

/** Where a sheet of a version is kept for good. */
export function addressOfSheet(version: string, sheet: string): string {
  return `/data/${version}/${sheet}.csv`;
}

/** The sheet that has the most figures of a table by their ids; null where none has any. */
export function likelySheet({ rows }: TextTable, figures: TextTable): string | null {
  const ids = new Set(rows.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { id, sheet } of figures.rows)
    if (id && ids.has(id)) counts.set(String(sheet), (counts.get(String(sheet)) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
