import { heightOf } from "@/components/chart/chart-geometry";
import { siteOf } from "@/components/page/request";
import { queryOf } from "@/data/site/query";
import { shareDataOf } from "@/data/site/share";
import { catalogAsked } from "@/data/site/versions";

/** What the page "use the data" holds, for the dialogs that show it in place. */
export async function GET(request: Request) {
  const query = queryOf(request.url);
  const data = shareDataOf(catalogAsked(query), await siteOf(), query, heightOf);
  return Response.json(data, { headers: { "Cache-Control": "no-store" } });
}
