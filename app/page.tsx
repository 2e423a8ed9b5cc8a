import { Frame } from "@/components/frame";
import { Overview } from "@/components/overview";
import { loadCatalog, namesOf } from "@/data/catalog";

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
