import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { DisagreementList } from "@/components/pages/disagreement-list";
import { parseOrder } from "@/data/facts/disagreement";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { allFigures, documentsOf, namesOf } from "@/data/site/sheets";

export const dynamic = "force-static";

export const metadata: Metadata = pages.disagreements;

export default async function DisagreementsPage({ searchParams }: PageProps<"/disagreements">) {
  const catalog = loadCatalog();
  return (
    <PageFrame current="disagreements">
      <DisagreementList
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
        {...parseOrder(toQuery(await searchParams), documentsOf(catalog))}
      />
    </PageFrame>
  );
}
