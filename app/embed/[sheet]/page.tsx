import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbedChart } from "@/components/chart/embed-chart";
import { JsonLd } from "@/components/page/json-ld";
import { heightMessage } from "@/data/files/iframe";
import { loadCatalog } from "@/data/site/catalog";
import { embedOf } from "@/data/site/embed";
import { toQuery } from "@/data/site/query";
import { namesOf, sheetOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";

export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = () =>
  [...loadCatalog().sheets.map(({ name }) => name), "figures"].map((sheet) => ({ sheet }));

type Props = PageProps<"/embed/[sheet]">;

/** Without the query, which a page that is built may not ask for this early. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, description } = sheetOf(loadCatalog(), (await params).sheet) ?? notFound();
  return { title, description, robots: { index: false } };
}

export default async function EmbedPage({ params, searchParams }: Props) {
  const { sheet } = await params;
  const query = toQuery(await searchParams);
  const catalog = catalogAsked(query);
  const embedded = embedOf(catalog, sheet, query) ?? notFound();
  return (
    <>
      <JsonLd catalog={catalog} page={sheet} view={embedded.dataset} />
      <EmbedChart embedded={embedded} names={namesOf(catalog)} heightMessage={heightMessage} />
    </>
  );
}
