import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "@/components/page/page-frame";
import { LateWorkbook } from "@/components/workbook/late-workbook";
import { loadCatalog } from "@/data/site/catalog";
import { datasetViewOf } from "@/data/site/json-ld";
import { toQuery } from "@/data/site/query";
import { sheetOf, sheetPropsOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => loadCatalog().sheets.map(({ name }) => ({ sheet: name }));

type Props = PageProps<"/[sheet]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, description } = sheetOf(loadCatalog(), (await params).sheet) ?? notFound();
  return { title, description };
}

export default async function SheetPage(props: Props) {
  const query = toQuery(await props.searchParams);
  const catalog = catalogAsked(query);
  const sheet = sheetOf(catalog, (await props.params).sheet) ?? notFound();
  const dataset = datasetViewOf(catalog, sheet.name, query);
  return (
    <PageFrame current={sheet.name} dataset={dataset} query={query}>
      <LateWorkbook {...sheetPropsOf(catalog, sheet)} />
    </PageFrame>
  );
}
