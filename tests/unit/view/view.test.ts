import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { allFigures, sheetOf } from "@/data/site/sheets";
import { chartKinds } from "@/data/table/chart-kinds";
import { passedOn } from "@/data/view/carry";
import { type Column, columnsOf } from "@/data/view/column";
import { countingRules } from "@/data/view/counting-rule";
import {
  chosenValues,
  type Filter,
  matches,
  optionsOf,
  toTextFilter,
  toValuesFilter,
} from "@/data/view/filter";
import { toWords } from "@/data/view/search";
import { tableKinds } from "@/data/view/table-kind";
import type { ValueRange } from "@/data/view/value-range";
import {
  emptyView,
  formatOpened,
  formatSort,
  formatView,
  menuNames,
  nextSort,
  parseView,
  scales,
  type View,
} from "@/data/view/view";
import { figure, tableOf } from "../figures";
import { long, texts, units } from "../texts";

const table = tableOf([
  figure({ id: "a", place: "Kabul", countries: "AF PK" }),
  figure({ id: "b", place: "A&B=+~..1", measure: "plots" }),
  figure({ id: "c" }),
]);
const parse = (query: string) => parseView(new URLSearchParams(query), table);

describe("a view survives the address", () => {
  test.each<[string, Partial<View>]>([
    ["", {}],
    ["place=Kabul", { filters: [{ kind: "values", column: "place", values: ["Kabul"] }] }],
    ["place=", { filters: [{ kind: "values", column: "place", values: [""] }] }],
    [
      "place=A%26B%3D%2B%7E..1",
      { filters: [{ kind: "values", column: "place", values: ["A&B=+~..1"] }] },
    ],
    [
      "start=2021..2022",
      { filters: [{ kind: "period", column: "start", range: { min: "2021", max: "2022" } }] },
    ],
    [
      "value=1000..",
      { filters: [{ kind: "number", column: "value", range: { min: 1000, max: null } }] },
    ],
    ["_find=city+hall", { find: "city hall" }],
    [
      "_sort=-value,start",
      {
        sort: [
          { column: "value", descending: true },
          { column: "start", descending: false },
        ],
      },
    ],
    [
      "place!=Kabul",
      { filters: [{ kind: "values", column: "place", values: ["Kabul"], except: true }] },
    ],
    ["place!=", { filters: [{ kind: "values", column: "place", values: [""], except: true }] }],
    ["place=*", { filters: [{ kind: "values", column: "place", values: [], except: true }] }],
    ["_select=b,a", { select: ["b", "a"] }],
    ["_only=b,a", { only: ["b", "a"] }],
    ["_chart=change", { chart: "change" }],
    ["_scale=log", { scale: "log" }],
    ["_mute=first-2024", { mute: ["first-2024"] }],
    ["_measure=plots", { measure: "plots" }],
    ["_repeats=show", { repeats: "show" }],
    ["_count=lowest", { count: "lowest" }],
    ["_count=first-2024", { count: "first-2024" }],
  ])("?%s", (query, said) => {
    const view = { ...emptyView, ...said };
    expect([parse(query), formatView(view)]).toEqual([{ view, problems: [] }, query]);
  });
});

test("filters stand in the order of the columns, whatever the order of the query", () => {
  expect(formatView(parse("note=x&value=1..&place=Kabul").view)).toBe(
    "place=Kabul&value=1..&note=x",
  );
});

test.each([
  "_repeats=fold",
  "_count=all",
  "_find=",
  "_sort=",
  "_find=&note=",
  "_find=&value=&start=&_measure=",
  "_find=+",
])("?%s asks for nothing", (query) => {
  expect(parse(query)).toEqual({ view: emptyView, problems: [] });
});

test.each(["value", "start", "as_of", "low", "note"])(
  "%s without a value, in an address that no form has sent, is told of",
  (key) => {
    const problem = `${key}: expected what to look for, found nothing`;
    expect(parse(`${key}=`)).toEqual({ view: emptyView, problems: [problem] });
  },
);

test.each([
  ["place=Kabul&amp;_sort=-value", "place=Kabul&_sort=-value"],
  ["place=Kabul&amp;amp;_sort=-value&amp;utm_source=x", "place=Kabul&_sort=-value"],
  ["_sort=-value,start.", "_sort=-value,start"],
  ["_sort=-value)", "_sort=-value"],
  ["_count=lowest”).", "_count=lowest"],
  ["_select=b.", "_select=b"],
  ["start=2021...", "start=2021.."],
  ["start=2021..2022,", "start=2021..2022"],
  ["place=Kabul;", "place=Kabul"],
  ["_sort=-value%252Cstart", "_sort=-value,start"],
  ["_sort=-value%252Cstart.", "_sort=-value,start"],
])("the link ?%s, as a program has bent it, is ?%s", (bent, meant) => {
  expect(parse(bent)).toEqual({ view: parse(meant).view, problems: [] });
});

