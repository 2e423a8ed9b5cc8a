import "server-only";
import type { EmbeddedChart } from "../chart/embedded-chart";
import { describeCounted, describeSigns } from "../chart/legend";
import { marksOf, type Series } from "../chart/mark";
import { describeSources, titleChart } from "../chart/words";
import { type Frame, heightOfEmbed } from "../files/iframe";
import { viewQuery } from "../files/offer";
import type { Edition } from "../files/publication";
import { showSheet } from "../sheet/show";
import { formatView, parseView } from "../view/view";
import type { Catalog } from "./catalog";
import { namesOf, sheetOf } from "./sheets";
import { versionNames } from "./versions";

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
    versions: versionNames(),
  });
  const { series, drawn, sentences, derived } = showSheet({ ...sheet, names })(view);
  const stating = new Set(marksOf(drawn).map(({ document }) => document));
  const documents = Object.keys(names.documents).filter((id) => stating.has(id));
  const edition = `${catalog.descriptor.title}, version ${catalog.descriptor.version}`;
  const found = formatView(view, { schema: sheet.schema, rows: sheet.figures });
  return {
    title: titleChart(sheet.title, series, names, sentences.chartConditions),
    series: drawn,
    documents,
    selected: view.select,
    sentence: sentences.ofSeries,
    legend: [drawn.thinning, describeCounted(series, sheet.figures), describeSigns(drawn)]
      .filter(Boolean)
      .join(" "),
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

/** How high a chart is drawn, in CSS pixels. */
export type HeightOf = (series: Series) => number;

/** The chart of a view as another page frames it. */
export function toFrame(
  { title, sentence, legend, source, path, series }: EmbeddedChart,
  { site, title: workbook }: Edition,
  heightOf: HeightOf,
): Frame {
  const address = `${site}/embed${path}`;
  const foot = `${source}, open the sheet: ${site}${path}`;
  return {
    address,
    title: `${title}, ${workbook}`,
    height: heightOfEmbed({
      title,
      paragraphs: [sentence, legend, foot],
      chart: heightOf(series),
    }),
  };
}
