import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import { derive } from "@/data/view/derive";
import { toFind } from "@/data/view/search";
import { emptyView, type View } from "@/data/view/view";
import { figure, names, tableOf } from "../figures";

const idsOf = (rows: readonly Figure[], view: Partial<View>) =>
  derive(tableOf(rows), { ...emptyView, ...view }, names).rows.map(({ id }) => id);
const sorted = (rows: readonly Figure[], column: string, descending = false) =>
  idsOf(rows, { sort: [{ column, descending }] });

describe("keeps the rows that a view asks for", () => {
  const rows = [
    figure({ id: "a", place: "Kabul", best: 10 }),
    figure({ id: "b", place: "Kabul", best: 20, note: "suicide attack" }),
    figure({ id: "c", place: "Kunar", best: 20, note: "suicide attack" }),
  ];
  const kabul = { kind: "values", column: "place", values: ["Kabul"] } as const;
  const twenty = { kind: "number", column: "value", range: { min: 20, max: 20 } } as const;
  test.each<[string, Partial<View>, string[]]>([
    ["all without a question, as the file has them", {}, ["a", "b", "c"]],
    ["those that match every filter", { filters: [kabul, twenty] }, ["b"]],
    ["those that match the filter and the search", { filters: [kabul], find: "suicide" }, ["b"]],
    ["those selected and those not alike", { select: ["a"] }, ["a", "b", "c"]],
    ["those listed by id that match every filter", { only: ["a", "b"], filters: [twenty] }, ["b"]],
    ["those that the chart mutes", { mute: ["first-2024"] }, ["a", "b", "c"]],
    ["those of other measures than the one drawn", { measure: "plots" }, ["a", "b", "c"]],
  ])("%s", (_, view, ids) => {
    expect(idsOf(rows, view)).toEqual(ids);
  });
});

describe("folds what repeats another figure", () => {
  const rows = [
    figure({ id: "a", place: "Kabul" }),
    figure({ id: "b", place: "Kabul", echoes: "a" }),
    figure({ id: "c", place: "Kunar", echoes: "a" }),
  ];
  const kabul = { kind: "values", column: "place", values: ["Kabul"] } as const;

  test("leaves repeats out and counts them", () => {
    expect(derive(tableOf(rows), emptyView, names)).toMatchObject({ rows: [rows[0]], folded: 2 });
  });

  test("counts only repeats that the filters would keep", () => {
    expect(derive(tableOf(rows), { ...emptyView, filters: [kabul] }, names).folded).toBe(1);
  });

  test("shows them where that is asked for", () => {
    expect(derive(tableOf(rows), { ...emptyView, repeats: "show" }, names)).toMatchObject({
      rows,
      folded: 0,
    });
  });
});

describe("sets aside the statements that the counting rule does not keep", () => {
  const rows = [
    figure({ id: "a", fact: "crocus-killed", best: 139, place: "Krasnogorsk" }),
    figure({ id: "b", fact: "crocus-killed", best: 140, place: "Moscow" }),
    figure({ id: "c", fact: "crocus-killed", best: 140, place: "Moscow", echoes: "b" }),
    figure({ id: "d", best: 7, place: "Moscow" }),
  ];
  const moscow = { kind: "values", column: "place", values: ["Moscow"] } as const;
  test.each<[string, Partial<View>, string[], number, number]>([
    ["none where every statement counts", {}, ["a", "b", "d"], 1, 0],
    ["the higher one by the lowest", { count: "lowest" }, ["a", "d"], 1, 1],
    ["the lower one by the highest", { count: "highest" }, ["b", "d"], 1, 1],
    ["repeats too where repeats are shown", { count: "lowest", repeats: "show" }, ["a", "d"], 0, 2],
    [
      "only what the filters would keep, and by all statements of the table",
      { count: "lowest", filters: [moscow] },
      ["d"],
      1,
      1,
    ],
  ])("%s", (_, view, ids, folded, setAside) => {
    const derived = derive(tableOf(rows), { ...emptyView, ...view }, names);
    expect([derived.rows.map(({ id }) => id), derived.folded, derived.setAside]).toEqual([
      ids,
      folded,
      setAside,
    ]);
  });
});

