import { loadCatalog } from "@/data/catalog";
import { fileOf } from "@/data/publish";

export async function GET(request: Request, { params }: RouteContext<"/data/[file]">) {
  const { file } = await params;
  const { searchParams } = new URL(request.url);
  const { status, type, name, body } = fileOf(loadCatalog(), file, searchParams);
  const disposition = name ? { "Content-Disposition": `attachment; filename="${name}"` } : null;
  return new Response(body, { status, headers: { "Content-Type": type, ...disposition } });
}
