import { expect, test } from "vitest";
import { toComparisons } from "@/data/figure/comparison";
import { namesIn, toNames } from "@/data/figure/names";
import { readCatalog } from "@/data/site/catalog";
import { allFigures, namesOf, namesOfSheet, sheetOf } from "@/data/site/sheets";
import { describeFigure } from "@/data/view/describe";
import { toSearchable } from "@/data/view/search";
import { figure, schema } from "../figures";

const table = (...rows: { [field: string]: string | null }[]) => ({ schema: schema([]), rows });

test("names documents by their short name, events by their name, measures by their title, sheets too", () => {
  const tables = {
    documents: table({
      id: "dawn-2024",
      title: "Franchises",
      short: "Dawn",
      published: "2024-04",
      url: "https://dawn.com/franchises",
      follows: "ctc-2024",
      aliases: "EOS",
    }),
    events: table({ id: "crocus-2024", name: "Crocus City Hall", aliases: null }),
    measures: table({ id: "plots", title: "Plots", kind: "flow", additive: "yes" }),
  };
  expect(toNames(tables, [["IS", "Daesh"]], {}, [{ name: "media", title: "Media" }])).toEqual({
    documents: { "dawn-2024": "Dawn" },
    sheets: { media: "Media" },
    events: { "crocus-2024": "Crocus City Hall" },
    measures: { plots: "Plots" },
    kinds: { plots: { kind: "flow", additive: "yes" } },
    published: { "dawn-2024": "2024-04" },
    aliases: { "dawn-2024": "EOS", "crocus-2024": "" },
    compared: {},
    addresses: { "dawn-2024": "https://dawn.com/franchises" },
    follows: { "dawn-2024": "ctc-2024" },
    groups: [["IS", "Daesh"]],
    shared: [],
    stated: {},
  });
});

test("a package without tables of reference names nothing", () => {
  expect(toNames({}, [])).toEqual({
    documents: {},
    sheets: {},
    events: {},
    measures: {},
    kinds: {},
    published: {},
    aliases: {},
    compared: {},
    addresses: {},
    follows: {},
    groups: [],
    shared: [],
    stated: {},
  });
});

test("says by id what each figure may be compared with", () => {
  const figures = [figure({ id: "a", best: 45 }), figure({ id: "b", best: 45, echoes: "a" })];
  expect(toNames({}, [], toComparisons(figures)).compared).toEqual({ b: "repeats 45" });
});

test("with some figures go the names that they use, and all documents", () => {
  const tables = {
    documents: table({ id: "dawn-2024", short: "Dawn" }, { id: "osw-2024", short: "OSW" }),
    events: table({ id: "crocus-2024", name: "Crocus" }, { id: "kerman-2024", name: "Kerman" }),
    measures: table({ id: "plots", title: "Plots" }, { id: "wars", title: "Wars" }),
  };
  const kept = figure({ event: "kerman-2024", measure: "plots", document: "dawn-2024" });
  const names = namesIn([kept], toNames(tables, []));
  expect([names.events, names.measures, Object.keys(names.kinds), names.documents]).toEqual([
    { "kerman-2024": "Kerman" },
    { plots: "Plots" },
    ["plots"],
    { "dawn-2024": "Dawn", "osw-2024": "OSW" },
  ]);
});

test("a page finds and describes its figures as the whole package does", () => {
  const catalog = readCatalog("data/package");
  const all = namesOf(catalog);
  for (const { name } of catalog.sheets) {
    const sheet = sheetOf(catalog, name) ?? allFigures(catalog);
    const { figures } = sheet;
    const names = namesOfSheet(catalog, sheet);
    for (const each of figures) {
      expect(toSearchable(each, names)).toEqual(toSearchable(each, all));
      expect(describeFigure(each, names)).toBe(describeFigure(each, all));
    }
  }
});
