import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { datasetViewOf, describeDataset } from "@/data/site/json-ld";
import { toQuery } from "@/data/site/query";
import { sheetOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";

export { default } from "@/app/[sheet]/page";

export const dynamic = "force-dynamic";

type Props = PageProps<"/rendered/[sheet]">;

/** The sheet, and what of it the view shows: a preview of a link says the filter. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { sheet } = await params;
  const query = toQuery(await searchParams);
  const catalog = catalogAsked(query);
  const { title, description } = sheetOf(catalog, sheet) ?? notFound();
  const view = datasetViewOf(catalog, sheet, query);
  return { title, description: describeDataset(description, view) };
}
