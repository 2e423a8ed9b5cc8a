import type { MetadataRoute } from "next";
import { servedSite } from "@/components/page/request";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/embed/", "/use?", "/use/json"] },
    sitemap: `${servedSite()}/sitemap.xml`,
  };
}
