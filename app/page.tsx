import { PageFrame } from "@/components/page/page-frame";
import { Overview } from "@/components/pages/overview";
import { loadCatalog } from "@/data/site/catalog";
import { toQuery } from "@/data/site/query";
import { documentsOf, namesOf } from "@/data/site/sheets";
import { ruleOf } from "@/data/view/counting-rule";

export const dynamic = "force-static";

export default async function OverviewPage({ searchParams }: PageProps<"/">) {
  const catalog = loadCatalog();
  const { descriptor, figureSchema, sheets } = catalog;
  return (
    <PageFrame current="">
      <Overview
        title={descriptor.title}
        schema={figureSchema}
        sheets={sheets}
        names={namesOf(catalog)}
        {...ruleOf(toQuery(await searchParams), documentsOf(catalog))}
      />
    </PageFrame>
  );
}
