import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { editionOf } from "@/data/site/edition";
import { embedOf } from "@/data/site/embed";
import { toDataset, toScript } from "@/data/site/json-ld";
import { sheetOf } from "@/data/site/sheets";
import { published } from "../published";

const catalog = loadCatalog();
const edition = editionOf(catalog, "https://w.example");
const pages = ["", "figures", ...catalog.sheets.map(({ name }) => name)];
const datasetOf = (page: string) => toDataset(catalog, sheetOf(catalog, page), edition);

/** The library asks for a context by its address; nothing here leaves the machine. */
const documentLoader = async (documentUrl: string) => ({
  contextUrl: undefined,
  documentUrl,
  document: { "@context": { "@vocab": "https://schema.org/" } },
});

describe.each(pages)("the data set of /%s", (page) => {
  const text = toScript(datasetOf(page));

  test("is JSON-LD of a schema.org Dataset, as a library of its own reads it", async () => {
    const [node] = await jsonld.expand(JSON.parse(text), { documentLoader });
    expect(node).toMatchObject({ "@type": ["https://schema.org/Dataset"] });
    const properties = ["variableMeasured", "temporalCoverage", "spatialCoverage", "distribution"];
    const missing = [...properties, "isBasedOn", "version", "license"].filter(
      (name) => !Object.hasOwn(node ?? {}, `https://schema.org/${name}`),
    );
    expect(missing).toEqual([]);
  });

  test("is based on the documents that state its figures, and no others", () => {
    const figures = sheetOf(catalog, page)?.figures ?? published.all;
    const stated = edition.publications.filter(({ id }) =>
      figures.some(({ document }) => document === id),
    );
    const works = datasetOf(page).isBasedOn as readonly { readonly name: string }[];
    expect(works).toHaveLength(stated.length);
  });

  test("keeps the licence of the encoding apart from whose the figures are", () => {
    expect(datasetOf(page).copyrightNotice).toMatch(/^The licence is that of the encoding\. /);
  });

  test("cannot end the element that it stands in", () => {
    expect(text).not.toContain("<");
  });
});

test("names what it measures, when, where, and as which files", () => {
  expect(datasetOf("territory")).toMatchObject({
    "@id": "https://w.example/territory",
    version: catalog.descriptor.version,
    variableMeasured: expect.arrayContaining([
      expect.objectContaining({ name: "Territory held", unitText: "percent" }),
    ]),
    temporalCoverage: expect.stringMatching(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/),
    spatialCoverage: expect.arrayContaining([
      { "@type": "Country", name: "Syria", identifier: "SY" },
    ]),
    distribution: [
      { encodingFormat: "text/csv", contentUrl: "https://w.example/data/territory.csv" },
      { encodingFormat: "application/json", contentUrl: "https://w.example/data/territory.json" },
      {
        encodingFormat: "application/zip",
        contentUrl: "https://w.example/data/iskp-in-figures.zip",
      },
    ],
  });
});

test("a view says in words what it leaves out, and is part of its sheet", () => {
  const embed = embedOf(catalog, "attacks", new URLSearchParams("place=Kabul&_count=lowest"));
  expect(toDataset(catalog, sheetOf(catalog, "attacks"), edition, embed?.dataset)).toMatchObject({
    "@id": "https://w.example/attacks?place=Kabul&_count=lowest",
    name: "ISKP in Figures: Attacks (filtered: Place is Kabul; of each fact the lowest statement)",
    isPartOf: { "@id": "https://w.example/attacks" },
    isBasedOn: [expect.objectContaining({ datePublished: "2024-05" })],
  });
});

test("what would end the element is written as JSON may write it", () => {
  expect(toScript({ name: "</script><b>" })).toBe('{"name":"\\u003c/script>\\u003cb>"}');
});
