import type { Metadata } from "next";
import { Frame } from "@/components/frame";
import { siteOf } from "@/components/request";
import { UsePage } from "@/components/use-page";
import { loadCatalog } from "@/data/catalog";
import { toQuery } from "@/data/query";
import { listFiles, usageOf } from "@/data/usage";

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
