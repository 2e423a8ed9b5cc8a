import type { MetadataRoute } from "next";
import { siteOf } from "@/components/page/request";

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/embed/", "/use?", "/use/json"] },
    sitemap: `${await siteOf()}/sitemap.xml`,
  };
}
