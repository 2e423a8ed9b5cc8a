import type { Metadata } from "next";
import { Frame } from "@/components/frame";
import { Workbook } from "@/components/workbook";
import { allFigures, loadCatalog, namesOf } from "@/data/catalog";

export const metadata: Metadata = { title: "All figures" };

export default function FiguresPage() {
  const catalog = loadCatalog();
  return (
    <Frame current="figures">
      <Workbook {...allFigures(catalog)} names={namesOf(catalog)} />
    </Frame>
  );
}
