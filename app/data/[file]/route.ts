import { loadCatalog } from "@/data/site/catalog";
import { allowMethods, type HttpResponse, refuseMethod, toHttpResponse } from "@/data/site/http";
import { fileOf } from "@/data/site/table-file";

export async function GET(request: Request, { params }: RouteContext<"/data/[file]">) {
  const { file } = await params;
  const published = fileOf(loadCatalog(), file, new URL(request.url).searchParams);
  return respond(toHttpResponse(published, request.headers.get("If-None-Match")));
}

export async function HEAD(request: Request, context: RouteContext<"/data/[file]">) {
  const { status, headers } = await GET(request, context);
  return new Response(null, { status, headers });
}

export const OPTIONS = () => respond(allowMethods());

const refuse = () => respond(refuseMethod());

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };

function respond({ status, headers, body }: HttpResponse) {
  return new Response(body, { status, headers });
}
