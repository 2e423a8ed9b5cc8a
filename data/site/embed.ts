import "server-only";
import type { EmbeddedChart } from "../chart/embedded-chart";
import { marksOf } from "../chart/series";
import { joinWith } from "../figure/format";
import { escapeHtml } from "../files/html";
import { showSheet } from "../sheet/show";
import { formatView, parseView } from "../view/view";
import type { Catalog } from "./catalog";
import { namesOf, sheetOf } from "./sheets";

/** The chart of a sheet as a query asks for it; null where there is no such sheet. */
export function embedOf(
  catalog: Catalog,
  name: string,
  query: URLSearchParams,
): EmbeddedChart | null {
  const sheet = sheetOf(catalog, name);
  if (!sheet) return null;
  const names = namesOf(catalog);
  const { view, problems } = parseView(query, { schema: sheet.schema, rows: sheet.figures });
  const { series, sentences } = showSheet({ ...sheet, names })(view);
  const drawn = new Set(marksOf(series).map(({ document }) => document));
  const documents = Object.keys(names.documents).filter((id) => drawn.has(id));
  const sources = documents.map((id) => names.documents[id] ?? id);
  const edition = `${catalog.descriptor.title}, version ${catalog.descriptor.version}`;
  const found = formatView(view, { schema: sheet.schema, rows: sheet.figures });
  return {
    title: sheet.title,
    series,
    documents,
    selected: view.select,
    sentence: sentences.ofSeries,
    source: sources.length > 0 ? `Stated by ${joinWith(sources, "and")}. ${edition}` : edition,
    path: `/${name}${found && `?${found}`}`,
    problems,
  };
}

/** The HTML with which another page frames the chart of a view. */
export function toIframe(site: string, path: string, title: string): string {
  const address = escapeHtml(`${site}/embed${path}`);
  return `<iframe src="${address}" title="${escapeHtml(title)}" width="640" height="520" loading="lazy"></iframe>`;
}
