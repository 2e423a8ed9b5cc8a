import { siteOf } from "@/components/page/request";
import { loadCatalog } from "@/data/site/catalog";
import { today } from "@/data/site/edition";
import { allowMethods, type HttpResponse, toHttpResponse } from "@/data/site/http";
import { queryOf } from "@/data/site/query";
import { publishedAt } from "@/data/site/spreadsheet";

export async function GET(request: Request, { params }: RouteContext<"/data/[file]">) {
  const { file } = await params;
  const asked = { site: await siteOf(), day: today() };
  const published = await publishedAt(loadCatalog(), file, queryOf(request.url), asked);
  return respond(toHttpResponse(published));
}

export const OPTIONS = () => respond(allowMethods());

function respond({ status, headers, body }: HttpResponse) {
  return new Response(body, { status, headers });
}
