import { readFileSync } from "node:fs";
import semver from "semver";
import { expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { hashFigures } from "@/data/site/hashes";

const catalog = loadCatalog();
/** The hash of the figures of each version, the first one first; what is published stays as it is. */
const published: { [version: string]: string } = JSON.parse(
  readFileSync("tests/unit/project/version.json", "utf8"),
);

// Changed figures are a new version: `npm run figures -- version` gives them a number and keeps them.
test("figures never change without a new version of the package", () => {
  const [version, sha256] = Object.entries(published).at(-1) ?? [];
  expect({ version: catalog.descriptor.version, sha256: hashFigures(catalog) }).toEqual({
    version,
    sha256,
  });
});

test("every version of the figures is later than the one before, differs from it and is described", () => {
  const versions = Object.keys(published);
  expect(versions).toEqual(semver.sort([...versions]));
  expect(new Set(Object.values(published)).size).toBe(versions.length);
  const [, changes = ""] = readFileSync("CHANGELOG.md", "utf8").split("\n## The figures\n");
  const described = [...changes.matchAll(/^### (\S+)/gm)].map(([, version]) => version);
  expect(described.toReversed()).toEqual(versions);
});
