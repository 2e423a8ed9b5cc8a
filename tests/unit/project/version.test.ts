import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";

const { descriptor, files } = loadCatalog();
const published: { version: string; sha256: string } = JSON.parse(
  readFileSync("tests/unit/project/version.json", "utf8"),
);

function hashFigures(): string {
  const hash = createHash("sha256");
  for (const name of Object.keys(files)
    .filter((each) => each.endsWith(".csv"))
    .toSorted())
    hash.update(`${name}\n${files[name]}`);
  return hash.digest("hex");
}

// Changed figures are a new version: raise it in datapackage.json and write both down in version.json.
test("figures never change without a new version of the package", () => {
  expect({ version: descriptor.version, sha256: hashFigures() }).toEqual(published);
});
