import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import datapackage from "datapackage";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { fileOf } from "@/data/site/table-file";

const catalog = loadCatalog();
const folder = mkdtempSync(join(tmpdir(), "package-"));
const { body } = fileOf(catalog, "iskp-in-figures.zip", new URLSearchParams());
const found = unzipSync(typeof body === "string" ? new Uint8Array() : body);
beforeAll(() => {
  for (const [path, bytes] of Object.entries(found)) writeFileSync(join(folder, path), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

describe("the Frictionless library accepts the zip as it is", () => {
  const load = () => datapackage.Package.load(join(folder, "datapackage.json"));

  test("its descriptor", async () => {
    const { valid, errors } = await load();
    expect([valid, errors]).toEqual([true, []]);
  });

  test.each(catalog.descriptor.resources)("$name, every cell and every reference", async (said) => {
    const { resources } = await load();
    const resource = resources.find(({ name }) => name === said.name);
    const rows = await resource?.read({ keyed: true, relations: true });
    const lines = String(fileOf(catalog, `${said.name}.json`, new URLSearchParams()).body);
    expect(rows).toHaveLength(JSON.parse(lines).length);
  });

  test("and not one with a letter where a number belongs", async () => {
    const text = new TextDecoder().decode(found["attacks.csv"]).replace(",83,83,83,", ",83,x,83,");
    writeFileSync(join(folder, "attacks.csv"), text);
    const resource = (await load()).resources.find(({ name }) => name === "attacks");
    await expect(resource?.read({ keyed: true, relations: false })).rejects.toThrow();
  });
});
