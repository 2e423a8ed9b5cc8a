import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { FigurePivotPage } from "@/components/pages/figure-pivot";
import { pages } from "@/data/site/pages";
import { showPivot } from "@/data/site/pivot";
import { toQuery } from "@/data/site/query";
import { catalogAsked } from "@/data/site/versions";
import "./pivot.css";

export const dynamic = "force-static";

export const metadata: Metadata = pages.pivot;

export default async function PivotPage({ searchParams }: PageProps<"/pivot">) {
  const query = toQuery(await searchParams);
  const { sheet, ...shown } = showPivot(catalogAsked(query), query);
  return (
    <PageFrame current="pivot" query={query}>
      <FigurePivotPage {...shown} sheet={sheet.name} />
    </PageFrame>
  );
}
