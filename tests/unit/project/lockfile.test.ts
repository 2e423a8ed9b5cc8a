import { readFileSync } from "node:fs";
import { intersects, minVersion, satisfies } from "semver";
import { expect, test } from "vitest";

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly engines?: { readonly node?: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
}

const { packages }: { packages: { readonly [path: string]: Entry } } = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
);
const entries = Object.entries(packages).filter(([path]) => path !== "");

/** The entry that a package at `path` finds under `name`: beside its own, or in a folder above. */
function entryOf(path: string, name: string): Entry | undefined {
  const own = packages[`${path}/node_modules/${name}`];
  const above = path.lastIndexOf("/node_modules/");
  return (
    own ?? (above >= 0 ? entryOf(path.slice(0, above), name) : packages[`node_modules/${name}`])
  );
}

test("every optional dependency is locked, for whatever system installs it", () => {
  const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      const entry = entryOf(path, name);
      return !entry?.version || !entry.integrity;
    }),
  );
  expect(missing).toEqual([]);
});

test("there are optional dependencies of several systems to hold this against", () => {
  expect(entries.filter(([, { optional }]) => optional).length).toBeGreaterThan(20);
});

test("every package is locked to a version and its content", () => {
  expect(entries.filter(([, { version, integrity }]) => !version || !integrity)).toEqual([]);
});

test("no package is tied to the host it was fetched from", () => {
  expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

const [, versions = ""] =
  /^ +node: \[(.+)\]$/m.exec(readFileSync(".github/workflows/test.yml", "utf8")) ?? [];
const lines = versions.split(", ").map((version) => version.replaceAll('"', ""));

test("the workflow tests on the oldest Node that is admitted, and on the one that is recommended", () => {
  const oldest = minVersion(packages[""]?.engines?.node ?? "")?.version ?? "";
  const recommended = readFileSync(".nvmrc", "utf8").trim();
  expect(lines.filter((line) => satisfies(oldest, line))).toEqual([lines[0]]);
  expect(lines).toContain(recommended);
});

test.each(lines)("every package that must install runs on Node %s", (line) => {
  const needed = entries.filter(([, { optional, engines }]) => !optional && engines?.node);
  const others = needed.filter(([, { engines }]) => !intersects(engines?.node ?? "*", line));
  expect(others.map(([path]) => path)).toEqual([]);
});
