import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { editionOf } from "@/data/site/edition";
import { toDataset, toScript } from "@/data/site/json-ld";
import { sheetOf } from "@/data/site/sheets";

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

  test("is based on the five documents", () => {
    expect(datasetOf(page).isBasedOn).toHaveLength(5);
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

test("what would end the element is written as JSON may write it", () => {
  expect(toScript({ name: "</script><b>" })).toBe('{"name":"\\u003c/script>\\u003cb>"}');
});
