import fc from "fast-check";
import { expect, test } from "vitest";
import { toTotal } from "@/data/figure/total";
import { type FigureCell, pivotFields, toFigurePivot } from "@/data/sheet/pivot";
import { formatPivot, parsePivot, queryOfCell, viewPart } from "@/data/sheet/pivot-address";
import { type FigurePivotRequest, pivotShows } from "@/data/sheet/pivot-request";
import { pivotFile, showPivot } from "@/data/site/pivot";
import { allFigures, sheetNames, sheetOf } from "@/data/site/sheets";
import { derive } from "@/data/view/derive";
import { describeTotal } from "@/data/view/describe";
import { parseView } from "@/data/view/view";
import { catalog, figuresOf, published } from "../published";

const whole = allFigures(catalog);
const names = pivotFields(whole.schema).map(({ name }) => name);
const shows = Object.keys(pivotShows) as (keyof typeof pivotShows)[];

const pivotOf = (request: Partial<FigurePivotRequest>, figures = published.all) =>
  toFigurePivot(
    figures,
    { rows: ["measure"], across: "year", show: "total", ...request },
    { schema: whole.schema, all: published.all, names: published.names },
  );

const cellsOf = ({ rows, totals, all }: ReturnType<typeof pivotOf>): readonly FigureCell[] => [
  ...rows.flatMap(({ cells, all }) => [...cells, all]),
  ...totals,
  all,
];

const requests = fc.record({
  rows: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }),
  across: fc.option(fc.constantFrom(...names)),
  show: fc.constantFrom(...shows),
});

test("a cell has a number, or the sentence of the status bar that refuses one", () => {
  fc.assert(
    fc.property(requests, (request) => {
      for (const { figures, text, why } of cellsOf(pivotOf({ ...request, show: "total" }))) {
        const total = toTotal(figures, { all: published.all, names: published.names });
        if (figures.length === 0) expect([text, why]).toEqual([null, null]);
        else if (total.sum || figures.length === 1)
          expect([text !== null, why]).toEqual([true, null]);
        else if (text === null) expect(describeTotal(total, "in this view")).toContain(why);
        else expect(total.counted).toBe(1);
      }
    }),
    { numRuns: 12 },
  );
});

test("no figure is lost: each stands in a row, in a column and in the whole", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const pivot = pivotOf(request);
      const inRows = new Set(pivot.rows.flatMap(({ all }) => all.figures));
      if (pivot.more.rows === 0) expect(inRows.size).toBe(published.all.length);
      expect(pivot.all.figures.length).toBe(published.all.length);
      for (const { cells, all } of pivot.rows)
        for (const { figures } of cells)
          expect(figures.every((figure) => all.figures.includes(figure))).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test("a cell leads to its figures, on every sheet and within every filter", () => {
  const queries = ["", "actor=ISK", "countries=AF&countries=PK", "_find=kabul", "_count=lowest"];
  fc.assert(
    fc.property(
      requests,
      fc.constantFrom(...sheetNames(catalog)),
      fc.constantFrom(...queries),
      ({ rows, across }, name, query) => {
        const sheet = sheetOf(catalog, name);
        if (!sheet) throw new Error(name);
        const table = { schema: sheet.schema, rows: sheet.figures };
        const fields = pivotFields(sheet.schema);
        const known = (field: string | null) => fields.find((each) => each.name === field);
        const { view } = parseView(new URLSearchParams(query), table);
        const shown = derive(table, view, published.names).rows;
        const by = rows.flatMap((row) => known(row) ?? []);
        const side = known(across);
        const pivot = toFigurePivot(
          shown,
          { rows: by.map((field) => field.name), across: side?.name ?? null, show: "count" },
          { schema: sheet.schema, all: sheet.figures, names: published.names },
        );
        for (const { keys, cells } of pivot.rows.slice(0, 8))
          for (const [at, { figures }] of cells.entries()) {
            if (figures.length === 0) continue;
            const values = [
              ...by.map((field, place) => [field, keys[place] ?? ""] as const),
              ...(side ? [[side, pivot.across[at]?.key ?? ""] as const] : []),
            ];
            const asked = new URLSearchParams(queryOfCell(view, values, figures));
            const found = parseView(asked, table);
            expect(found.problems).toEqual([]);
            const ids = derive(table, found.view, published.names).rows.map(({ id }) => id);
            expect(ids.toSorted()).toEqual(figures.map(({ id }) => id).toSorted());
          }
      },
    ),
    {
      numRuns: 25,
      // Of two countries in rows and columns, a figure has both.
      examples: [[{ rows: ["countries"], across: "countries", show: "total" }, "attacks", ""]],
    },
  );
});

test("two statements of one fact are counted as two figures and not added", () => {
  const figures = figuresOf("killed-crocus-osw", "killed-crocus-dawn");
  const total = pivotOf({ rows: ["event"], across: null }, figures);
  expect(total.rows.map(({ all }) => [all.text, all.why])).toEqual([
    [
      null,
      "Not added: 140 and 139 (people killed in the Crocus City Hall attack) are two statements of one fact",
    ],
  ]);
  expect(
    pivotOf({ rows: ["document"], across: null }, figures).rows.map(({ all }) => all.text),
  ).toEqual(["140 people", "139 people"]);
  expect(pivotOf({ rows: ["event"], show: "count" }, figures).all.text).toBe("2");
});

test("an address gives each pivot back, whatever its view", () => {
  fc.assert(
    fc.property(requests, fc.constantFrom("", "place=Kabul&_count=lowest"), (request, view) => {
      const query = new URLSearchParams(formatPivot("attacks", request, view));
      expect(parsePivot(query, pivotFields(whole.schema))).toEqual({ request, problems: [] });
      expect(viewPart(query).toString()).toBe(view);
    }),
  );
});

test("what an address cannot mean is named, and the pivot is the first one", () => {
  const query = new URLSearchParams("_sheet=no&_rows=no&_across=__proto__&_show=constructor");
  const { problems, request, sheet } = showPivot(catalog, query);
  expect(problems.map((problem) => problem.split(":")[0])).toEqual([
    "_sheet",
    "_rows",
    "_show",
    "_across",
  ]);
  expect([sheet.name, request]).toEqual([
    "figures",
    { rows: ["measure"], across: "year", show: "total" },
  ]);
  expect(pivotFile(catalog, query).status).toBe(400);
});

test("the file has the cells of the page, with the sentence where there is no number", () => {
  const { body } = pivotFile(
    catalog,
    new URLSearchParams("_sheet=casualties&_rows=event&_across=&event=crocus-2024"),
  );
  expect(String(body)).toMatch(/^\uFEFFEvent,All\r\n/);
});
