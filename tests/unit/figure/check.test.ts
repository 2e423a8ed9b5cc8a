import { expect, test } from "vitest";
import { checkFigures } from "@/data/figure/check";
import type { Figure } from "@/data/figure/figure";
import { checkFormulas, checkKeys, checkReferences, type Source } from "@/data/table/check";
import { formatProblem } from "@/data/table/problem";
import type { Row } from "@/data/table/table";
import { field, figure, schema } from "../figures";

const fields = ["id", "fact", "measure", "event"].map((name) => field({ name }));
const foreignKeys: { fields: [string]; reference: { resource: string; fields: [string] } }[] = [
  { fields: ["event"], reference: { resource: "events", fields: ["id"] } },
];
const source = (file: string, rows: readonly Row[]): Source => ({
  file,
  lines: rows.map((_, index) => index + 2),
  table: { schema: { ...schema(fields), foreignKeys }, rows },
  problems: [],
});
const problemsOf = (...sheets: (readonly Figure[])[]) =>
  checkFigures(
    sheets.map((rows, index) => source(`${index + 1}.csv`, rows)),
    [],
  ).map(formatProblem);

test("a row that is no figure is told, once, and not left out", () => {
  const [sound, faulty] = [figure({ id: "a" }), { ...figure({ id: "b" }), basis: null }];
  const sheet = source("x.csv", [sound, faulty]);
  expect(checkFigures([sheet], []).map(formatProblem)).toEqual([
    'x.csv:3:0 basis: expected what a figure has there, found ""',
  ]);
  const told = { file: "x.csv", line: 3, column: 1, expected: "a value", found: "" };
  expect(checkFigures([{ ...sheet, problems: [told] }], [])).toEqual([]);
});

test("an id stands once in a sheet", () => {
  const rows = ["a", "b", "a", "a"].map((id) => figure({ id }));
  expect(checkKeys(source("x.csv", rows)).map(formatProblem)).toEqual([
    "x.csv:4:1 id: expected a new value, found a of line 2",
    "x.csv:5:1 id: expected a new value, found a of line 2",
  ]);
});

test("two rows whose id could not be read do not repeat each other", () => {
  expect(checkKeys(source("x.csv", [{ id: null }, { id: null }]))).toEqual([]);
});

test("an id stands in one sheet only", () => {
  expect(problemsOf([figure({ id: "a" })], [figure({ id: "b" }), figure({ id: "a" })])).toEqual([
    "2.csv:3:1 id: expected an id of its own, found a of 1.csv",
  ]);
});

test("an event is one of the table of events, or missing", () => {
  const events = { schema: schema([]), rows: [{ id: "crocus-2024" }] };
  const rows = ["crocus-2024", null, "kerman-2024"].map((event) => figure({ event }));
  expect(checkReferences(source("x.csv", rows), { events }).map(formatProblem)).toEqual([
    'x.csv:4:4 event: expected an id of events, found "kerman-2024"',
  ]);
});

test("a fact is shared by two figures or more, over all sheets", () => {
  const one = figure({ id: "a", fact: "crocus-killed" });
  const other = figure({ id: "b", fact: "crocus-killed" });
  const alone = figure({ id: "c", fact: "kerman-killed" });
  expect(problemsOf([one, alone], [other])).toEqual([
    "1.csv:3:2 fact: expected two figures or more, found kerman-killed",
  ]);
});

test("a fact has one measure", () => {
  const one = figure({ id: "a", fact: "crocus-killed", measure: "killed" });
  const other = figure({ id: "b", fact: "crocus-killed", measure: "injured" });
  expect(problemsOf([one], [other])).toEqual([
    "2.csv:2:2 fact: expected the measure killed, found injured",
  ]);
});

test("a figure may be part of one in another sheet", () => {
  expect(problemsOf([figure({ id: "a", part_of: "b", best: 3 })], [figure({ id: "b" })])).toEqual(
    [],
  );
});

test("no text of a published table may start a formula, so that no file needs anything escaped", () => {
  const rows = [figure({ fact: "=1+1" }), figure({ event: "a\n@b" }), figure({ fact: "a = b" })];
  expect(checkFormulas(source("x.csv", rows)).map(formatProblem)).toEqual([
    'x.csv:2:2 fact: expected text that no spreadsheet takes for a formula, found "=1+1"',
    'x.csv:3:4 event: expected text that no spreadsheet takes for a formula, found "a\\n@b"',
  ]);
});
