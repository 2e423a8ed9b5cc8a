import "server-only";
import { headers } from "next/headers";
import { toSite } from "@/data/site/address";

/** The address of the site: `SITE_URL`, else as this request has it. */
export async function siteOf(): Promise<string> {
  const all = await headers();
  return toSite(process.env.SITE_URL, (name) => all.get(name));
}

/**
 * The address of the site in what is the same for every request: as the server says that it serves it,
 * or what stands for it in a built page until the server puts it in its place.
 */
export function servedSite(): string {
  return process.env.SERVED_SITE ?? "https://site.invalid";
}
