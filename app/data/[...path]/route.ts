import { siteOf } from "@/components/page/request";
import { today } from "@/data/site/edition";
import { allowMethods, type HttpResponse, toHttpResponse } from "@/data/site/http";
import { queryOf } from "@/data/site/query";
import { fileAt } from "@/data/site/version-file";

export async function GET(request: Request, { params }: RouteContext<"/data/[...path]">) {
  const { path } = await params;
  const asked = { site: await siteOf(), day: today() };
  return respond(toHttpResponse(await fileAt(path, queryOf(request.url), asked)));
}

export const OPTIONS = () => respond(allowMethods());

function respond({ status, headers, body }: HttpResponse) {
  return new Response(body, { status, headers });
}
