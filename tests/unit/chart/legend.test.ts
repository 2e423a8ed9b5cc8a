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
  for (const query of ["_scale=log", "_chart=line"])
    expect(describeSigns(embed("attacks", query).series)).toMatch(
      /^A point without its number = part of the one above it; not added twice\./,
    );
  expect(describeSigns(embed("casualties").series)).toMatch(/≥ at least and > more than\.$/);
});

test("on a time line it says how a figure is drawn of which only the statement has a date", () => {
  const statement = "Dashed outline = no period is stated, only the date of the statement.";
  expect(describeSigns(embed("migration", "_chart=timeline").series)).toContain(statement);
  expect(describeSigns(embed("migration").series)).not.toContain("Dashed");
});

test("of figures that count different things it names what most of them count, or nothing", () => {
  const { series } = embed("migration");
  expect(describeCounted(series, published.all)).not.toMatch(/undefined|null/);
  expect(describeCounted({ ...series, bands: [] }, published.all)).toBe("");
});
