import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { Workbook } from "@/components/workbook/workbook";
import { loadCatalog } from "@/data/site/catalog";
import { datasetViewOf } from "@/data/site/json-ld";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { allFigures, sheetPropsOf } from "@/data/site/sheets";

export const dynamic = "force-static";

export const metadata: Metadata = pages.figures;

export default async function FiguresPage({ searchParams }: PageProps<"/figures">) {
  const catalog = loadCatalog();
  const dataset = datasetViewOf(catalog, "figures", toQuery(await searchParams));
  return (
    <PageFrame current="figures" dataset={dataset}>
      <Workbook {...sheetPropsOf(catalog, allFigures(catalog))} />
    </PageFrame>
  );
}
