import type { Metadata } from "next";
import { Frame } from "@/components/page/frame";
import { DocumentList } from "@/components/pages/document-list";
import { loadCatalog } from "@/data/site/catalog";
import { allFigures, namesOf } from "@/data/site/handout";

export const metadata: Metadata = {
  title: "Documents",
  description: "The five documents that the figures come from, and how much each says by itself.",
};

export default function DocumentsPage() {
  const catalog = loadCatalog();
  return (
    <Frame current="documents">
      <DocumentList
        documents={catalog.tables.documents?.rows ?? []}
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
      />
    </Frame>
  );
}
