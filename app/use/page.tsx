import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { siteOf } from "@/components/page/request";
import { SharePage } from "@/components/share/share-page";
import { loadCatalog } from "@/data/site/catalog";
import { toQuery } from "@/data/site/query";
import { listFiles, shareDataOf } from "@/data/site/share";

export const metadata: Metadata = {
  title: "Use the data",
  description: "Files, calls for programs, citations and addresses of every view of the workbook.",
};

export default async function UseTheDataPage({ searchParams }: PageProps<"/use">) {
  const catalog = loadCatalog();
  const data = shareDataOf(catalog, await siteOf(), toQuery(await searchParams));
  return (
    <PageFrame current="use">
      <SharePage data={data} files={listFiles(catalog)} version={catalog.descriptor.version} />
    </PageFrame>
  );
}
