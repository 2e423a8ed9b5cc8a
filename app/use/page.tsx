import type { Metadata } from "next";
import { Frame } from "@/components/page/frame";
import { siteOf } from "@/components/page/request";
import { UsePage } from "@/components/take/take-page";
import { loadCatalog } from "@/data/site/catalog";
import { toQuery } from "@/data/site/query";
import { listFiles, usageOf } from "@/data/site/take-along";

export const metadata: Metadata = {
  title: "Use the data",
  description: "Files, calls for programs, citations and addresses of every view of the workbook.",
};

export default async function UseTheDataPage({ searchParams }: PageProps<"/use">) {
  const catalog = loadCatalog();
  const usage = usageOf(catalog, await siteOf(), toQuery(await searchParams));
  return (
    <Frame current="use">
      <UsePage usage={usage} files={listFiles(catalog)} version={catalog.descriptor.version} />
    </Frame>
  );
}
