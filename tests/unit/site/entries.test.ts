import { expect, test } from "vitest";
import { readCatalog } from "@/data/site/catalog";
import { toEntries } from "@/data/site/entries";
import { findEntries } from "@/data/view/find-entries";

const entries = toEntries(readCatalog("data/package"));
const found = (text: string) => findEntries(entries, text).entries;

test("finds an event by another of its names, and the figures about it", () => {
  const kinds = found("krasnogorsk").map(({ kind, title }) => `${kind} ${title}`);
  expect(kinds).toContain("Event Crocus City Hall");
  expect(kinds.filter((each) => each.startsWith("Figure")).length).toBeGreaterThan(4);
});

test("what begins with the text comes first", () => {
  expect(found("casualties")[0]).toMatchObject({ kind: "Sheet", href: "/casualties" });
});

test("leads to the row of a figure, and shows repeats for one that is folded", () => {
  const hrefs = entries.filter(({ kind }) => kind === "Figure").map(({ href }) => href);
  expect(hrefs).toContain("/attacks?_select=attacks-2021-ctc");
  expect(hrefs).toContain("/attacks?_select=attacks-2021-ctc-2&_repeats=show");
});

test("finds nothing by what is nowhere", () => {
  expect(findEntries(entries, "zzzz")).toEqual({ entries: [], count: 0 });
});

test("lists forty at most, and counts all", () => {
  expect(found("").length).toBe(40);
  expect(findEntries(entries, "").count).toBe(entries.length);
});

test("finds a figure by a name of its actor and not by letters in another name", () => {
  const actors = (text: string) => findEntries(entries, text).entries.map(({ text }) => text);
  expect(actors("KP").filter((text) => !/\bkp\b|khyber pakhtunkhwa/.test(text))).toEqual([]);
});

test("a position among what was found reads as one", () => {
  const titles = entries.filter(({ kind }) => kind === "Figure").map(({ title }) => title);
  expect(titles).toContain(
    "21st place in order of external plots linked to ISK: the Swedish parliament plot",
  );
  expect(titles.filter((title) => /^\d+ place/.test(title))).toEqual([]);
});
