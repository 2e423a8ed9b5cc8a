import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { fileOf } from "@/data/site/table-file";

const catalog = loadCatalog();
const { body } = fileOf(catalog, "iskp-in-figures.zip", new URLSearchParams());
const found = unzipSync(typeof body === "string" ? new Uint8Array() : body);

test("the zip holds a text to read, both descriptors and every table", () => {
  const tables = catalog.descriptor.resources.map(({ path }) => path);
  expect(Object.keys(found).toSorted()).toEqual(
    ["README.md", "datapackage.json", "figure.schema.json", ...tables].toSorted(),
  );
});

test("a table in the zip is byte for byte the file at its address", () => {
  const differs = catalog.descriptor.resources.filter(({ name, path }) => {
    const { body } = fileOf(catalog, `${name}.csv`, new URLSearchParams());
    return new TextDecoder().decode(found[path]) !== body;
  });
  expect(differs).toEqual([]);
});

/** Formats that the profiles name, of which two say what is wrong with a text. */
const formats = {
  uri: (text: string) => URL.canParse(text),
  "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
  email: true,
  textarea: true,
} as const;
const profile = (name: string) => JSON.parse(readFileSync(`tests/profiles/${name}.json`, "utf8"));
// Not strict: the profiles have keywords for people, which say nothing of what is valid.
const standard = new Ajv({ strict: false, formats });
for (const name of ["datapackage", "tableschema"]) standard.addSchema(profile(name), name);

/** What a profile of the standard finds wrong with a descriptor. */
function problemsBy(name: "datapackage" | "tableschema", descriptor: object) {
  standard.validate(name, descriptor);
  return (standard.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const held = (path: string) => JSON.parse(new TextDecoder().decode(found[path]));

describe("the standard's own profile", () => {
  test("accepts the descriptor in the zip", () => {
    expect(problemsBy("datapackage", held("datapackage.json"))).toEqual([]);
  });

  test("accepts the schema of figures in the zip, and every schema in the descriptor", () => {
    const schemas = held("datapackage.json").resources.map(
      ({ schema }: { schema: object }) => schema,
    );
    const own = schemas.filter((schema: object | string) => typeof schema === "object");
    const all: object[] = [held("figure.schema.json"), ...own];
    expect(all.map((schema) => problemsBy("tableschema", schema))).toEqual(all.map(() => []));
  });

  test.each([
    ["without a table", { resources: [] }, "/resources must NOT have fewer than 1 items"],
    ["with a home that is no address", { homepage: "home" }, '/homepage must match format "uri"'],
    ["with a date that is none", { created: "today" }, '/created must match format "date-time"'],
  ])("refuses a descriptor %s", (_, change, problem) => {
    const descriptor = { ...held("datapackage.json"), ...change };
    expect(problemsBy("datapackage", descriptor)).toEqual([problem]);
  });

  test("refuses a field of a type that no field has", () => {
    const fields = [{ name: "value", type: "numeral" }];
    expect(problemsBy("tableschema", { fields })).toContain(
      "/fields/0 must match exactly one schema in oneOf",
    );
  });
});
