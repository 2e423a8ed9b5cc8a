import { expect, test } from "vitest";
import { describeCounted, describeSigns } from "@/data/chart/legend";
import { embedOf } from "@/data/site/embed";
import { catalog, published } from "../published";

const embed = (name: string, query = "") => {
  const found = embedOf(catalog, name, new URLSearchParams(query));
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

test("a chart alone says what is counted, with what a careless reader would get wrong", () => {
  expect(embed("attacks").legend).toMatch(
    /^Counted: attacks claimed by ISK, Afghanistan and Khyber Pakhtunkhwa\. Counts Afghanistan and Pakistan's Khyber Pakhtunkhwa together, and only what ISK itself claimed; not Afghanistan alone\./,
  );
});

test("it explains hatching where a bar is hatched, and no sign that does not stand in it", () => {
  expect(describeSigns(embed("attacks").series)).toBe(
    "Hatched = part of another bar; not added twice.",
  );
  expect(describeSigns(embed("attacks", "_scale=log").series)).not.toContain("Hatched");
  expect(describeSigns(embed("casualties").series)).toMatch(/≥ at least and > more than\.$/);
});

test("of figures that count different things it names what most of them count, or nothing", () => {
  const { series } = embed("migration");
  expect(describeCounted(series, published.all)).not.toMatch(/undefined|null/);
  expect(describeCounted({ ...series, bands: [] }, published.all)).toBe("");
});
