import { notFound } from "next/navigation";
import { loadCatalog } from "@/data/site/catalog";
import { namesOfSheet, sheetNames, sheetOf } from "@/data/site/sheets";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () =>
  sheetNames(loadCatalog()).map((name) => ({ file: `${name}.json` }));

/** The names that the figures of a sheet use, for the browser that reads its CSV. */
export async function GET(_request: Request, { params }: RouteContext<"/names/[file]">) {
  const catalog = loadCatalog();
  const sheet = sheetOf(catalog, (await params).file.replace(/\.json$/, "")) ?? notFound();
  return Response.json(namesOfSheet(catalog, sheet));
}
