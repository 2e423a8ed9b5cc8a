import { PageFrame } from "@/components/page/page-frame";
import { Overview } from "@/components/pages/overview";
import { loadCatalog } from "@/data/site/catalog";
import { namesOf } from "@/data/site/sheets";

export const dynamic = "force-static";

export default function OverviewPage() {
  const catalog = loadCatalog();
  const { descriptor, figureSchema, sheets } = catalog;
  return (
    <PageFrame current="">
      <Overview
        title={descriptor.title}
        schema={figureSchema}
        sheets={sheets}
        names={namesOf(catalog)}
      />
    </PageFrame>
  );
}
