import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { releasesOf } from "@/data/site/changes";
import { fileAt } from "@/data/site/version-file";
import { keptCatalog, versionNames } from "@/data/site/versions";

const asked = { site: "https://w.example", day: "2026-11-26" };
const list = "data/versions/sha256sums.txt";

/** The hash of each file that is served for good below a version, by its path. */
async function hashServed(version: string): Promise<readonly (readonly [string, string])[]> {
  const files = Object.keys(keptCatalog(version)?.files ?? {}).toSorted();
  return Promise.all(
    files.map(async (file): Promise<readonly [string, string]> => {
      const { body, isForGood } = await fileAt([version, file], new URLSearchParams(), asked);
      expect([file, isForGood]).toEqual([file, true]);
      return [`${version}/${file}`, createHash("sha256").update(body).digest("hex")];
    }),
  );
}

test("every version that the change log names has its files", () => {
  const described = releasesOf().map(({ version }) => version);
  const kept = readdirSync("data/versions").filter((name) => !name.includes("sha256"));
  expect(kept.toSorted()).toEqual(described.toSorted());
  expect(versionNames()).toEqual(described.toReversed());
});

// A new version: `npm run figures -- version` adds its files and their hashes to the list.
test("no file of a published version ever changes", async () => {
  const served = await Promise.all(versionNames().map(hashServed));
  const lines = served.flat().map(([path, hash]) => `${hash}  ${path}`);
  expect(readFileSync(list, "utf8").trimEnd().split("\n")).toEqual(lines);
});

test("the files of the newest version are those of the package", () => {
  const newest = versionNames().at(-1) ?? "";
  for (const file of readdirSync("data/package").filter((name) => name.endsWith(".csv")))
    expect(readFileSync(`data/versions/${newest}/${file}`, "utf8")).toBe(
      readFileSync(`data/package/${file}`, "utf8"),
    );
});
