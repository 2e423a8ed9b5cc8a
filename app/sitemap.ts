import type { MetadataRoute } from "next";
import { siteOf } from "@/components/page/request";
import { loadCatalog } from "@/data/site/catalog";
import { listPages } from "@/data/site/pages";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = await siteOf();
  return listPages(loadCatalog()).map(({ name }) => ({ url: `${site}/${name}` }));
}
