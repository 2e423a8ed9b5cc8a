import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbedChart } from "@/components/chart/embed-chart";
import { JsonLd } from "@/components/page/json-ld";
import { siteOf } from "@/components/page/request";
import { loadCatalog } from "@/data/site/catalog";
import { embedOf } from "@/data/site/embed";
import { toQuery } from "@/data/site/query";
import { namesOf } from "@/data/site/sheets";

type Props = PageProps<"/embed/[sheet]">;

async function load({ params, searchParams }: Props) {
  const { sheet } = await params;
  return embedOf(loadCatalog(), sheet, toQuery(await searchParams)) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, sentence } = await load(props);
  return { title, description: sentence, robots: { index: false } };
}

export default async function EmbedPage(props: Props) {
  const embedded = await load(props);
  return (
    <>
      <JsonLd page={(await props.params).sheet} />
      <EmbedChart embedded={embedded} names={namesOf(loadCatalog())} site={await siteOf()} />
    </>
  );
}
