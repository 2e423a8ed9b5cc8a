import "server-only";
import { headers } from "next/headers";
import { toSite } from "@/data/site/address";

/** The address of the site: `SITE_URL`, else as this request has it. */
export async function siteOf(): Promise<string> {
  const all = await headers();
  return toSite(process.env.SITE_URL, (name) => all.get(name));
}
