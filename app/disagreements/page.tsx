import type { Metadata } from "next";
import { DisagreementList } from "@/components/disagreement-list";
import { Frame } from "@/components/frame";
import { allFigures, loadCatalog, namesOf } from "@/data/catalog";
import { parseOrder } from "@/data/disagreement";
import { toQuery } from "@/data/query";

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
