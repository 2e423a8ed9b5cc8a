import "server-only";
import { notOneOf } from "../table/problem";
import type { Catalog } from "./catalog";
import { pivotFile } from "./pivot";
import { type Asked, publishedAt } from "./spreadsheet";
import { nothing, refusal, type TableFile } from "./table-file";
import { catalogAsked, catalogOf, keptCatalog, versionNames, versionOf } from "./versions";

/**
 * The file of an address below /data: of the newest version, of the one that `_version` names, or of the
 * one that the path begins with: /data/1.0.0/attacks.csv. The last is the same for good.
 */
export async function fileAt(
  path: readonly string[],
  query: URLSearchParams,
  asked: Asked,
): Promise<TableFile> {
  const [first = "", second, ...more] = path;
  if (more.length > 0) return nothing;
  if (second !== undefined) return fileOfVersion(first, second, query, asked);
  const named = query.get("_version");
  if (named !== null && !catalogOf(named))
    return refusal({ problem: notOneOf("_version", named, versionNames()) });
  const catalog = catalogAsked(query);
  if (first === "pivot.csv") return pivotFile(catalog, query);
  return publishedAt(catalog, first, withVersion(catalog, query), asked);
}

async function fileOfVersion(
  version: string,
  file: string,
  query: URLSearchParams,
  asked: Asked,
): Promise<TableFile> {
  const catalog = keptCatalog(version);
  if (!catalog) return { ...nothing, body: unknownVersion(version) };
  const published = await publishedAt(catalog, file, withVersion(catalog, query), asked);
  return isForGood(catalog, file, query) ? { ...published, isForGood: true } : published;
}

/** The query with the version of the catalog, where that is not the newest. */
function withVersion(catalog: Catalog, query: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams([...query].filter(([key]) => key !== "_version"));
  const version = versionOf(catalog);
  if (version) rest.set("_version", version);
  return rest;
}

/** True of what no later program writes otherwise: tables as CSV, and descriptors. */
function isForGood({ files }: Catalog, file: string, query: URLSearchParams): boolean {
  return query.size === 0 && (Object.hasOwn(files, file) || file === "figures.csv");
}

function unknownVersion(version: string): string {
  return `There is no version ${JSON.stringify(version.slice(0, 40))}. Published versions: ${versionNames().join(", ")}.\n`;
}
