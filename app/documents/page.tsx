import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { DocumentList } from "@/components/pages/document-list";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { allFigures, namesOf } from "@/data/site/sheets";

export const dynamic = "force-static";

export const metadata: Metadata = pages.documents;

export default function DocumentsPage() {
  const catalog = loadCatalog();
  return (
    <PageFrame current="documents">
      <DocumentList
        documents={catalog.tables.documents?.rows ?? []}
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
      />
    </PageFrame>
  );
}
