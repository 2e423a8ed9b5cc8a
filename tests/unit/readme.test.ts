import { expect, test } from "vitest";
import { loadCatalog } from "@/data/catalog";
import { toReadme } from "@/data/readme";

const { descriptor } = loadCatalog();

test("names the version, and every file of the package", () => {
  const text = toReadme(descriptor);
  const names = [
    `version ${descriptor.version}`,
    "datapackage.json",
    ...descriptor.resources.map(({ path }) => path),
  ];
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});
