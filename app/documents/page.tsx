import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { DocumentList } from "@/components/pages/document-list";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { allFigures, documentsOf, namesOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";
import { ruleOf } from "@/data/view/counting-rule";
import { askedPage } from "@/data/view/page";

export const dynamic = "force-static";

export const metadata: Metadata = pages.documents;

export default async function DocumentsPage({ searchParams }: PageProps<"/documents">) {
  const query = toQuery(await searchParams);
  const catalog = catalogAsked(query);
  return (
    <PageFrame current="documents" query={query}>
      <DocumentList
        documents={catalog.tables.documents?.rows ?? []}
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
        page={askedPage(query)}
        {...ruleOf(query, documentsOf(catalog))}
      />
    </PageFrame>
  );
}
