import { loadCatalog } from "@/data/catalog";
import { toEntries } from "@/data/palette";

export function GET() {
  return Response.json(toEntries(loadCatalog()), {
    headers: { "Cache-Control": "public, max-age=300" },
  });
}
