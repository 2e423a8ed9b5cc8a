import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { DisagreementList } from "@/components/pages/disagreement-list";
import { parseOrder } from "@/data/facts/disagreement";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { allFigures, documentsOf, namesOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";

export const dynamic = "force-static";

export const metadata: Metadata = pages.disagreements;

export default async function DisagreementsPage({ searchParams }: PageProps<"/disagreements">) {
  const query = toQuery(await searchParams);
  const catalog = catalogAsked(query);
  return (
    <PageFrame current="disagreements" query={query}>
      <DisagreementList
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
        {...parseOrder(query, documentsOf(catalog))}
      />
    </PageFrame>
  );
}
