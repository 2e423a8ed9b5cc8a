import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import semver from "semver";
import { expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";

const { descriptor, files } = loadCatalog();
/** The hash of the figures of each version, the first one first; what is published stays as it is. */
const published: { [version: string]: string } = JSON.parse(
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

// Changed figures are a new version: raise it in datapackage.json, and add it with its hash to version.json.
test("figures never change without a new version of the package", () => {
  const [version, sha256] = Object.entries(published).at(-1) ?? [];
  expect({ version: descriptor.version, sha256: hashFigures() }).toEqual({ version, sha256 });
});

test("every version of the figures is later than the one before, differs from it and is described", () => {
  const versions = Object.keys(published);
  expect(versions).toEqual(semver.sort([...versions]));
  expect(new Set(Object.values(published)).size).toBe(versions.length);
  const [, changes = ""] = readFileSync("CHANGELOG.md", "utf8").split("\n## The figures\n");
  const described = [...changes.matchAll(/^### (\S+)/gm)].map(([, version]) => version);
  expect(described.toReversed()).toEqual(versions);
});
