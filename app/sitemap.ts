import type { MetadataRoute } from "next";
import { siteOf } from "@/components/request";
import { loadCatalog } from "@/data/catalog";
import { listPages } from "@/data/usage";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const site = await siteOf();
  return listPages(loadCatalog()).map((path) => ({ url: `${site}${path}` }));
}