describe("finds a figure by", () => {
  const crocus = figure({
    actor: "ISK",
    subject: "Tajik nationals",
    event: "crocus-2024",
    document: "first-2024",
    place: "Türkiye",
    start: "2024-03-22",
    low: 1700,
    best: 1700,
    high: 1700,
    note: "The Taliban’s claim",
  });
  test.each([
    ["a word in any case", "tajik"],
    ["a part of a word", "ajik nat"],
    ["words of different cells", "nationals isk"],
    ["a word without its accent", "turkiye"],
    ["a straight apostrophe for a typographic one", "taliban's"],
    ["words in quotes that stand together", '"tajik nationals"'],
    ["its id of an event", "crocus-2024"],
    ["the name of its event", "city hall"],
    ["another name of its event", "krasnogorsk"],
    ["the name of its document", "first"],
    ["the name of its measure", "attacks"],
    ["another name of its actor", '"islamic state khorasan"'],
    ["its date as printed in the file", "2024-03-22"],
    ["its date as people write it", '"22 mar 2024"'],
    ["its number", "1700"],
    ["its number as people write it", "1,700"],
    ["nothing at all", " "],
  ])("%s: %s", (_, text) => {
    expect(toFind(text, names)(crocus)).toBe(true);
  });

  test.each([
    ["a word that it lacks", "uzbek"],
    ["words of which it lacks one", "tajik uzbek"],
    ["words in quotes that stand in another order", '"nationals tajik"'],
    ["another name of something that only begins like its actor", "daesh"],
  ])("not by %s: %s", (_, text) => {
    expect(toFind(text, names)(crocus)).toBe(false);
  });

  test("another name of what stands in it after a longer name that begins the same", () => {
    const row = figure({ subject: "fighters who left ISK for IS" });
    expect(toFind("daesh", names)(row)).toBe(true);
  });
});

describe("sorts by value", () => {
  const rows = [
    figure({ id: "words", precision: "words" }),
    figure({ id: "up to 1700", precision: "up to", high: 1700 }),
    figure({ id: "4000 to 6000", precision: "range", low: 4000, high: 6000 }),
    figure({ id: "missing", low: null, best: null, high: null }),
    figure({ id: "9", best: 9 }),
    figure({ id: "at least 17", precision: "at least", low: 17 }),
    figure({ id: "about 1100", precision: "about", best: 1100 }),
    figure({ id: "0", best: 0 }),
  ];

  test("from least to most: then words, then missing", () => {
    expect(sorted(rows, "value")).toEqual([
      "0",
      "9",
      "at least 17",
      "about 1100",
      "up to 1700",
      "4000 to 6000",
      "words",
      "missing",
    ]);
  });

  test("from most to least: still words, then missing", () => {
    expect(sorted(rows, "value", true)).toEqual([
      "4000 to 6000",
      "up to 1700",
      "about 1100",
      "at least 17",
      "9",
      "0",
      "words",
      "missing",
    ]);
  });
});

describe("sorts in the order of time", () => {
  const dates = ["2024-03-22", "2023-11", "2024", null, "2024-04-07", "2019-05"];
  const ordered = ["2019-05", "2023-11", "2024", "2024-03-22", "2024-04-07", null];

  test("by period", () => {
    const rows = dates.map((start) => figure({ id: String(start), start, end: start }));
    expect(sorted(rows, "start")).toEqual(ordered.map(String));
  });

  test("by period, or the date of a figure without one", () => {
    const rows = [
      figure({ id: "of 2024", as_of: "2024" }),
      figure({ id: "in 2021", start: "2021" }),
    ];
    expect(sorted(rows, "start")).toEqual(["in 2021", "of 2024"]);
  });

  test("a month before the year that begins with it", () => {
    const rows = ["2021", "2021-01"].map((start) => figure({ id: start, start }));
    expect(sorted(rows, "start")).toEqual(["2021-01", "2021"]);
  });

  test.each(["as_of", "end"])("by %s", (column) => {
    const rows = dates.map((date) => figure({ id: String(date), [column]: date }));
    expect(sorted(rows, column)).toEqual(ordered.map(String));
  });
});

describe("sorts text", () => {
  test("by the name that a reader sees, not by the id", () => {
    const rows = [figure({ id: "a", event: "crocus-2024" }), figure({ id: "b", event: "Bamyan" })];
    expect(sorted(rows, "event")).toEqual(["b", "a"]);
  });

  test("without regard to case and accents", () => {
    const rows = ["Österreich", "kabul", "Paris"].map((place) => figure({ id: place, place }));
    expect(sorted(rows, "place")).toEqual(["kabul", "Österreich", "Paris"]);
  });

  test("numbers as numbers", () => {
    const rows = [10, 9, 100].map((paragraph) => figure({ id: String(paragraph), paragraph }));
    expect(sorted(rows, "paragraph")).toEqual(["9", "10", "100"]);
  });
});

