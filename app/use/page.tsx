import type { Metadata } from "next";
import { heightOf } from "@/components/chart/chart-geometry";
import { PageFrame } from "@/components/page/page-frame";
import { siteOf } from "@/components/page/request";
import { SharePage } from "@/components/share/share-page";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { listFiles, shareDataOf } from "@/data/site/share";

/** It names the address that it is asked at. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = pages.use;

export default async function UseTheDataPage({ searchParams }: PageProps<"/use">) {
  const catalog = loadCatalog();
  const data = shareDataOf(catalog, await siteOf(), toQuery(await searchParams), heightOf);
  return (
    <PageFrame current="use">
      <SharePage data={data} files={listFiles(catalog)} version={catalog.descriptor.version} />
    </PageFrame>
  );
}
