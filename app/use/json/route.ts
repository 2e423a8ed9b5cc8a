import { heightOf } from "@/components/chart/chart-geometry";
import { siteOf } from "@/components/page/request";
import { loadCatalog } from "@/data/site/catalog";
import { queryOf } from "@/data/site/query";
import { shareDataOf } from "@/data/site/share";

/** What the page "use the data" holds, for the dialogs that show it in place. */
export async function GET(request: Request) {
  const data = shareDataOf(loadCatalog(), await siteOf(), queryOf(request.url), heightOf);
  return Response.json(data, { headers: { "Cache-Control": "no-store" } });
}
