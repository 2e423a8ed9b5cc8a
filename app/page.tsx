import { Frame } from "@/components/page/frame";
import { Overview } from "@/components/pages/overview";
import { loadCatalog, namesOf } from "@/data/site/catalog";

export default function OverviewPage() {
  const catalog = loadCatalog();
  const { descriptor, figureSchema, sheets } = catalog;
  return (
    <Frame current="">
      <Overview
        title={descriptor.title}
        schema={figureSchema}
        sheets={sheets}
        names={namesOf(catalog)}
      />
    </Frame>
  );
}
