import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { DocumentList } from "@/components/pages/document-list";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { allFigures, documentsOf, namesOf } from "@/data/site/sheets";
import { ruleOf } from "@/data/view/counting-rule";

export const dynamic = "force-static";

export const metadata: Metadata = pages.documents;

export default async function DocumentsPage({ searchParams }: PageProps<"/documents">) {
  const catalog = loadCatalog();
  return (
    <PageFrame current="documents">
      <DocumentList
        documents={catalog.tables.documents?.rows ?? []}
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
        {...ruleOf(toQuery(await searchParams), documentsOf(catalog))}
      />
    </PageFrame>
  );
}
