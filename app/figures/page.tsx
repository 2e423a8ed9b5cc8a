import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { LateWorkbook } from "@/components/workbook/late-workbook";
import { datasetViewOf } from "@/data/site/json-ld";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { allFigures, sheetPropsOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";

export const dynamic = "force-static";

export const metadata: Metadata = pages.figures;

export default async function FiguresPage({ searchParams }: PageProps<"/figures">) {
  const query = toQuery(await searchParams);
  const catalog = catalogAsked(query);
  const dataset = datasetViewOf(catalog, "figures", query);
  return (
    <PageFrame current="figures" dataset={dataset} query={query}>
      <LateWorkbook {...sheetPropsOf(catalog, allFigures(catalog))} />
    </PageFrame>
  );
}
