import "server-only";
import { marksOf } from "../chart/mark";
import { nameChart } from "../chart/words";
import { arrange, formatOrder, parseOrder } from "../facts/disagreement";
import type { Figure } from "../figure/figure";
import { citeFigures, publicationsOf, toCitation } from "../files/citation";
import { type Frame, toGrowingIframe, toIframe } from "../files/iframe";
import { type Offer, offer, offersOfAll, offersOfSheet, viewQuery } from "../files/offer";
import type { Cited, Edition } from "../files/publication";
import { toReport } from "../files/report";
import { archiveName, type FileRequest, formatFile, formats, workbookName } from "../files/request";
import type { PublishedFile, ShareData } from "../files/share-data";
import { toSnippets } from "../files/snippet";
import type { Sheet, SheetWithSchema } from "../sheet/sheet";
import { type SheetView, showSheet } from "../sheet/show";
import type { Field } from "../table/descriptor";
import { notOneOf } from "../table/problem";
import { describeRule, plural } from "../view/describe";
import { formatQuery } from "../view/query";
import { formatView, parseView } from "../view/view";
import type { Catalog } from "./catalog";
import { changesOf, showChanges } from "./changes";
import { editionOf } from "./edition";
import { embedOf, type HeightOf, toFrame } from "./embed";
import { listPages, pages } from "./pages";
import { allFigures, disagreementsOf, sheetOf } from "./sheets";
import { chooseFields, tableOf } from "./table-file";
import { versionNames, versionOf } from "./versions";

/** What a page adds to what every page offers. */
interface Own {
  readonly title: string;
  readonly path: string;
  readonly frame?: Frame;
  readonly problems?: readonly string[];
  readonly offers?: readonly Offer[];
  readonly cited: readonly Cited[];
  readonly selected?: readonly Figure[];
  readonly file: Omit<FileRequest, "format">;
  readonly fields: readonly Field[];
}

/**
 * The key `_page` of a query names a page by its address, and the other keys are the page's own → what
 * there is to share, cite and download of it. A page that does not exist counts as the overview.
 */
export function shareDataOf(
  catalog: Catalog,
  site: string,
  query: URLSearchParams,
  heightOf: HeightOf,
): ShareData {
  const page = query.get("_page") ?? "";
  const rest = new URLSearchParams([...query].filter(([key]) => key !== "_page"));
  const edition = editionOf(catalog, site);
  const sheet = sheetOf(catalog, page);
  const own = sheet
    ? ownOfSheet(catalog, edition, sheet, rest, heightOf)
    : ownOfPage(catalog, edition, page, rest);
  const {
    title,
    path,
    frame,
    problems = [],
    offers = [],
    cited,
    selected = [],
    file,
    fields,
  } = own;
  const csv = `${site}${formatFile({ ...file, format: "csv" })}`;
  const excel = `${site}${formatFile({ ...file, format: "xlsx" })}`;
  const all = offersOfAll(
    edition.id,
    allFigures(catalog).figures.length,
    sheet?.name === "figures",
    versionOf(catalog),
  );
  return {
    title,
    address: `${site}${path}`,
    iframe: frame ? { html: toIframe(frame), growing: toGrowingIframe(frame) } : null,
    problems,
    offers: [...offers, ...all],
    citations: [...cited, citeWorkbook(edition)].map((each) => toCitation(each, edition)),
    report: toReport(
      catalog.descriptor.report,
      { title: edition.title, version: edition.version, link: `${site}${path}` },
      selected,
    ),
    snippets: toSnippets({ csv, excel }, fields),
  };
}

function ownOfSheet(
  catalog: Catalog,
  edition: Edition,
  sheet: SheetWithSchema,
  query: URLSearchParams,
  heightOf: HeightOf,
): Own {
  const { name, title, schema, figures } = sheet;
  const { view, problems } = parseView(query, {
    schema,
    rows: figures,
    documents: Object.keys(edition.names.documents),
    versions: versionNames(),
  });
  const shown = showSheet({ ...sheet, names: edition.names })(view);
  const path = pathOf(name, new URLSearchParams(formatView(view, { schema, rows: figures })));
  const embedded = embedOf(catalog, name, query);
  const all = schema.fields.map((field) => field.name);
  const inFile = chooseFields(view.columns, all);
  return {
    title,
    path,
    ...(embedded ? { frame: toFrame(embedded, edition, heightOf) } : {}),
    problems,
    offers: offersOfSheet(name, view, shown.summary, shown.sentences.ofView),
    selected: shown.selected,
    cited: citeSheet(sheet, shown, `${edition.site}${path}`, edition),
    file: { name, part: "view", query: new URLSearchParams(viewQuery(view)) },
    fields: schema.fields.filter((field) => inFile.includes(field.name)),
  };
}

/** The selected figures, the chart and the sheet, as far as there is something to cite. */
function citeSheet(
  { title }: Sheet,
  { selected, derived, series, sentences }: SheetView,
  address: string,
  edition: Edition,
): readonly Cited[] {
  const marks = marksOf(series);
  const whole = { statements: [], places: {}, address };
  const filtered = (conditions: string) => conditions && `, filtered: ${conditions}`;
  return [
    ...(selected.length > 0 ? [citeFigures(selected, { sheet: title, address }, edition)] : []),
    ...(marks.length > 0
      ? [
          {
            ...whole,
            heading: "The chart",
            publications: publicationsOf(marks, edition),
            part: `chart of “${nameChart(series, edition.names)}” on the sheet “${title}”${filtered(sentences.chartConditions)}`,
          },
        ]
      : []),
    {
      ...whole,
      heading: "The sheet",
      publications: publicationsOf(derived.rows, edition),
      part: `sheet “${title}”${filtered(sentences.conditions)}`,
    },
  ];
}

