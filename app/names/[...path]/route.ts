import { notFound } from "next/navigation";
import { loadCatalog } from "@/data/site/catalog";
import { toEntries } from "@/data/site/entries";
import { sheetNames, sheetNamesOf, sheetOf } from "@/data/site/sheets";
import { catalogOf, versionNames } from "@/data/site/versions";

export const dynamic = "force-static";
export const dynamicParams = false;

/** What the search of all sheets finds in a version; no sheet is called so. */
const palette = "palette.json";

export const generateStaticParams = () => [
  ...sheetNames(loadCatalog()).map((name) => ({ path: [`${name}.json`] })),
  ...versionNames()
    .slice(0, -1)
    .flatMap((version) =>
      sheetNames(catalogOf(version) ?? loadCatalog()).map((name) => ({
        path: [version, `${name}.json`],
      })),
    ),
  ...versionNames().map((version) => ({ path: [version, palette] })),
];

/** The names that the figures of a sheet use, in the newest version or another, for the browser that reads its CSV. */
export async function GET(_request: Request, { params }: RouteContext<"/names/[...path]">) {
  const { path } = await params;
  const catalog = path.length > 1 ? catalogOf(path[0] ?? "") : loadCatalog();
  if (catalog && path.length > 1 && path[1] === palette) return Response.json(toEntries(catalog));
  const name = path.at(-1)?.replace(/\.json$/, "") ?? "";
  const sheet = catalog && sheetOf(catalog, name);
  return catalog && sheet ? Response.json(sheetNamesOf(catalog, sheet)) : notFound();
}
