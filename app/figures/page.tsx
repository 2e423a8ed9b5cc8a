import type { Metadata } from "next";
import { Frame } from "@/components/frame";
import { readSplit, readTableKind } from "@/components/read-choices";
import { Workbook } from "@/components/workbook";
import { allFigures, handoutOf, loadCatalog } from "@/data/catalog";

export const metadata: Metadata = {
  title: "All figures",
  description: "The figures of all sheets in one table, to sort, filter and take along.",
};

export default async function FiguresPage() {
  const catalog = loadCatalog();
  return (
    <Frame current="figures">
      <Workbook
        {...handoutOf(catalog, allFigures(catalog))}
        split={await readSplit()}
        tableKind={await readTableKind()}
      />
    </Frame>
  );
}
