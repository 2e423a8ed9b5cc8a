import type { Metadata } from "next";
import { DocumentList } from "@/components/document-list";
import { Frame } from "@/components/frame";
import { allFigures, loadCatalog, namesOf } from "@/data/catalog";

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
