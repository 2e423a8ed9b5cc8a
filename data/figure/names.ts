import type { Table } from "../table/table";
import type { Figure } from "./figure";

/** What people call the things that figures name by id, and what else they call them. */
export interface Names {
  readonly documents: { readonly [id: string]: string };
  /** Titles of the sheets. */
  readonly sheets: { readonly [name: string]: string };
  readonly events: { readonly [id: string]: string };
  readonly measures: { readonly [id: string]: string };
  /** Kind of each measure, and whether its figures may be added. */
  readonly kinds: {
    readonly [measure: string]: { readonly kind: string; readonly additive: string };
  };
  /** When each document was published. */
  readonly published: { readonly [document: string]: string };
  /** Where each document can be read, by its public address; "" where none is known. */
  readonly addresses: { readonly [document: string]: string };
  /** Which document another one follows. */
  readonly follows: { readonly [document: string]: string };
  /** Further names by id of a document or an event, as one text. */
  readonly aliases: { readonly [id: string]: string };
  /** What a figure may be compared with, in words, by its id. */
  readonly compared: { readonly [figure: string]: string };
  /** Groups of names for one thing. */
  readonly groups: readonly (readonly string[])[];
  /** Years of which some figure of some sheet speaks, by measure. */
  readonly stated: { readonly [measure: string]: readonly string[] };
  /** Figures of the facts that several sheets state, in the order of the sheets. */
  readonly shared: readonly Figure[];
}

/** The names that the tables of a catalog give; `compared` says what each figure may be compared with. */
export function toNames(
  tables: { readonly [resource: string]: Table },
  groups: readonly (readonly string[])[],
  compared: Names["compared"] = {},
  sheets: readonly { readonly name: string; readonly title: string }[] = [],
  stated: Names["stated"] = {},
  shared: Names["shared"] = [],
): Names {
  const by = (resource: string, field: string) =>
    Object.fromEntries(
      (tables[resource]?.rows ?? []).map((row) => [String(row.id), String(row[field] ?? "")]),
    );
  return {
    documents: by("documents", "short"),
    sheets: Object.fromEntries(sheets.map(({ name, title }) => [name, title])),
    events: by("events", "name"),
    measures: by("measures", "title"),
    kinds: Object.fromEntries(
      (tables.measures?.rows ?? []).map(({ id, kind, additive }) => [
        String(id),
        { kind: String(kind), additive: String(additive) },
      ]),
    ),
    published: by("documents", "published"),
    addresses: by("documents", "url"),
    follows: by("documents", "follows"),
    aliases: { ...by("documents", "aliases"), ...by("events", "aliases") },
    compared,
    groups,
    stated,
    shared,
  };
}

/** The number of a document, from 1 on, by which its colour and sign go: its place among all documents. */
export function numberOfDocument(id: string, { documents }: Pick<Names, "documents">): number {
  return Object.keys(documents).indexOf(id) + 1;
}

/**
 * The names that some figures use: with a page go these and no others. Documents stay whole, since colours
 * and the counting rules go by all of them.
 */
export function namesIn(figures: readonly Figure[], names: Names): Names {
  const ids = new Set<unknown>([
    ...Object.keys(names.documents),
    ...figures.flatMap(({ id, event, measure }) => [id, event, measure]),
  ]);
  const facts = new Set(figures.map(({ fact }) => fact));
  const used = <Value>(all: { readonly [id: string]: Value }) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  return {
    ...names,
    events: used(names.events),
    measures: used(names.measures),
    kinds: used(names.kinds),
    aliases: used(names.aliases),
    compared: used(names.compared),
    stated: used(names.stated),
    shared: names.shared.filter(({ fact }) => facts.has(fact)),
  };
}
