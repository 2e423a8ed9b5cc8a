import type { Metadata } from "next";
import { Frame } from "@/components/page/frame";
import { Codebook } from "@/components/pages/codebook";
import { loadCatalog } from "@/data/site/catalog";

export const metadata: Metadata = {
  title: "Codebook",
  description: "Every field, measure, unit, category and rule of the workbook.",
};

export default function CodebookPage() {
  return (
    <Frame current="codebook">
      <Codebook {...loadCatalog()} />
    </Frame>
  );
}
