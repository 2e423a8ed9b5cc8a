import { expect, test } from "vitest";
import { toReadme } from "@/data/files/readme";
import { loadCatalog } from "@/data/site/catalog";

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