test("what no mending makes mean something is told of as it came", () => {
  expect(parse("_count=fewest.").problems.join()).toContain('"fewest."');
});

test("a note of spaces alone asks for nothing", () => {
  expect(parse("note=%20").view).toEqual(emptyView);
});

test("sorts by a column once, the way it is asked first", () => {
  expect(parse("_sort=-best,best&_sort=best").view.sort).toEqual([
    { column: "best", descending: true },
  ]);
});

test("an old address of a selection still selects", () => {
  expect(parse("_select=b&_select=a").view.select).toEqual(["b", "a"]);
});

test("all but one figure, and all, have a short address", () => {
  const all = formatView({ ...emptyView, select: ["a", "b", "c"], only: ["c", "a"] }, table);
  expect([all, parse(all).view.select, parse(all).view.only]).toEqual([
    "_select=*&_only!=b",
    ["a", "b", "c"],
    ["a", "c"],
  ]);
});

test("what is listed and what is left out of one list can not both be meant", () => {
  expect(parse("place=Kabul&place!=Kabul").problems).toEqual([
    "place!: expected place or place!, found both",
  ]);
});

test("tells the first ten parts that mean nothing, and counts the rest", () => {
  const query = Array.from({ length: 2850 }, (_, index) => `x${index}=1`).join("&");
  const { problems } = parse(query);
  expect([problems.length, problems.at(-1)]).toEqual([11, "2,840 more parts"]);
});

test("any query is read to its end, however many keys it has", () => {
  const keys = fc.constantFrom(
    "place",
    "_select",
    "_sort",
    "_columns",
    "_find",
    "value",
    "x",
    "place!",
  );
  fc.assert(
    fc.property(keys, texts, units, (key, text, unit) => {
      const query = new URLSearchParams(
        [...Array(5000)].map((_, n): [string, string] => [key, `${text}${n}`]),
      );
      query.append("note", long(unit));
      query.append("_columns", long(unit));
      expect(() => parseView(query, table)).not.toThrow();
    }),
    { numRuns: 40 },
  );
}, 60_000);

test.each(["_find=%CC%81", "note=%E2%80%8B", "_find=%22%22"])("?%s asks for nothing", (query) => {
  expect(parse(query)).toEqual({ view: emptyView, problems: [] });
});

test("looks for forty words at most, and says so", () => {
  const words = Array.from({ length: 41 }, (_, index) => index).join(" ");
  expect(parse(`_find=${words}`).problems).toEqual(["_find: expected at most 40 words"]);
});

test("selects a figure once", () => {
  expect(parse("_select=a&_select=a").view.select).toEqual(["a"]);
});

describe("leaves out what means nothing, and says what could stand there", () => {
  const columns = "id, place, countries, start, as_of, value, low, best, paragraph, note";
  const options =
    "_find, _sort, _select, _only, _measure, _chart, _scale, _mute, _repeats, _count, _columns, _table, _page, _version, _open";
  test.each([
    ["_sort=colour", `_sort: found "colour", expected one of ${columns}`],
    ["_sort=--best", `_sort: found "-best", expected one of ${columns}`],
    ["_select=z", '_select: expected an id of this table, found "z"'],
    ["_only=z", '_only: expected an id of this table, found "z"'],
    [
      "_chart=pie",
      '_chart: found "pie", expected one of trend, line, change, ranges, casualties, parts, timeline',
    ],
    ["_scale=linear&_scale=log", '_scale: found "linear", expected one of linear, log'],
    ["_mute=nobody", '_mute: found "nobody", expected one of first-2024'],
    ["_measure=raids", '_measure: found "raids", expected one of attacks, plots'],
    ["_measure=plots&_measure=attacks", '_measure: found "plots", expected one of attacks, plots'],
    ["_repeats=hide", '_repeats: found "hide", expected one of show, fold'],
    [
      "_count=mean",
      '_count: found "mean", expected one of all, lowest, highest, median, latest, first-2024',
    ],
    ["_find=a&_find=b", "_find: expected one text, found several"],
    [`_find=${"x".repeat(201)}`, "_find: expected at most 200 characters"],
    ["place=Paris", 'place: found "Paris", expected one of (empty), A&B=+~..1, Kabul'],
    ["colour=red", `"colour": expected one of ${columns}, ${options}`],
    ["_filters=x", `"_filters": expected one of ${columns}, ${options}`],
  ])("?%s", (query, problem) => {
    expect(parse(query)).toEqual({ view: emptyView, problems: [problem] });
  });
});