test("sorts by the second column where the first is the same", () => {
  const rows = [
    figure({ id: "a", place: "Kunar", best: 1 }),
    figure({ id: "b", place: "Kabul", best: 2 }),
    figure({ id: "c", place: "Kunar", best: 3 }),
  ];
  const sort = [
    { column: "place", descending: true },
    { column: "value", descending: true },
  ];
  expect(idsOf(rows, { sort })).toEqual(["c", "a", "b"]);
});

test("keeps rows that sort alike in the order of the file, both ways", () => {
  const rows = ["a", "b", "c"].map((id) => figure({ id, best: 7 }));
  expect([sorted(rows, "value"), sorted(rows, "value", true)]).toEqual([
    ["a", "b", "c"],
    ["a", "b", "c"],
  ]);
});

test("leaves the rows of the table in their order", () => {
  const rows = [figure({ id: "b", best: 2 }), figure({ id: "a", best: 1 })];
  sorted(rows, "value");
  expect(rows.map(({ id }) => id)).toEqual(["b", "a"]);
});

describe("for any rows and any column", () => {
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
  const rowsOf = fc.array(
    fc.record({
      best: maybe(fc.integer({ min: 0, max: 20 })),
      place: maybe(fc.constantFrom("Kabul", "kabul", "Kunar", "Ägypten")),
      start: maybe(fc.constantFrom("2021", "2021-08", "2021-08-26", "2019", "2024-02")),
    }),
  );
  const figures = rowsOf.map((rows) =>
    rows.map(({ best, ...said }, index) =>
      figure({ ...said, id: String(index), low: best, best, high: best }),
    ),
  );
  const columns = fc.constantFrom("value", "best", "place", "start");
  const held = { value: "best", best: "best", place: "place", start: "start" } as const;

  test("sorts missing values last, both ways", () => {
    fc.assert(
      fc.property(figures, columns, fc.boolean(), (rows, column, descending) => {
        const view = { ...emptyView, sort: [{ column, descending }] };
        const missing = derive(tableOf(rows), view, names).rows.map(
          (row) => row[held[column]] === null,
        );
        expect(missing).toEqual(missing.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  test("sorting keeps every row, once", () => {
    fc.assert(
      fc.property(figures, columns, fc.boolean(), (rows, column, descending) => {
        const ids = rows.map(({ id }) => id);
        expect(sorted(rows, column, descending).toSorted()).toEqual(ids.toSorted());
      }),
    );
  });

  test("sorting what is sorted changes nothing", () => {
    fc.assert(
      fc.property(figures, columns, fc.boolean(), (rows, column, descending) => {
        const view = { ...emptyView, sort: [{ column, descending }] };
        const once = derive(tableOf(rows), view, names).rows;
        expect(sorted(once, column, descending)).toEqual(once.map(({ id }) => id));
      }),
    );
  });

  test("the values that are there run the other way in the other direction", () => {
    fc.assert(
      fc.property(figures, (rows) => {
        const there = rows.filter(({ best }) => best !== null);
        const bests = (descending: boolean) =>
          derive(
            tableOf(there),
            { ...emptyView, sort: [{ column: "value", descending }] },
            names,
          ).rows.map(({ best }) => best);
        expect(bests(true)).toEqual(bests(false).toReversed());
      }),
    );
  });
});

test("values of one unit stand together, in their order, whichever way they are sorted", () => {
  const units = fc.constantFrom("attacks", "people", "percent", "years");
  const said = fc.array(fc.tuple(units, fc.integer({ min: 0, max: 99 })), { maxLength: 20 });
  fc.assert(
    fc.property(said, fc.boolean(), (all, descending) => {
      const rows = all.map(([unit, best], index) => figure({ id: `f${index}`, unit, best }));
      const sort = [{ column: "value", descending }];
      const sorted = derive(tableOf(rows), { ...emptyView, sort }, names).rows;
      const changes = sorted.filter((row, index) => row.unit !== sorted[index - 1]?.unit);
      expect(changes.length).toBe(new Set(all.map(([unit]) => unit)).size);
      for (const [index, row] of sorted.entries()) {
        const before = sorted[index - 1];
        if (before?.unit !== row.unit) continue;
        const [less, more] = descending ? [row, before] : [before, row];
        expect(Number(less.best)).toBeLessThanOrEqual(Number(more.best));
      }
    }),
  );
});
