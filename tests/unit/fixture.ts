import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Catalog, parseCatalog } from "@/data/site/catalog";
import { allFigures, namesOf } from "@/data/site/sheets";
import { isSheet } from "@/data/table/is-sheet.mjs";

const [folder, published] = [join("tests", "fixtures", "package"), join("data", "package")];
const textIn = (from: string, name: string) => readFileSync(join(from, name), "utf8");

/**
 * The texts of a package of invented figures: each precision, parts, repeats, a share, statements that
 * contradict and that are compatible. Its fields are those of the published package, its rows its own.
 */
function readFixture(): Catalog["files"] {
  const descriptor = JSON.parse(textIn(published, "datapackage.json"));
  const [sheet] = descriptor.resources.filter(isSheet);
  const sheets: { name: string }[] = JSON.parse(textIn(folder, "sheets.json"));
  const resources = [
    ...sheets.map((own) => ({ ...sheet, ...own, path: `${own.name}.csv` })),
    ...descriptor.resources.filter((each: { schema: unknown }) => !isSheet(each)),
  ];
  const aliases = [["North", "Northern Front"]];
  const tables = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return {
    ...Object.fromEntries(tables.map((name) => [name, textIn(folder, name)])),
    "figure.schema.json": textIn(published, "figure.schema.json"),
    "datapackage.json": JSON.stringify({ ...descriptor, version: "2.0.0", aliases, resources }),
  };
}

/** A package of invented figures, for what is not about those that are published. */
export const fixture = parseCatalog(readFixture(), folder);

/** Its figures and its names. */
export const invented = { all: allFigures(fixture).figures, names: namesOf(fixture) };