function citeWorkbook({ publications, site }: Edition): Cited {
  const heading = "The whole workbook";
  return { heading, publications, statements: [], places: {}, part: "", address: `${site}/` };
}

function ownOfPage(catalog: Catalog, edition: Edition, page: string, query: URLSearchParams): Own {
  if (page === "disagreements") return ownOfDisagreements(catalog, edition, query);
  if (page === "documents") return ownOfDocuments(catalog, edition);
  if (page === "changes") return ownOfChanges(query, edition);
  const known = listPages(catalog);
  const found = known.find(({ name }) => name === page);
  const names = known.map(({ name }) => name).filter(Boolean);
  return {
    title: found?.title ?? pages[""].title,
    path: pathOf(found?.name ?? "", queryOfVersion(catalog)),
    problems: found ? [] : [notOneOf("_page", page, names)],
    cited: [],
    file: wholeFile("figures", queryOfVersion(catalog)),
    fields: allFigures(catalog).schema.fields,
  };
}

function ownOfDisagreements(catalog: Catalog, edition: Edition, query: URLSearchParams): Own {
  const { schema } = allFigures(catalog);
  const { order, count, problems } = parseOrder(query, Object.keys(edition.names.documents));
  const all = disagreementsOf(catalog);
  const says = (facts: typeof all) =>
    `${plural(facts.flatMap(({ statements }) => statements).length, "statement")} of ${plural(facts.length, "fact")}`;
  const without = ", without those on which documents agree";
  const rule = describeRule(count, edition.names).map((words) => `; marked: ${words}`);
  const name = "disagreements";
  const version = queryOfVersion(catalog);
  const asked = new URLSearchParams([
    ...new URLSearchParams(formatOrder(order, count)),
    ...version,
  ]);
  const path = pathOf(name, asked);
  const view = { name, part: "view", query: asked } as const;
  return {
    title: pages.disagreements.title,
    path,
    problems,
    offers: [
      offer(
        "This view",
        `${says(arrange(all, order))}${order.agree ? "" : without}${rule.join("")}`,
        view,
      ),
      offer("All facts stated twice", `${says(all)}, every column`, wholeFile(name, version)),
    ],
    cited: [citePage(pages.disagreements.title, `${edition.site}${path}`, edition)],
    file: view,
    fields: schema.fields,
  };
}

function ownOfDocuments(catalog: Catalog, edition: Edition): Own {
  const table = tableOf(catalog, "documents");
  const rows = plural(table?.rows.length ?? 0, "document");
  const version = queryOfVersion(catalog);
  const path = pathOf("documents", version);
  return {
    title: pages.documents.title,
    path,
    offers: [offer("Documents", `${rows}, every column`, wholeFile("documents", version))],
    cited: [citePage(pages.documents.title, `${edition.site}${path}`, edition)],
    file: wholeFile("documents", version),
    fields: table?.schema.fields ?? [],
  };
}

function ownOfChanges(query: URLSearchParams, edition: Edition): Own {
  const { view, problems, says } = showChanges(query);
  const asked = new URLSearchParams(formatView(view));
  const path = pathOf("changes", asked);
  return {
    title: pages.changes.title,
    path,
    problems,
    offers: [
      offer("This view", says, { name: "changes", part: "view", query: asked }),
      offer("All changes", plural(changesOf().rows.length, "change"), wholeFile("changes")),
    ],
    cited: [citePage(pages.changes.title, `${edition.site}${path}`, edition)],
    file: { name: "changes", part: "view", query: asked },
    fields: changesOf().schema.fields,
  };
}

function citePage(title: string, address: string, { publications }: Edition): Cited {
  return {
    heading: "The page",
    publications,
    statements: [],
    places: {},
    part: `page “${title}”`,
    address,
  };
}

function wholeFile(name: string, query = new URLSearchParams()): Omit<FileRequest, "format"> {
  return { name, part: "whole", query };
}

/** What an address says of the version of a catalog: nothing where it is the newest. */
function queryOfVersion(catalog: Catalog): URLSearchParams {
  const version = versionOf(catalog);
  return new URLSearchParams(version ? { _version: version } : {});
}

function pathOf(page: string, query: URLSearchParams): string {
  return `/${page}${query.size > 0 ? `?${formatQuery(query)}` : ""}`;
}

/** Every file and its address; a table is there for Excel, as CSV and as JSON, and takes the query of its page. */
export function listFiles(catalog: Catalog): readonly PublishedFile[] {
  const { descriptor } = catalog;
  const tables = [
    ...descriptor.resources.map(({ name, title }) => ({ name, says: title })),
    { name: "figures", says: "The figures of all sheets" },
    { name: "disagreements", says: "The statements of facts that are stated twice" },
    { name: "changes", says: "What changed from version to version" },
  ];
  return [
    ...tables.flatMap(({ name, says }) =>
      (["xlsx", "csv", "json"] as const).map((format) => ({
        href: formatFile({ ...wholeFile(name), format }),
        says: `${says}, ${formats[format].title}`,
      })),
    ),
    { href: "/data/datapackage.json", says: "What every file and field means" },
    { href: `/data/${archiveName(descriptor.name)}`, says: "All of it in one file" },
    { href: `/data/${workbookName(descriptor.name)}`, says: "All of it as a spreadsheet" },
    ...versionNames().map((version) => ({
      href: `/data/${version}/${archiveName(descriptor.name)}`,
      says: `All of version ${version}; its files stay below /data/${version}/`,
    })),
  ];
}
