import { expect, test } from "vitest";
import { arrange, formatOrder, parseOrder, toDisagreements } from "@/data/facts/disagreement";
import { published } from "../published";

const all = toDisagreements(published.all, published.names.follows);
const parse = (query: string) => parseOrder(new URLSearchParams(query));

test.each([
  ["_sort=-spread", { sort: "-spread", agree: false, page: 1 }],
  ["_sort=spread&_agree=show", { sort: "spread", agree: true, page: 1 }],
  ["_sort=fact&_page=3", { sort: "fact", agree: false, page: 3 }],
  ["_sort=fact", { sort: "fact", agree: false, page: 1 }],
] as const)("?%s is an order that survives the address", (query, order) => {
  expect([parse(query), formatOrder(order)]).toEqual([
    { order, count: "all", problems: [] },
    query,
  ]);
});

test.each([
  ["_sort=size", ['_sort: found "size", expected one of -spread, spread, fact']],
  ["_page=0", ['_page: expected a number from 1, found "0"']],
  ["_agree=1", ['_agree: expected show, found "1"']],
  ["__proto__=x", ['"__proto__": expected one of _sort, _agree']],
  ["_count=best", ['_count: found "best", expected one of all, lowest, highest, median, latest']],
  ["", []],
])("?%s asks for the usual order, and says what it cannot mean", (query, problems) => {
  const order = { sort: "-spread", agree: false, page: 1 };
  expect(parse(query)).toEqual({ order, count: "all", problems });
});

test("the counting rule goes along with an order", () => {
  const { count, problems } = parseOrder(new URLSearchParams("_count=osw-2024"), ["osw-2024"]);
  expect([count, problems]).toEqual(["osw-2024", []]);
});

test("facts on which documents agree stand in the list only where they are asked for", () => {
  const verdictsIn = (agree: boolean) =>
    new Set(arrange(all, { sort: "fact", agree }).map(({ verdict }) => verdict));
  expect([verdictsIn(false).has("agree"), verdictsIn(true).has("agree")]).toEqual([false, true]);
});

test("the smallest spread first is the widest first, turned round", () => {
  const [widest, smallest] = (["-spread", "spread"] as const).map((sort) =>
    arrange(all, { sort, agree: true }),
  );
  expect(smallest?.toReversed()).toEqual(widest);
});

test("by fact is by its name", () => {
  const facts = arrange(all, { sort: "fact", agree: true }).map(({ fact }) => fact);
  expect(facts).toEqual(facts.toSorted());
});
