import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { Codebook } from "@/components/pages/codebook";
import { loadCatalog } from "@/data/site/catalog";

export const metadata: Metadata = {
  title: "Codebook",
  description: "Every field, measure, unit, category and rule of the workbook.",
};

export default function CodebookPage() {
  const { descriptor, figureSchema, tables } = loadCatalog();
  return (
    <PageFrame current="codebook">
      <Codebook descriptor={descriptor} figureSchema={figureSchema} tables={tables} />
    </PageFrame>
  );
}
