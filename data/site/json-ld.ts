import "server-only";
import type { Figure } from "../figure/figure";
import { publicationsOf } from "../files/citation";
import { viewQuery } from "../files/offer";
import type { Edition, Publication } from "../files/publication";
import { archiveName, formatFile, type RowScope } from "../files/request";
import type { Sheet } from "../sheet/sheet";
import { showSheet } from "../sheet/show";
import { spanOf } from "../table/period";
import { parseView } from "../view/view";
import type { Catalog } from "./catalog";
import { namesOf, sheetOf } from "./sheets";
import { versionNames } from "./versions";

/** A thing of schema.org. */
type Thing = { readonly [property: string]: unknown };

/**
 * A sheet, or the whole workbook, as a `Dataset` of schema.org: what it measures, of when and where,
 * as which files it comes, and which documents it is based on.
 */
export function toDataset(
  catalog: Catalog,
  sheet: Sheet | null,
  edition: Edition,
  view: DatasetView = whole,
): Thing {
  const { descriptor, sheets } = catalog;
  const { site } = edition;
  const figures = view.figures ?? sheet?.figures ?? sheets.flatMap((each) => each.figures);
  const page = sheet ? `${site}/${sheet.name}` : `${site}/`;
  const address = `${page}${view.query && `?${view.query}`}`;
  const name = sheet ? `${edition.title}: ${sheet.title}` : edition.title;
  const filtered = view.conditions && ` (filtered: ${view.conditions})`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": address,
    url: address,
    name: `${name}${filtered}`,
    description: describeDataset(sheet?.description ?? descriptor.description, view),
    version: edition.version,
    dateCreated: descriptor.created.slice(0, 10),
    license: descriptor.licenses[0]?.path,
    copyrightNotice,
    keywords: descriptor.keywords,
    isAccessibleForFree: true,
    inLanguage: "en",
    variableMeasured: toVariables(catalog, figures),
    temporalCoverage: toTime(figures),
    spatialCoverage: toPlaces(figures),
    distribution: toDownloads(sheet?.name ?? "figures", edition, view.query),
    isBasedOn: publicationsOf(figures, edition).map(toWork),
    ...toWhole(sheet, edition, view, page),
  };
}

/** As much of a sheet as a page shows: its rows, the query of its address, and what it leaves out in words. */
export interface DatasetView {
  readonly figures: readonly Figure[] | null;
  readonly query: string;
  readonly conditions: string;
  /** How many rows of how many, and by which filters. */
  readonly says: string;
}

const whole: DatasetView = { figures: null, query: "", conditions: "", says: "" };

/** What a query leaves of a sheet, for a page that shows the sheet. */
export function datasetViewOf(catalog: Catalog, name: string, query: URLSearchParams): DatasetView {
  const sheet = sheetOf(catalog, name);
  if (!sheet || query.size === 0) return whole;
  const names = namesOf(catalog);
  const { view } = parseView(query, {
    schema: sheet.schema,
    rows: sheet.figures,
    documents: Object.keys(names.documents),
    versions: versionNames(),
  });
  const { derived, sentences } = showSheet({ ...sheet, names })(view);
  const { conditions, ofView } = sentences;
  return { figures: derived.rows, query: viewQuery(view), conditions, says: ofView };
}

/** What a sheet holds, and what of it a view shows. */
export function describeDataset(description: string, { query, says }: DatasetView): string {
  return query ? `${description} Of it: ${says}.` : description;
}

/** Whose the figures are: a licence that the workbook gives cannot be theirs. */
const copyrightNotice =
  "The licence is that of the encoding. Each figure is its authors', whose documents are named as what this is based on.";

/** A view is part of its sheet, and a sheet of the workbook. */
function toWhole(sheet: Sheet | null, { site, title }: Edition, view: DatasetView, page: string) {
  if (!sheet) return {};
  const part = view.query
    ? { "@id": page, name: `${title}: ${sheet.title}` }
    : { "@id": `${site}/`, name: title };
  return { isPartOf: { "@type": "Dataset", ...part } };
}

/** JSON as the text of a script element that is never run: nothing in it can end the element. */
export function toScript(thing: Thing): string {
  return JSON.stringify(thing).replaceAll("<", "\\u003c");
}

function toVariables({ tables }: Catalog, figures: readonly Figure[]): readonly Thing[] {
  const used = new Set<unknown>(figures.map(({ measure }) => measure));
  return (tables.measures?.rows ?? [])
    .filter(({ id }) => used.has(id))
    .map(({ id, title, unit, definition }) => ({
      "@type": "PropertyValue",
      propertyID: id,
      name: title,
      unitText: unit,
      description: definition,
    }));
}

function toTime(figures: readonly Figure[]): string | undefined {
  const spans = figures.flatMap((figure) => spanOf(figure) ?? []);
  const [from] = spans.map((span) => span.from).toSorted();
  const to = spans
    .map((span) => span.to)
    .toSorted()
    .at(-1);
  return from && to ? `${from}/${to}` : undefined;
}

const regions = new Intl.DisplayNames(["en"], { type: "region" });

function toPlaces(figures: readonly Figure[]): readonly Thing[] {
  const codes = new Set(figures.flatMap(({ countries }) => countries?.split(" ") ?? []));
  return [...codes]
    .toSorted()
    .map((code) => ({ "@type": "Country", name: regions.of(code), identifier: code }));
}

function toDownloads(
  name: string,
  { id: workbook, site }: Edition,
  query: string,
): readonly Thing[] {
  const part: RowScope = query ? "view" : "whole";
  const table = { name, part, query: new URLSearchParams(query) };
  const files: readonly (readonly [string, string])[] = [
    ["text/csv", formatFile({ ...table, format: "csv" })],
    ["application/json", formatFile({ ...table, format: "json" })],
    ["application/zip", `/data/${archiveName(workbook)}`],
  ];
  return files.map(([encodingFormat, file]) => {
    return { "@type": "DataDownload", encodingFormat, contentUrl: `${site}${file}` };
  });
}

function toWork({ title, authors, publisher, published, url }: Publication): Thing {
  return {
    "@type": "Article",
    name: title ?? `Article without a title, ${publisher}`,
    author: authors.map((name) => ({ "@type": "Person", name })),
    publisher: { "@type": "Organization", name: publisher },
    datePublished: published,
    ...(url ? { url } : {}),
  };
}
