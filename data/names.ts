import type { Table } from "./table";

/** What people call the things that figures name by id, and what else they call them. */
export interface Names {
  readonly documents: { readonly [id: string]: string };
  readonly events: { readonly [id: string]: string };
  readonly measures: { readonly [id: string]: string };
  /** Further names by id of a document or an event, as one text. */
  readonly aliases: { readonly [id: string]: string };
  /** Groups of names for one thing. */
  readonly groups: readonly (readonly string[])[];
}

/** The names that the tables of a catalog give. */
export function toNames(
  tables: { readonly [resource: string]: Table },
  groups: readonly (readonly string[])[],
): Names {
  const by = (resource: string, field: string) =>
    Object.fromEntries(
      (tables[resource]?.rows ?? []).map((row) => [String(row.id), String(row[field] ?? "")]),
    );
  return {
    documents: by("documents", "short"),
    events: by("events", "name"),
    measures: by("measures", "title"),
    aliases: { ...by("documents", "aliases"), ...by("events", "aliases") },
    groups,
  };
}
