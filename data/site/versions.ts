import "server-only";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Catalog, loadCatalog, parseCatalog } from "./catalog";

/**
 * Where every published version is kept as it was published, a file each that has the texts of its files by
 * name: what holds the tables below `data/` against the documents finds those of the package alone.
 */
export const keptFolder = join("data", "versions");

/** The file that keeps a version. */
export const keptFile = (version: string) => join(keptFolder, `${version}.json`);

const loaded = new Map<string, Catalog>();
let known: readonly string[] | undefined;

/** Every published version, the first one first; the last is that of the package. Looked up once a process. */
export function versionNames(): readonly string[] {
  known ??= listVersions();
  return known;
}

function listVersions(): readonly string[] {
  const { version } = loadCatalog().descriptor;
  const files = existsSync(keptFolder) ? readdirSync(keptFolder) : [];
  const names = files.map((file) => file.replace(/\.json$/, "")).filter(isVersion);
  return [...new Set([...names.filter((name) => name !== version).toSorted(inOrder), version])];
}

/** The figures of a version; null where none of that number was published. */
export function catalogOf(version: string): Catalog | null {
  if (!versionNames().includes(version)) return null;
  return version === loadCatalog().descriptor.version ? loadCatalog() : keptCatalog(version);
}

/** A version as it was published, even where the package has got other descriptions since. */
export function keptCatalog(version: string): Catalog | null {
  if (!versionNames().includes(version)) return null;
  if (!existsSync(keptFile(version))) return loadCatalog();
  const catalog = loaded.get(version) ?? readKept(version);
  loaded.set(version, catalog);
  return catalog;
}

/** A version out of the file that keeps it; throws as `loadCatalog` does. */
export function readKept(version: string): Catalog {
  const files: Catalog["files"] = JSON.parse(readFileSync(keptFile(version), "utf8"));
  return parseCatalog(files, join(keptFolder, version));
}

/** The version that a query asks for; the newest where it asks for none, or for one that is not there. */
export function catalogAsked(query: URLSearchParams): Catalog {
  return catalogOf(query.get("_version") ?? "") ?? loadCatalog();
}

/** What `_version` says of a catalog: nothing of the newest, so that addresses of today stay short. */
export function versionOf({ descriptor: { version } }: Catalog): string {
  return version === loadCatalog().descriptor.version ? "" : version;
}

/** True of a text that numbers a version: "1.0.0". */
export function isVersion(text: string): boolean {
  return /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(text);
}

function inOrder(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  const at = left?.findIndex((part, index) => part !== right?.[index]) ?? -1;
  return (left?.[at] ?? 0) - (right?.[at] ?? 0);
}
