import fc from "fast-check";
import { expect, test } from "vitest";
import { parseOrder } from "@/data/facts/disagreement";
import { parseFile } from "@/data/files/request";
import { loadCatalog } from "@/data/site/catalog";
import { toQuery } from "@/data/site/query";
import { allFigures } from "@/data/site/sheets";
import { columnsOf } from "@/data/view/column";
import { isTracking, withoutTracking } from "@/data/view/tracking.mjs";
import { emptyView, formatView, optionHelp, parseView } from "@/data/view/view";

const catalog = loadCatalog();
const { schema, figures } = allFigures(catalog);
const table = { schema, rows: figures };

const keys = [
  ..."utm_source utm_medium UTM_Campaign fbclid gclid dclid msclkid mc_cid mc_eid igshid".split(
    " ",
  ),
  ..."yclid twclid ttclid _ga _gl gbraid wbraid ref_src _hsenc mtm_source _x_tr_sl".split(" "),
];

test.each(keys)("%s is added on the way", (key) => {
  expect(isTracking(key)).toBe(true);
});

test("no key of ours is taken for one that others add", () => {
  const tables = Object.values(catalog.tables);
  const columns = [table, ...tables]
    .flatMap(({ schema }) => columnsOf(schema))
    .map(({ name }) => name);
  const options = Object.keys(optionHelp).map((name) => `_${name}`);
  const own = [...columns, ...options, "_page", "_for", "_rows", "_agree"];
  expect(own.filter((key) => isTracking(key) || isTracking(`${key}!`))).toEqual([]);
});

const added = fc.array(fc.tuple(fc.constantFrom(...keys), fc.string({ maxLength: 12 })), {
  maxLength: 6,
});
const meant = fc.subarray([
  ["place", "Kabul"],
  ["value", "100.."],
  ["_find", "claimed"],
  ["_sort", "-value"],
  ["_select", "attacks-2021-ctc"],
  ["colour", "red"],
] satisfies [string, string][]);
const mixed = fc
  .tuple(meant, added)
  .chain(([own, others]) =>
    fc.tuple(
      fc.constant(own),
      fc.shuffledSubarray([...own, ...others], { minLength: own.length + others.length }),
    ),
  );

test("a view with any keys that others add is the view without them", () => {
  fc.assert(
    fc.property(meant, added, (own, others) => {
      const with_ = parseView(new URLSearchParams([...others, ...own, ...others]), table);
      expect(with_).toEqual(parseView(new URLSearchParams(own), table));
      expect(isTracking(formatView(with_.view).split("=")[0] ?? "")).toBe(false);
    }),
  );
});

test("pages, files and the list of disagreements take them for nothing", () => {
  fc.assert(
    fc.property(mixed, ([own, all]) => {
      const query = new URLSearchParams(all);
      expect(new Set(withoutTracking(query).keys())).toEqual(new Set(own.map(([key]) => key)));
      expect(
        parseFile("attacks.csv", new URLSearchParams(all.filter(([key]) => isTracking(key)))),
      ).toMatchObject({ part: "whole" });
    }),
  );
  expect(parseOrder(new URLSearchParams("fbclid=x&_sort=fact")).problems).toEqual([]);
  expect([...toQuery({ fbclid: "x", place: ["a", "b"] })]).toEqual([
    ["place", "a"],
    ["place", "b"],
  ]);
});

test("a column of a table keeps its name, whoever else uses it", () => {
  const field = {
    name: "gclid",
    title: "Click",
    description: "",
    type: "string",
    role: "text",
  } as const;
  const own = { schema: { ...schema, fields: [...schema.fields, field] }, rows: figures };
  expect(formatView(parseView(new URLSearchParams("gclid=x&fbclid=y"), own).view)).toBe("gclid=x");
  expect(parseView(new URLSearchParams("gclid=x"), table).view).toEqual(emptyView);
});
