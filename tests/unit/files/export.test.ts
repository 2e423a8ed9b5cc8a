import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv, toExcelCsv, toJson } from "@/data/files/export";
import { loadCatalog } from "@/data/site/catalog";
import { parseTable, type Row } from "@/data/table/table";
import { field, schema } from "../figures";

const fields = schema([
  field({ name: "id" }),
  field({ name: "best", type: "number" }),
  field({ name: "note" }),
]);
const csv = (...rows: Row[]) => toCsv(rows, ["id", "best", "note"]);

describe("writes a row", () => {
  test.each<[string, Row, string]>([
    ["with raw numbers", { id: "a", best: 1200000, note: "x" }, "a,1200000,x"],
    ["with an empty cell for what is missing", { id: "a", best: null, note: null }, "a,,"],
    ["with zero as zero", { id: "a", best: 0, note: null }, "a,0,"],
    ["with a comma in quotes", { id: "a", best: 1, note: "Kabul, Kunar" }, 'a,1,"Kabul, Kunar"'],
    [
      "with its quotes doubled",
      { id: "a", best: 1, note: 'the "caliphate"' },
      'a,1,"the ""caliphate"""',
    ],
    ["with a line break in quotes", { id: "a", best: 1, note: "one\ntwo" }, 'a,1,"one\ntwo"'],
    [
      "with letters of any script",
      { id: "a", best: 1, note: "Atatürk – Хорасан" },
      "a,1,Atatürk – Хорасан",
    ],
    ["with what looks like a formula as it is", { id: "a", best: -1, note: "=1+1" }, "a,-1,=1+1"],
    ["without a field that was not asked for", { id: "a", best: 1, note: "x", more: "y" }, "a,1,x"],
    ["with nothing for a field it lacks", { id: "a" }, "a,,"],
  ])("%s", (_, row, line) => {
    expect(csv(row)).toBe(`id,best,note\r\n${line}\r\n`);
  });
});

test("writes the header alone where there is no row", () => {
  expect(csv()).toBe("id,best,note\r\n");
});

test("writes the fields in the order that is asked for", () => {
  expect(toCsv([{ id: "a", best: 1 }], ["best", "id"])).toBe("best,id\r\n1,a\r\n");
});

describe("a download reads back as the same rows", () => {
  const { figureSchema, sheets } = loadCatalog();
  test.each(sheets)("$name", ({ figures }) => {
    const text = toCsv(
      figures,
      figureSchema.fields.map(({ name }) => name),
    );
    const { table, problems } = parseTable(text, figureSchema, "x.csv");
    expect([table.rows, problems]).toEqual([figures, []]);
  });

  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '"',
          '""',
          ",",
          "\n",
          "\r\n",
          "\r",
          ";",
          "\t",
          "=",
          "'",
          "\\",
          "ü",
          "ІД",
          "🜂",
          "a",
        ),
        fc.string({ unit: "binary", maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("").trim())
    .filter((text) => text !== "");
  const rows = fc.array(
    fc.record({
      id: texts,
      best: fc.option(
        fc.integer({ min: -1e9, max: 1e9 }).map((tenths) => (tenths || 1) / 10),
        { nil: null },
      ),
      note: fc.option(texts, { nil: null }),
    }),
  );

  test("whatever stands in the cells", () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const { table, problems } = parseTable(csv(...rows), fields, "x.csv");
        expect([table.rows, problems]).toEqual([rows, []]);
      }),
      { numRuns: 500 },
    );
  });

  test("each on the line that an editor shows", () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const height = (...some: Row[]) => csv(...some).split(/\r\n|\n|\r/).length;
        const lines = rows.map((row, at) => 2 + height(...rows.slice(0, at + 1)) - height(row));
        expect(parseTable(csv(...rows), fields, "x.csv").lines).toEqual(lines);
      }),
    );
  });
});

describe("CSV for Excel", () => {
  const excel = (...rows: Row[]) => toExcelCsv(rows, ["id", "best", "note"]);

  test.each<[string, Row, string]>([
    ["keeps a negative number a number", { id: "a", best: -1.5, note: null }, "a,-1.5,"],
    ["keeps text that would run from running", { id: "a", best: 1, note: "=1+1" }, "a,1,'=1+1"],
    ["also after a line break", { id: "a", best: 1, note: "x\n=1" }, 'a,1,"x\n\'=1"'],
    ["keeps a month from becoming a day", { id: "2021-08", best: 1, note: null }, "'2021-08,1,"],
    ["leaves other text alone", { id: "a", best: 1, note: "5 - 3" }, "a,1,5 - 3"],
    ["leaves the rows as they were", { id: "-a", best: null, note: "–" }, "'-a,,–"],
  ])("%s", (_, row, line) => {
    expect(excel(row)).toBe(`\uFEFFid,best,note\r\n${line}\r\n`);
  });
});

test("JSON is a record a line, numbers as numbers, a missing value as null", () => {
  const rows: Row[] = [
    { id: "a", best: -1.5, note: "ü\n" },
    { id: "b", best: null, more: 1 },
  ];
  expect(toJson(rows, ["id", "best", "note"])).toBe(
    '[\n{"id":"a","best":-1.5,"note":"ü\\n"},\n{"id":"b","best":null,"note":null}\n]\n',
  );
});

test("JSON of no row is an empty list", () => {
  expect(toJson([], ["id"])).toBe("[]\n");
});
