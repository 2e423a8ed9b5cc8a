import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { Workbook } from "@/components/workbook/workbook";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { allFigures, sheetPropsOf } from "@/data/site/sheets";

export const dynamic = "force-static";

export const metadata: Metadata = pages.figures;

export default function FiguresPage() {
  const catalog = loadCatalog();
  return (
    <PageFrame current="figures">
      <Workbook {...sheetPropsOf(catalog, allFigures(catalog))} />
    </PageFrame>
  );
}
