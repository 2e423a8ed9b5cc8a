import { siteOf } from "@/components/page/request";
import { loadCatalog } from "@/data/site/catalog";
import { usageOf } from "@/data/site/take-along";

/** What the page "use the data" holds, for the dialogs that show it in place. */
export async function GET(request: Request) {
  const usage = usageOf(loadCatalog(), await siteOf(), new URL(request.url).searchParams);
  return Response.json(usage, { headers: { "Cache-Control": "no-store" } });
}
