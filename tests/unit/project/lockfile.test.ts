import { readFileSync } from "node:fs";
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

/** True of a range such as `^18.2 || >=20` that some Node 20 of ours, 20.20, lies in. */
function admitsNode20(range: string): boolean {
  const parts = /(\^|~|>=|<=|>|<|=|)\s*v?(\d+)(?:\.(\d+))?(?:\.\d+)?/g;
  const bounds: { readonly [sign: string]: (major: number, minor: number) => boolean } = {
    ">=": (major, minor) => major < 20 || (major === 20 && minor <= 20),
    ">": (major, minor) => major < 20 || (major === 20 && minor < 20),
    "<=": (major) => major >= 20,
    "<": (major) => major > 20,
  };
  const isExact = (major: number, minor: number) => major === 20 && minor <= 20;
  return range
    .split("||")
    .some((alternative) =>
      [...alternative.matchAll(parts)].every(([, sign = "", major, minor]) =>
        (bounds[sign] ?? isExact)(Number(major), Number(minor ?? 0)),
      ),
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

test("every package that must install runs on Node 20", () => {
  const needed = entries.filter(([, { optional, engines }]) => !optional && engines?.node);
  const newer = needed.filter(([, { engines }]) => !admitsNode20(engines?.node ?? "*"));
  expect(newer.map(([path]) => path)).toEqual([]);
});

test.each([
  [">=20.9", true],
  ["^20.19.0 || >=22.12.0", true],
  [">= 10", true],
  ["*", true],
  ["^18 || 20 || >=22", true],
  [">=18 <21", true],
  ["^22.0.0 || >=24", false],
  [">=22", false],
  [">=12 <20", false],
  ["^18.2", false],
])("the range %s admits Node 20: %s", (range, admitted) => {
  expect(admitsNode20(range)).toBe(admitted);
});
