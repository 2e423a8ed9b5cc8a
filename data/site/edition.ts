import "server-only";
import { type Edition, toPublication } from "../files/publication";
import type { Catalog } from "./catalog";
import { namesOf } from "./sheets";

/** The workbook that a catalog is, at an address. */
export function editionOf(catalog: Catalog, site: string): Edition {
  const { name, title, version, created } = catalog.descriptor;
  return {
    id: name,
    title,
    version,
    year: created.slice(0, 4),
    site,
    publications: (catalog.tables.documents?.rows ?? []).map(toPublication),
    names: namesOf(catalog),
  };
}
