import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadCatalog } from "@/data/site/catalog";
import { datasetViewOf, describeDataset } from "@/data/site/json-ld";
import { toQuery } from "@/data/site/query";
import { sheetOf } from "@/data/site/sheets";

export { default } from "@/app/[sheet]/page";

export const dynamic = "force-dynamic";

type Props = PageProps<"/rendered/[sheet]">;

/** The sheet, and what of it the view shows: a preview of a link says the filter. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { sheet } = await params;
  const { title, description } = sheetOf(loadCatalog(), sheet) ?? notFound();
  const view = datasetViewOf(loadCatalog(), sheet, toQuery(await searchParams));
  return { title, description: describeDataset(description, view) };
}
