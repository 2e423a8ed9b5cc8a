import type { Metadata } from "next";
import { heightOf } from "@/components/chart/chart-geometry";
import { PageFrame } from "@/components/page/page-frame";
import { siteOf } from "@/components/page/request";
import { SharePage } from "@/components/share/share-page";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { listFiles, shareDataOf } from "@/data/site/share";
import { catalogAsked } from "@/data/site/versions";

/** It names the address that it is asked at. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = pages.use;

export default async function UseTheDataPage({ searchParams }: PageProps<"/use">) {
  const query = toQuery(await searchParams);
  const catalog = catalogAsked(query);
  const data = shareDataOf(catalog, await siteOf(), query, heightOf);
  return (
    <PageFrame current="use" query={query}>
      <SharePage data={data} files={listFiles(catalog)} version={catalog.descriptor.version} />
    </PageFrame>
  );
}
