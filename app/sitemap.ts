import type { MetadataRoute } from "next";
import { servedSite } from "@/components/page/request";
import { loadCatalog } from "@/data/site/catalog";
import { listPages } from "@/data/site/pages";

export default function sitemap(): MetadataRoute.Sitemap {
  const site = servedSite();
  return listPages(loadCatalog()).map(({ name }) => ({ url: `${site}/${name}` }));
}
