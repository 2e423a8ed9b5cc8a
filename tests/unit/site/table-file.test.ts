import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCell } from "@/data/figure/format";
import { loadCatalog } from "@/data/site/catalog";
import { namesOf, sheetOf } from "@/data/site/sheets";
import { chooseFields, fileOf, type TableFile } from "@/data/site/table-file";
import type { Row } from "@/data/table/table";
import { columnsOf } from "@/data/view/column";
import { fixture } from "../fixture";

const catalog = loadCatalog();
const answer = (file: string, query = "") => fileOf(catalog, file, new URLSearchParams(query));
const idsIn = (body: TableFile["body"]) =>
  String(body)
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[0]);

test.each([...Object.keys(catalog.tables), ...catalog.sheets.map(({ name }) => name), "figures"])(
  "%s is published as a table to save",
  (name) => {
    expect(answer(`${name}.csv`)).toMatchObject({
      status: 200,
      type: "text/csv; charset=utf-8",
      name: `iskp-in-figures.${name}.csv`,
    });
  },
);

test("a sheet without a query is whole, repeats included", () => {
  expect(idsIn(answer("attacks.csv").body)).toContain("attacks-2021-ctc-2");
});

test("a sheet with a query is its view, under a name that says so", () => {
  const { body, name } = answer("attacks.csv", "measure=attack-ordinal&_sort=-value");
  expect([idsIn(body), name]).toEqual([
    ["kandahar-third-attack-ctc", "kandahar-second-attack-ctc", "first-attack-iran-ctc"],
    "iskp-in-figures.attacks.view.measure-is-attack-in-order.csv",
  ]);
});

test.each(catalog.sheets.map(({ name }) => name))(
  "the file of each column of %s has what its cells show",
  (name) => {
    const { schema, figures = [] } = sheetOf(catalog, name) ?? {};
    const names = namesOf(catalog);
    for (const { name: column } of schema ? columnsOf(schema) : []) {
      const { body } = answer(`${name}.json`, `_columns=${column}&_repeats=show`);
      const cells = JSON.parse(String(body)).map((row: Row) => formatCell(row, column, names));
      expect(cells).toEqual(figures.map((figure) => formatCell(figure, column, names)));
    }
  },
);

test("a descriptor is published letter for letter", () => {
  expect(answer("datapackage.json")).toEqual({
    status: 200,
    type: "application/json; charset=utf-8",
    body: catalog.files["datapackage.json"],
    name: "datapackage.json",
    isShown: true,
  });
});

test("a query that cannot be meant is refused in a line that says what can", () => {
  expect(answer("attacks.csv", "value=many")).toEqual({
    status: 400,
    type: "text/plain; charset=utf-8",
    body: 'value: expected a number such as 1000 or 33.3, found "many"\n',
    name: null,
  });
});

describe("is no file", () => {
  test.each([
    "raids.csv",
    "attacks",
    "attacks.csv.csv",
    "package.json",
    "../attacks.csv",
    "toString.csv",
    "attacks.zip",
    "../iskp-in-figures.zip",
    "__proto__.json",
    "",
  ])("%j", (file) => {
    expect(answer(file).status).toBe(404);
  });
});

describe("the file of each variant and state of a view is the one that is kept", () => {
  test.each([
    ["raids.csv", "_repeats=fold&subject=raids+claimed+by+North"],
    ["raids.csv", "place=Holm&_sort=-value"],
    ["raids.csv", "value=30..&_find=claimed&_sort=start"],
    ["raids.csv", "subject=raids+claimed+by+North&_columns=value,start,document,compared"],
    ["losses.csv", "event=bridge-2021&_count=lowest"],
    ["losses.csv", "_repeats=show&place=Holm"],
    ["raids.csv", "place=Holm&_sort=-value&_for=excel"],
    ["raids.csv", "_select=raids-2019&_select=raids-2020&_rows=selected"],
    ["raids.json", "_select=raids-2019&_rows=selected&_columns=start,value"],
    ["raids.csv", "_find=nothing+of+the+kind"],
    ["raids.json", "_find=nothing+of+the+kind"],
    ["figures.csv", "event=bridge-2021&_sort=-value,start"],
    ["documents.json", "_sort=-published"],
    ["disagreements.json", "_sort=fact&_agree=show"],
    ["force.csv", ""],
    ["force.csv", "_for=excel"],
    ["force.csv", "_for=shown"],
    ["raids.csv", "place=Holm&_sort=-value&_for=shown"],
    ["raids.csv", "_columns=document,value,start&_for=shown"],
    ["documents.csv", "_for=shown"],
    ["disagreements.csv", "_sort=fact&_agree=show&_for=shown"],
    ["force.json", ""],
    ["force.json", "_sort=-value"],
    ["documents.csv", ""],
    ["disagreements.csv", "_sort=-spread"],
  ])("%s?%s", async (file, query) => {
    const { body } = fileOf(fixture, file, new URLSearchParams(query));
    const state = query.replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "");
    await expect(body).toMatchFileSnapshot(`golden/${file}.${state || "whole"}.txt`);
  });
});

