import type { Metadata } from "next";
import { Codebook } from "@/components/codebook";
import { Frame } from "@/components/frame";
import { loadCatalog } from "@/data/catalog";

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
