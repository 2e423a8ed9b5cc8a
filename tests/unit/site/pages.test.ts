import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { listPages, pages, takenNames } from "@/data/site/pages";
import { catalog } from "../published";

test("keeps every address of the site from becoming a sheet", () => {
  const folders = readdirSync("app", { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const taken = folders.map(({ name }) => name).filter((name) => /^[a-z0-9-]+$/.test(name));
  expect(taken.filter((name) => !takenNames.includes(name))).toEqual([]);
});

test.each(["data", "figures", "documents", "disagreements", "codebook", "method"])(
  "%s is an address",
  (name) => {
    expect(takenNames).toContain(name);
  },
);

test("every page of the site is a folder of app, and has no other title there", () => {
  const folders = readdirSync("app");
  const missing = Object.keys(pages).filter((name) => name !== "" && !folders.includes(name));
  expect(missing).toEqual([]);
});

test("pages are listed once each: the overview, the sheets, then all others", () => {
  const names = listPages(catalog).map(({ name }) => name);
  expect([names[0], names[1], names.at(-1)]).toEqual(["", "attacks", "use"]);
  expect(new Set(names).size).toBe(names.length);
});
