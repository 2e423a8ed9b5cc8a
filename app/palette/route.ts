import { loadCatalog } from "@/data/site/catalog";
import { toEntries } from "@/data/site/entries";

export const dynamic = "force-static";

export function GET() {
  return Response.json(toEntries(loadCatalog()), {
    headers: { "Cache-Control": "public, max-age=300" },
  });
}
