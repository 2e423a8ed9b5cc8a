import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Package {
  readonly license?: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
}

const read = (path: string): Package => JSON.parse(readFileSync(path, "utf8"));
const own = read("package.json");
const names = Object.keys({ ...own.dependencies, ...own.devDependencies });
const listed = readFileSync("README.md", "utf8").matchAll(/^\| (\S+) \| (.+?) \| .+ \|$/gm);

test("the README lists every dependency with its licence, and no other", () => {
  const installed = names.map((name) => [
    name,
    read(`node_modules/${name}/package.json`).license ?? "none",
  ]);
  const found = [...listed].map(([, name, licence]) => [name, licence]);
  expect(found.filter(([name]) => name !== "package").sort()).toEqual(installed.sort());
});
