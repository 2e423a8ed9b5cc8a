import "server-only";
import type { Figure } from "../figure/figure";
import type { Edition, Publication } from "../files/publication";
import { archiveName, formatFile } from "../files/request";
import type { Sheet } from "../sheet/sheet";
import { spanOf } from "../table/period";
import type { Catalog } from "./catalog";

/** A thing of schema.org. */
type Thing = { readonly [property: string]: unknown };

/**
 * A sheet, or the whole workbook, as a `Dataset` of schema.org: what it measures, of when and where,
 * as which files it comes, and which documents it is based on.
 */
export function toDataset(catalog: Catalog, sheet: Sheet | null, edition: Edition): Thing {
  const { descriptor, sheets } = catalog;
  const { site } = edition;
  const figures = sheet?.figures ?? sheets.flatMap((each) => each.figures);
  const address = sheet ? `${site}/${sheet.name}` : `${site}/`;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": address,
    url: address,
    name: sheet ? `${edition.title}: ${sheet.title}` : edition.title,
    description: sheet?.description ?? descriptor.description,
    version: edition.version,
    dateCreated: descriptor.created.slice(0, 10),
    license: descriptor.licenses[0]?.path,
    keywords: descriptor.keywords,
    isAccessibleForFree: true,
    inLanguage: "en",
    variableMeasured: toVariables(catalog, figures),
    temporalCoverage: toTime(figures),
    spatialCoverage: toPlaces(figures),
    distribution: toDownloads(sheet?.name ?? "figures", edition),
    isBasedOn: edition.publications.map(toWork),
    ...(sheet ? { isPartOf: { "@type": "Dataset", "@id": `${site}/`, name: edition.title } } : {}),
  };
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

function toPlaces(figures: readonly Figure[]): readonly Thing[] {
  const codes = new Set(figures.flatMap(({ countries }) => countries?.split(" ") ?? []));
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  return [...codes]
    .toSorted()
    .map((code) => ({ "@type": "Country", name: names.of(code), identifier: code }));
}

function toDownloads(name: string, { id: workbook, site }: Edition): readonly Thing[] {
  const whole = { name, part: "whole", query: new URLSearchParams() } as const;
  const files: readonly (readonly [string, string])[] = [
    ["text/csv", formatFile({ ...whole, format: "csv" })],
    ["application/json", formatFile({ ...whole, format: "json" })],
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
