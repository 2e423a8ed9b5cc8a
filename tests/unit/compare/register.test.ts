import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { comparableMeasures, parseRegister } from "@/data/compare/register";
import { loadCatalog } from "@/data/site/catalog";
import { allFigures, sheetNamesOf, sheetOf } from "@/data/site/sheets";
import { fileOf } from "@/data/site/table-file";

const catalog = loadCatalog();
const file = (name: string) => readFileSync(`data/package/${name}`, "utf8");

test("reads the register from the files that its pages read", () => {
  const all = sheetOf(catalog, "figures");
  const register = parseRegister({
    figures: String(fileOf(catalog, "figures.csv", new URLSearchParams()).body),
    names: JSON.stringify(all && sheetNamesOf(catalog, all)),
    schema: file("figure.schema.json"),
    datapackage: file("datapackage.json"),
    documents: file("documents.csv"),
    events: file("events.csv"),
    measures: file("measures.csv"),
  });
  expect(register.figures.length).toBe(allFigures(catalog).figures.length);
  expect(comparableMeasures(register)[0]?.sheet).toBe("Attacks");
});
