import { Frame } from "@/components/page/frame";
import { Overview } from "@/components/pages/overview";
import { loadCatalog } from "@/data/site/catalog";
import { namesOf } from "@/data/site/handout";

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
