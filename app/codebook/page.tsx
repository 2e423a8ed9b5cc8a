import type { Metadata } from "next";
import { PageFrame } from "@/components/page/page-frame";
import { Codebook } from "@/components/pages/codebook";
import { loadCatalog } from "@/data/site/catalog";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { namesOf } from "@/data/site/sheets";
import { askedPage } from "@/data/view/page";

export const dynamic = "force-static";

export const metadata: Metadata = pages.codebook;

export default async function CodebookPage({ searchParams }: PageProps<"/codebook">) {
  const catalog = loadCatalog();
  const { descriptor, figureSchema, tables } = catalog;
  return (
    <PageFrame current="codebook">
      <Codebook
        descriptor={descriptor}
        figureSchema={figureSchema}
        tables={tables}
        names={namesOf(catalog)}
        page={askedPage(toQuery(await searchParams))}
      />
    </PageFrame>
  );
}
