import type { Figure } from "@/data/figure/figure";
import { readCatalog } from "@/data/site/catalog";
import { allFigures, namesOf } from "@/data/site/sheets";

/** The published package. */
export const catalog = readCatalog("data/package");

/** The figures of the published package, and its names. */
export const published = { all: allFigures(catalog).figures, names: namesOf(catalog) };

/** Published figures by their ids, in the order of the ids; throws where there is none. */
export function figuresOf(...ids: readonly string[]): readonly Figure[] {
  return ids.map((id) => {
    const found = published.all.find((figure) => figure.id === id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  });
}
