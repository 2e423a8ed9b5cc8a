import type { Metadata } from "next";
import { Frame } from "@/components/page/frame";
import { DisagreementList } from "@/components/pages/disagreement-list";
import { parseOrder } from "@/data/facts/disagreement";
import { loadCatalog } from "@/data/site/catalog";
import { allFigures, namesOf } from "@/data/site/handout";
import { toQuery } from "@/data/site/query";

export const metadata: Metadata = {
  title: "Disagreements",
  description: "Every fact that documents state differently, side by side.",
};

export default async function DisagreementsPage({ searchParams }: PageProps<"/disagreements">) {
  const catalog = loadCatalog();
  return (
    <Frame current="disagreements">
      <DisagreementList
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
        {...parseOrder(toQuery(await searchParams))}
      />
    </Frame>
  );
}
