import { expect, test } from "vitest";
import { allFigures, namesOf, sheetOf } from "@/data/site/sheets";
import { growCatalog } from "../grown";
import { catalog } from "../published";

const grown = growCatalog("attacks", 1_000);

test("a sheet that has grown to 1,000 figures follows every rule", () => {
  const sheet = sheetOf(grown, "attacks");
  expect(sheet?.figures.length).toBeGreaterThanOrEqual(1_000);
});

test("copies of figures share facts, wholes and events among themselves alone", () => {
  const { figures } = allFigures(grown);
  const first = figures.filter(({ id }) => id.endsWith("-r1"));
  const strange = first
    .flatMap(({ fact, part_of, event }) => [fact, part_of, event])
    .filter((id) => id?.endsWith("-r2"));
  expect(strange).toEqual([]);
});

test("what a figure is compared with stays the same beside its copies", () => {
  expect(namesOf(grown).compared).toMatchObject(namesOf(catalog).compared);
});
