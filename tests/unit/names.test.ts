import { expect, test } from "vitest";
import { toNames } from "@/data/names";
import { figure, schema } from "./figures";

const table = (...rows: { [field: string]: string | null }[]) => ({ schema: schema([]), rows });

test("names documents by their short name, events by their name, measures by their title, sheets too", () => {
  const tables = {
    documents: table({
      id: "dawn-2024",
      title: "Franchises",
      short: "Dawn",
      published: "2024-04",
      follows: "ctc-2024",
      aliases: "EOS",
    }),
    events: table({ id: "crocus-2024", name: "Crocus City Hall", aliases: null }),
    measures: table({ id: "plots", title: "Plots", kind: "flow", additive: "yes" }),
  };
  expect(toNames(tables, [["IS", "Daesh"]], [], [{ name: "media", title: "Media" }])).toEqual({
    documents: { "dawn-2024": "Dawn" },
    sheets: { media: "Media" },
    events: { "crocus-2024": "Crocus City Hall" },
    measures: { plots: "Plots" },
    kinds: { plots: { kind: "flow", additive: "yes" } },
    published: { "dawn-2024": "2024-04" },
    aliases: { "dawn-2024": "EOS", "crocus-2024": "" },
    compared: {},
    follows: { "dawn-2024": "ctc-2024" },
    groups: [["IS", "Daesh"]],
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
    follows: {},
    groups: [],
  });
});

test("says by id what each figure may be compared with", () => {
  const figures = [figure({ id: "a", best: 45 }), figure({ id: "b", best: 45, echoes: "a" })];
  expect(toNames({}, [], figures).compared).toEqual({ b: "repeats 45" });
});
