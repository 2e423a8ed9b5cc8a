import { loadCatalog } from "@/data/site/catalog";

/** Tells a watcher that the server runs and holds its data. */
export function GET() {
  loadCatalog();
  return new Response("ok", {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
