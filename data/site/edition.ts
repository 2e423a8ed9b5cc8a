import type { Names } from "../figure/names";
import { type Publication, toPublication } from "../files/publication";
import { type Catalog, namesOf } from "./catalog";

/** The workbook as one who cites it names it: its version, its address, and whose figures it holds. */
export interface Edition {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly year: string;
  /** Address of the site, without a slash at its end. */
  readonly site: string;
  readonly publications: readonly Publication[];
  readonly names: Names;
}

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
