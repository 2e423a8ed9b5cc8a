import type { Metadata } from "next";
import { OpenPage } from "@/components/open/open-page";
import { PageFrame } from "@/components/page/page-frame";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { publishedSheets } from "@/data/site/sheets";
import "./open.css";

export const dynamic = "force-static";

export const metadata: Metadata = pages.open;

export default function Open() {
  const figureFields = loadCatalog().figureSchema.fields.map(({ name }) => name);
  return (
    <PageFrame current="open">
      <OpenPage figureFields={figureFields} published={publishedSheets()} />
    </PageFrame>
  );
}
