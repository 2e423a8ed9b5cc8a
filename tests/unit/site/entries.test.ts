import { expect, test } from "vitest";
import { readCatalog } from "@/data/site/catalog";
import { toEntries } from "@/data/site/entries";
import { findEntries } from "@/data/view/find-entries";

const entries = toEntries(readCatalog("data/package"));
const found = (text: string) => findEntries(entries, text);

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

test("finds nothing by what is nowhere, and never more than forty", () => {
  expect(found("zzzz")).toEqual([]);
  expect(found("").length).toBe(40);
});
