import "server-only";
import type { EmbeddedChart } from "../chart/embedded-chart";
import { marksOf } from "../chart/series";
import { describeSources, titleChart } from "../chart/words";
import { escapeHtml } from "../files/html";
import { viewQuery } from "../files/offer";
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
  const { view, problems } = parseView(query, {
    schema: sheet.schema,
    rows: sheet.figures,
    documents: Object.keys(names.documents),
  });
  const { series, sentences, derived } = showSheet({ ...sheet, names })(view);
  const drawn = new Set(marksOf(series).map(({ document }) => document));
  const documents = Object.keys(names.documents).filter((id) => drawn.has(id));
  const edition = `${catalog.descriptor.title}, version ${catalog.descriptor.version}`;
  const found = formatView(view, { schema: sheet.schema, rows: sheet.figures });
  return {
    title: titleChart(sheet.title, series, names, sentences.chartConditions),
    series,
    documents,
    selected: view.select,
    sentence: sentences.ofSeries,
    source: [describeSources(series, names), edition].filter(Boolean).join(". "),
    path: `/${name}${found && `?${found}`}`,
    dataset: {
      figures: derived.rows,
      query: viewQuery(view),
      conditions: sentences.conditions,
      says: sentences.ofView,
    },
    problems,
  };
}

/** The HTML with which another page frames the chart of a view. */
export function toIframe(site: string, path: string, title: string): string {
  const address = escapeHtml(`${site}/embed${path}`);
  return `<iframe src="${address}" title="${escapeHtml(title)}" width="640" height="520" loading="lazy"></iframe>`;
}