test("selected rows are those of the view that are marked, in the order of the view", () => {
  const select = "_select=attacks-2020-ctc&_select=attacks-2021-ctc&_rows=selected";
  const { body, name } = answer("attacks.csv", `_sort=-value&${select}`);
  expect([idsIn(body), name]).toEqual([
    ["attacks-2021-ctc", "attacks-2020-ctc"],
    "iskp-in-figures.attacks.selected.csv",
  ]);
});

test("a view of chosen columns has these, the value as all that makes it up", () => {
  const [header] = String(answer("attacks.csv", "_columns=note,value,compared").body).split("\r\n");
  expect(header).toBe("note,low,best,high,precision,unit,as_printed");
});

test("a view of nothing but what is computed has every column", () => {
  const [header] = String(answer("attacks.csv", "_columns=compared").body).split("\r\n");
  expect(header).toBe(catalog.figureSchema.fields.map(({ name }) => name).join(","));
});

test("JSON has numbers as numbers, and null for what is missing", () => {
  const [first] = JSON.parse(String(answer("attacks.json").body));
  expect(first).toMatchObject({ id: "attacks-2020-ctc", best: 83, fact: null, start: "2020" });
});

test("the variant for Excel is the same table after its mark, but for months, since no text of ours runs", () => {
  const [plain, excel] = [answer("figures.csv").body, answer("figures.csv", "_for=excel").body];
  expect(excel).toBe(`\uFEFF${String(plain).replaceAll(/(?<=,)\d{4}-\d\d(?=,)/g, "'$&")}`);
});

const chosen = fc.subarray(columnsOf(catalog.figureSchema).map(({ name }) => name));

test("whatever columns are chosen, no value stated in words and no date is lost", () => {
  fc.assert(
    fc.property(chosen, (columns) => {
      const fields = chooseFields(
        columns,
        catalog.figureSchema.fields.map(({ name }) => name),
      );
      const isAll = (some: readonly string[]) => some.every((name) => fields.includes(name));
      const [value = [], period = []] = [
        ["low", "best", "high", "precision", "as_printed"],
        ["start", "end", "as_of"],
      ];
      const asks = (some: readonly string[]) => columns.some((name) => some.includes(name));
      if (asks(["value", "low", "best", "high"])) expect(isAll(value)).toBe(true);
      if (asks(period)) expect(isAll(period)).toBe(true);
    }),
  );
});

test("disagreements come as their statements, with the verdict on their fact first", () => {
  const rows: { verdict: string; fact: string; sheet: string }[] = JSON.parse(
    String(answer("disagreements.json", "_sort=-spread").body),
  );
  expect([...new Set(rows.map(({ verdict }) => verdict))].toSorted()).toEqual([
    "compatible",
    "contradict",
  ]);
  expect(rows.filter(({ fact, sheet }) => !fact || !sheet)).toEqual([]);
});

test("the whole of disagreements has the facts that documents agree on as well", () => {
  const all: { verdict: string }[] = JSON.parse(String(answer("disagreements.json").body));
  expect(all.some(({ verdict }) => verdict === "agree")).toBe(true);
});

describe("a query that cannot be meant is one line, whatever it holds", () => {
  test.each([
    "__proto__=x",
    "constructor=x",
    "_proto__=x",
    `place=${"x".repeat(10_000)}`,
    "place=%3Cscript%3Ealert(1)%3C/script%3E",
    "_select=javascript:alert(1)",
    "place=a%0D%0ASet-Cookie:%20x",
    "_for=__proto__",
    "_rows=constructor",
  ])("%.60s", (query) => {
    const { status, type, body, name } = answer("attacks.csv", query);
    expect([status, type, name, String(body).split("\n").length]).toEqual([
      400,
      "text/plain; charset=utf-8",
      null,
      2,
    ]);
  });
});
