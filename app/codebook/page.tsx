import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { Codebook } from "@/components/pages/codebook";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";

export const dynamic = "force-static";

export const metadata: Metadata = pages.codebook;

export default function CodebookPage() {
  const { descriptor, figureSchema, tables } = loadCatalog();
  return (
    <PageFrame current="codebook">
      <Codebook descriptor={descriptor} figureSchema={figureSchema} tables={tables} />
    </PageFrame>
  );
}
