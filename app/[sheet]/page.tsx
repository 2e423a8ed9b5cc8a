import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageFrame } from "@/components/page/page-frame";
import { Workbook } from "@/components/workbook/workbook";
import { loadCatalog } from "@/data/site/catalog";
import { datasetViewOf } from "@/data/site/json-ld";
import { toQuery } from "@/data/site/query";
import { sheetOf, sheetPropsOf } from "@/data/site/sheets";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () => loadCatalog().sheets.map(({ name }) => ({ sheet: name }));

type Props = PageProps<"/[sheet]">;

async function load({ params }: Props) {
  const { sheet: name } = await params;
  return sheetOf(loadCatalog(), name) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description } = await load(props);
  return { title, description };
}

export default async function SheetPage(props: Props) {
  const sheet = await load(props);
  const query = toQuery(await props.searchParams);
  const dataset = datasetViewOf(loadCatalog(), sheet.name, query);
  return (
    <PageFrame current={sheet.name} dataset={dataset}>
      <Workbook {...sheetPropsOf(loadCatalog(), sheet)} />
    </PageFrame>
  );
}
