import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCatalog } from "@/data/site/catalog";
import { allFigures, namesOf, sheetOf } from "@/data/site/sheets";
import { growPackage } from "@/tests/grown/package.mjs";

const folder = mkdtempSync(join(tmpdir(), "grown-"));
growPackage(join("data", "package"), folder, { sheet: "attacks", figures: 1_000 });

test("a sheet that has grown to 1,000 figures follows every rule", () => {
  const sheet = sheetOf(readCatalog(folder), "attacks");
  expect(sheet?.figures.length).toBeGreaterThanOrEqual(1_000);
});

test("copies of figures share facts, wholes and events among themselves alone", () => {
  const { figures } = allFigures(readCatalog(folder));
  const first = figures.filter(({ id }) => id.endsWith("-r1"));
  const strange = first
    .flatMap(({ fact, part_of, event }) => [fact, part_of, event])
    .filter((id) => id?.endsWith("-r2"));
  expect(strange).toEqual([]);
});

test("what a figure is compared with stays the same beside its copies", () => {
  const [own, grown] = [join("data", "package"), folder].map(
    (each) => namesOf(readCatalog(each)).compared,
  );
  expect(grown).toMatchObject(own ?? {});
});
