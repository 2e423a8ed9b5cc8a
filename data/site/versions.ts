import "server-only";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Catalog, loadCatalog, readCatalog } from "./catalog";

/** Where every published version is kept as it was published, a folder each. */
const kept = join("data", "versions");

const loaded = new Map<string, Catalog>();
let known: readonly string[] | undefined;

/** Every published version, the first one first; the last is that of the package. Looked up once a process. */
export function versionNames(): readonly string[] {
  known ??= listVersions();
  return known;
}

function listVersions(): readonly string[] {
  const { version } = loadCatalog().descriptor;
  const names = existsSync(kept) ? readdirSync(kept).filter((name) => isVersion(name)) : [];
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
  if (!existsSync(join(kept, version))) return loadCatalog();
  const catalog = loaded.get(version) ?? readCatalog(join(kept, version));
  loaded.set(version, catalog);
  return catalog;
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
