import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { releasesOf } from "@/data/site/changes";
import { hashFigures, hashServed } from "@/data/site/hashes";
import { fileAt } from "@/data/site/version-file";
import { keptCatalog, readKept, versionNames } from "@/data/site/versions";

const asked = { site: "https://w.example", day: "2026-11-26" };
const list = "data/versions/sha256sums.txt";

test("every version that the change log names has its files", () => {
  const described = releasesOf().map(({ version }) => version);
  const kept = readdirSync("data/versions").filter((name) => name.endsWith(".json"));
  expect(kept.map((name) => name.slice(0, -5)).toSorted()).toEqual(described.toSorted());
  expect(versionNames()).toEqual(described.toReversed());
});

// A new version: `npm run figures -- version` adds its files and their hashes to the list.
test("no file of a published version ever changes, as it is kept and as it is served", async () => {
  const catalogs = versionNames().map((version) => ({ version, catalog: keptCatalog(version) }));
  const lines = catalogs.flatMap(({ version, catalog }) =>
    catalog ? hashServed(version, catalog) : [],
  );
  expect(readFileSync(list, "utf8").trimEnd().split("\n")).toEqual(lines);
  const hashes = catalogs.map(({ version, catalog }) => [version, catalog && hashFigures(catalog)]);
  expect(Object.fromEntries(hashes)).toEqual(
    JSON.parse(readFileSync("tests/unit/project/version.json", "utf8")),
  );
  for (const line of lines) {
    const [hash, path = ""] = line.split("  ");
    const { body, isForGood } = await fileAt(path.split("/"), new URLSearchParams(), asked);
    const served = createHash("sha256").update(body).digest("hex");
    expect([path, served, isForGood]).toEqual([path, hash, true]);
  }
});

test("the files of the newest version are those of the package", () => {
  const newest = versionNames().at(-1) ?? "";
  for (const file of readdirSync("data/package").filter((name) => name.endsWith(".csv")))
    expect(readKept(newest).files[file]).toBe(readFileSync(`data/package/${file}`, "utf8"));
});
