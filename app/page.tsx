import { PageFrame } from "@/components/page/page-frame";
import { Overview } from "@/components/pages/overview";
import { toQuery } from "@/data/site/query";
import { documentsOf, namesOf } from "@/data/site/sheets";
import { catalogAsked } from "@/data/site/versions";
import { ruleOf } from "@/data/view/counting-rule";

export const dynamic = "force-static";

export default async function OverviewPage({ searchParams }: PageProps<"/">) {
  const query = toQuery(await searchParams);
  const catalog = catalogAsked(query);
  const { descriptor, figureSchema, sheets } = catalog;
  return (
    <PageFrame current="" query={query}>
      <Overview
        title={descriptor.title}
        schema={figureSchema}
        sheets={sheets}
        names={namesOf(catalog)}
        {...ruleOf(query, documentsOf(catalog))}
      />
    </PageFrame>
  );
}