test("keeps what is right beside what is wrong", () => {
  const { view, problems } = parse("place=Kabul&best=many&_sort=-best");
  expect([formatView(view), problems.length]).toEqual(["place=Kabul&_sort=-best", 1]);
});

const catalog = loadCatalog();

describe.each([...catalog.sheets.map(({ name }) => name), "figures"])(
  "every view of %s survives the address",
  (name) => {
    const { schema, figures: rows } = sheetOf(catalog, name) ?? allFigures(catalog);
    const sheet = { schema, rows, versions: ["1.0.0", "1.1.0", "2.0.0"] };
    const columns = columnsOf(schema);

    const texts = fc
      .string({ unit: "binary", minLength: 1, maxLength: 60 })
      .map((text) => text.trim())
      .filter((text) => toWords(text).length > 0 && toWords(text).length <= 40);
    const numbers = fc
      .integer({ min: -1e7, max: 1e7 })
      .map((tenths) => (tenths === 0 ? 0 : tenths / 10));
    const dates = fc
      .record({
        day: fc.date({
          min: new Date("1000-01-01"),
          max: new Date("9999-12-31"),
          noInvalidDate: true,
        }),
        length: fc.constantFrom(4, 7, 10),
      })
      .map(({ day, length }) => day.toISOString().slice(0, length));
    const ranges = <T extends number | string>(
      bounds: fc.Arbitrary<T>,
    ): fc.Arbitrary<ValueRange<T>> =>
      fc.oneof(
        bounds.map((bound) => ({ min: bound, max: bound })),
        bounds.map((bound) => ({ min: bound, max: null })),
        bounds.map((bound) => ({ min: null, max: bound })),
        fc.tuple(bounds, bounds).map(([a, b]) => (a < b ? { min: a, max: b } : { min: b, max: a })),
      );
    const filterOn = ({ name: column, kind, many }: Column): fc.Arbitrary<Filter> =>
      ({
        values: () =>
          fc
            .tuple(fc.subarray([...optionsOf(rows, column, many)]), fc.boolean())
            .map(
              ([values, isExcept]): Filter =>
                isExcept
                  ? { kind: "values", column, values, except: true }
                  : { kind: "values", column, values },
            ),
        number: () => ranges(numbers).map((range): Filter => ({ kind: "number", column, range })),
        period: () =>
          fc
            .array(ranges(dates), { minLength: 1, maxLength: 3 })
            .map(([range, ...more]): Filter => {
              const filter = { kind: "period", column, range: range ?? { min: "2021", max: null } };
              return (more.length > 0 ? { ...filter, more } : filter) as Filter;
            }),
        text: () =>
          fc
            .tuple(
              fc.oneof(
                texts,
                texts.map((text) => `=${text}`),
              ),
              fc.boolean(),
              fc.boolean(),
            )
            .map(([text, whole, except]) => toTextFilter(column, text, whole, except)),
      })[kind]();
    const filters = fc
      .subarray([...columns], { maxLength: 5 })
      .chain((chosen) => fc.tuple(...chosen.map(filterOn)));
    const sort = fc
      .shuffledSubarray(columns.map(({ name }) => name))
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((column) => fc.boolean().map((descending) => ({ column, descending }))),
        ),
      );
    const views: fc.Arbitrary<View> = fc.record({
      filters,
      find: fc.oneof(fc.constant(""), texts),
      sort,
      select: fc.shuffledSubarray(rows.map(({ id }) => id)),
      only: fc.shuffledSubarray(rows.map(({ id }) => id)),
      chart: fc.constantFrom(null, ...chartKinds),
      scale: fc.constantFrom(...scales),
      table: fc.constantFrom(...tableKinds),
      page: fc.integer({ min: 1, max: 9_999_999 }),
      version: fc.constantFrom("", "1.0.0", "1.1.0"),
      open: fc.constant(null),
      mute: fc.subarray([...new Set(rows.map(({ document }) => document))].sort()),
      measure: fc.constantFrom(null, ...new Set(rows.map(({ measure }) => measure))),
      columns: fc.shuffledSubarray(columns.map(({ name }) => name)),
      repeats: fc.constantFrom("fold", "show"),
      count: fc.constantFrom("all", ...Object.keys(countingRules), rows[0]?.document ?? "all"),
    });

    test("a view written and read is the same view", () => {
      fc.assert(
        fc.property(views, (view) => {
          expect(parseView(new URLSearchParams(formatView(view)), sheet)).toEqual({
            view,
            problems: [],
          });
        }),
        { numRuns: 30 },
      );
    });

    test("the address of a view with a list open adds the list, and no link of that view says it", () => {
      fc.assert(
        fc.property(views, fc.constantFrom(...menuNames), (view, open) => {
          const [query = "", list] = formatOpened(view, open).split("#");
          const read = parseView(new URLSearchParams(query), sheet);
          expect([read, list]).toEqual([{ view: { ...view, open }, problems: [] }, open]);
          expect(formatView(read.view)).toBe(formatView(view));
          expect(passedOn(new URLSearchParams(query)).toString()).toBe(
            new URLSearchParams(formatView(view)).toString(),
          );
        }),
        { numRuns: 30 },
      );
    });

    test("a view written short asks for the same", () => {
      const inOrder = (ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id));
      fc.assert(
        fc.property(views, (view) => {
          const { view: again, problems } = parseView(
            new URLSearchParams(formatView(view, sheet)),
            sheet,
          );
          expect(problems).toEqual([]);
          expect({ ...again, select: inOrder(again.select), only: inOrder(again.only) }).toEqual({
            ...view,
            select: inOrder(view.select),
            only: inOrder(view.only),
          });
        }),
        { numRuns: 30 },
      );
    });

    test("any selection has an address of about 2,000 characters at most", () => {
      fc.assert(
        fc.property(fc.shuffledSubarray(rows.map(({ id }) => id)), (select) => {
          expect(formatView({ ...emptyView, select }, sheet).length).toBeLessThanOrEqual(2250);
        }),
      );
    });

    test("the values that a reader has chosen are those that the filter keeps", () => {
      const lists = columns.filter(({ kind }) => kind === "values");
      const chosen = fc.constantFrom(...lists).chain(({ name: column, many }) =>
        fc.record({
          column: fc.constant(column),
          options: fc.constant(optionsOf(rows, column, many)),
          values: fc.subarray([...optionsOf(rows, column, many)]),
        }),
      );
      fc.assert(
        fc.property(chosen, ({ column, options, values }) => {
          const filter = toValuesFilter(column, values, options);
          const list: Filter = { kind: "values", column, values };
          expect(chosenValues(filter ?? undefined, options)).toEqual(values);
          expect(rows.filter((row) => !filter || matches(row, filter))).toEqual(
            rows.filter((row) => matches(row, list)),
          );
          expect(filter?.values.length ?? 0).toBeLessThanOrEqual(options.length / 2);
          const view = { ...emptyView, filters: filter ? [filter] : [] };
          expect(parseView(new URLSearchParams(formatView(view)), sheet)).toEqual({
            view,
            problems: [],
          });
        }),
      );
    });

    const keys = [
      ...columns.map(({ name }) => name),
      ...["_find", "_sort", "_select", "_repeats", "_x", "_select!", "_only!", "place!", "gclid"],
    ];
    const cells = rows.flatMap((row) => Object.values(row)).map((value) => String(value ?? ""));
    const said = [
      ..."show|2021..|1..5|..|-value,start|a & b|| x |*|1,000|Aug 2021".split("|"),
      rows[0]?.id ?? "",
      "9".repeat(309),
    ];
    const queries = fc.array(
      fc.tuple(fc.constantFrom(...keys), fc.oneof(fc.constantFrom(...cells, ...said), texts)),
      { maxLength: 8 },
    );

    test("any query, read and written, asks for the same again and says nothing wrong", () => {
      fc.assert(
        fc.property(queries, (query) => {
          const { view } = parseView(new URLSearchParams(query), sheet);
          const again = parseView(new URLSearchParams(formatView(view)), sheet);
          expect(again).toEqual({ view, problems: [] });
        }),
      );
    });

    test.each([
      "value=0.0000001..",
      "value=1000000000000000000000000..",
      `value=${"9".repeat(309)}`,
    ])("?%s is read and written as a number that can be read again", (query) => {
      const { view } = parseView(new URLSearchParams(query), sheet);
      expect(parseView(new URLSearchParams(formatView(view)), sheet).problems).toEqual([]);
    });
  },
);

test("a column that is asked for again sorts upward, downward, and not at all", () => {
  const up = nextSort([], "value", false);
  const down = nextSort(up, "value", false);
  expect([up, down, nextSort(down, "value", false)].map(formatSort)).toEqual([
    "value",
    "-value",
    "",
  ]);
});

test.each([
  ["place", false, "place"],
  ["place", true, "start,-value,place"],
  ["value", false, ""],
  ["value", true, "start"],
  ["start", false, "-start"],
  ["start", true, "-start,-value"],
])(
  "a reader who asks for %s, besides what sorts already: %s, gets %j",
  (column, isAdded, order) => {
    const sort = [
      { column: "start", descending: false },
      { column: "value", descending: true },
    ];
    expect(formatSort(nextSort(sort, column, isAdded))).toBe(order);
  },
);
