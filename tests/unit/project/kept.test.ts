import { spawnSync } from "node:child_process";
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

/** The lines that git answers with; without git, or its folder, there is nothing to compare with. */
function git(...args: readonly string[]): readonly string[] | null {
  const { status, stdout } = spawnSync("git", [...args, "--", ":(glob)data/versions/*.json"], {
    encoding: "utf8",
  });
  return status === 0 ? stdout.split("\n").filter(Boolean) : null;
}

// The hashes above are written anew as easily as the figures; a commit is not.
test("no commit, and nothing that is not committed yet, changes or takes away a version once it is there", (context) => {
  const changed = ["--diff-filter=MD", "--name-status"];
  const [before, now] = [git("log", "--format=", ...changed), git("diff", "HEAD", ...changed)];
  if (!before || !now) return context.skip("this folder is none of git's");
  expect([...before, ...now]).toEqual([]);
});

test("the files of the newest version are those of the package", () => {
  const newest = versionNames().at(-1) ?? "";
  for (const file of readdirSync("data/package").filter((name) => name.endsWith(".csv")))
    expect(readKept(newest).files[file]).toBe(readFileSync(`data/package/${file}`, "utf8"));
});
