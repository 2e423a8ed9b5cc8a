import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { parseChangelog, type Release, reasonsOf } from "../change/changelog";
import { type TableVersions, toChanges, toChangesTable } from "../change/changes";
import type { KeyedTable } from "../change/pairs";
import { showTable } from "../sheet/show";
import type { Row, Table } from "../table/table";
import { countOf, describeConditions } from "../view/describe";
import { parseView } from "../view/view";
import { type Catalog, loadCatalog } from "./catalog";
import { allFigures, namesOf } from "./sheets";
import { catalogOf, versionNames } from "./versions";

let releases: readonly Release[] | undefined;
let changes: Table | undefined;

/** What the change log says of each version of the figures, the newest first. */
export function releasesOf(): readonly Release[] {
  releases ??= existsSync("CHANGELOG.md")
    ? parseChangelog(readFileSync("CHANGELOG.md", "utf8"))
    : [];
  return releases;
}

/** Every change from version to version, the newest version first; compared once a process. */
export function changesOf(): Table {
  changes ??= toChangesTable(compareAll());
  return changes;
}

function compareAll(): readonly Row[] {
  const versions = versionNames();
  return versions
    .slice(1)
    .flatMap((version, index) => {
      const [before, after] = [versions[index] ?? "", version].map(catalogOf);
      const release = releasesOf().find((each) => each.version === version);
      const reasons = release ? reasonsOf(release) : new Map();
      return before && after ? [toChanges(version, tablesOf(before, after), reasons)] : [];
    })
    .toReversed()
    .flat();
}

/** The tables of two versions side by side: all figures in one, so that one that moved is the same. */
export function tablesOf(before: Catalog, after: Catalog): readonly TableVersions[] {
  const lists = [...new Set([before, after].flatMap(({ tables }) => Object.keys(tables)))];
  const empty = (table: KeyedTable): KeyedTable => ({ ...table, rows: [] });
  return [
    { name: "figures", before: figuresOf(before), after: figuresOf(after) },
    ...lists.flatMap((name) => {
      const [old, own] = [listOf(before, name), listOf(after, name)];
      const either = own ?? old;
      if (!either) return [];
      return [{ name, before: old ?? empty(either), after: own ?? empty(either) }];
    }),
  ];
}

/** The changes that a query asks for, and what it asks for in words. */
export function showChanges(query: URLSearchParams) {
  const table = changesOf();
  const { view, problems } = parseView(query, { ...table, versions: versionNames() });
  const names = namesOf(loadCatalog());
  const { derived, columns } = showTable(table, names)(view);
  const count = countOf(derived.rows.length, table.rows.length, "change");
  const says = [count, ...describeConditions(view, columns, names)].join("; ");
  return { view, problems, rows: derived.rows, says };
}

function figuresOf(catalog: Catalog): KeyedTable {
  const { schema, figures } = allFigures(catalog);
  return keyed({ schema, rows: figures });
}

function listOf({ tables }: Catalog, name: string): KeyedTable | null {
  const table = tables[name];
  return table ? keyed(table) : null;
}

function keyed({ schema, rows }: Table): KeyedTable {
  return { key: schema.primaryKey[0], fields: schema.fields.map(({ name }) => name), rows };
}
