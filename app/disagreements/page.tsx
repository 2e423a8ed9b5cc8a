import type { Metadata } from "next";
import { DisagreementList } from "@/components/disagreement-list";
import { Frame } from "@/components/frame";
import { allFigures, loadCatalog, namesOf } from "@/data/catalog";

export const metadata: Metadata = {
  title: "Disagreements",
  description: "Every fact that documents state differently, side by side.",
};

export default async function DisagreementsPage({ searchParams }: PageProps<"/disagreements">) {
  const { _sort, _agree } = await searchParams;
  const catalog = loadCatalog();
  return (
    <Frame current="disagreements">
      <DisagreementList
        figures={allFigures(catalog).figures}
        names={namesOf(catalog)}
        sort={String(_sort)}
        showsAgreement={_agree === "show"}
      />
    </Frame>
  );
}
