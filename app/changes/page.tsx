import type { Metadata } from "next";
import { ChangeList } from "@/components/change/change-list";
import { PageFrame } from "@/components/page/page-frame";
import { loadCatalog } from "@/data/site/catalog";
import { changesOf, releasesOf, showChanges } from "@/data/site/changes";
import { pages } from "@/data/site/pages";
import { toQuery } from "@/data/site/query";
import { documentsOf } from "@/data/site/sheets";
import { versionNames } from "@/data/site/versions";
import "../../components/styles/changes.css";

export const dynamic = "force-static";

export const metadata: Metadata = pages.changes;

export default async function ChangesPage({ searchParams }: PageProps<"/changes">) {
  const query = toQuery(await searchParams);
  const { resources } = loadCatalog().descriptor;
  return (
    <PageFrame current="changes" query={query}>
      <ChangeList
        releases={releasesOf()}
        all={changesOf()}
        versions={versionNames()}
        documents={documentsOf(loadCatalog())}
        titles={Object.fromEntries(resources.map(({ name, title }) => [name, title]))}
        {...showChanges(query)}
      />
    </PageFrame>
  );
}
