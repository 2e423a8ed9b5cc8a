import "server-only";
import { type Edition, toPublication } from "../files/publication";
import type { Catalog } from "./catalog";
import { namesOf } from "./sheets";

/** Today, ISO 8601, wherever the server stands. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The workbook that a catalog is, at an address, as one who cites it on a day finds it. */
export function editionOf(catalog: Catalog, site: string, accessed = today()): Edition {
  const { name, title, version, created } = catalog.descriptor;
  return {
    id: name,
    title,
    version,
    year: created.slice(0, 4),
    site,
    accessed,
    publications: (catalog.tables.documents?.rows ?? []).map(toPublication),
    names: namesOf(catalog),
  };
}
