import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { readSplit, readTableKind } from "@/components/page/read-choices";
import { Workbook } from "@/components/workbook/workbook";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { allFigures, sheetPropsOf } from "@/data/site/sheets";

export const metadata: Metadata = pages.figures;

export default async function FiguresPage() {
  const catalog = loadCatalog();
  return (
    <PageFrame current="figures">
      <Workbook
        {...sheetPropsOf(catalog, allFigures(catalog))}
        split={await readSplit()}
        tableKind={await readTableKind()}
      />
    </PageFrame>
  );
}
