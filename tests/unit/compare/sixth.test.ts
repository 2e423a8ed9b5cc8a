import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { figureFields, isFigureTable, readOwnFigures } from "@/data/compare/own-figures";
import type { Register } from "@/data/compare/register";
import {
  checkOwnFigures,
  citeStatement,
  joinOwn,
  ownDisagreements,
  ownDocuments,
  ownTotals,
} from "@/data/compare/sixth";
import { describeBounds } from "@/data/figure/format";
import { openFile } from "@/data/open/session";
import { formatProblem } from "@/data/table/problem";
import { catalog, published } from "../published";

const register: Register = {
  figures: published.all,
  names: published.names,
  schema: catalog.figureSchema,
  tables: catalog.tables,
};

const header = catalog.figureSchema.fields.map(({ name }) => name);
const usual: { readonly [field: string]: string } = {
  ...{ measure: "attacks", unit: "attacks", fact: "attacks-2021", actor: "ISK" },
  ...{ subject: "attacks", place: "Afghanistan", countries: "AF", start: "2021", end: "2021" },
  ...{ low: "340", best: "340", high: "340", precision: "exact", as_printed: "340 attacks" },
  ...{ basis: "counted", document: "desk-2025", paragraph: "1" },
};

/** Rows of figures as a file, the fields in an order of their own. */
function fileOf(...rows: readonly { readonly [field: string]: string }[]): string {
  const fields = ["sheet", ...header.toReversed()];
  const lines = rows.map((row) =>
    fields.map((name) => ({ ...usual, ...row })[name] ?? "").join(","),
  );
  return `${fields.join(",")}\n${lines.join("\n")}\n`;
}

async function read(text: string) {
  const session = await openFile("mine.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  return readOwnFigures(session.whole(1_000), catalog.figureSchema, "mine.csv");
}

const join = async (text: string) => {
  const source = await read(text);
  return joinOwn(source, register, checkOwnFigures(source, register));
};

const problemsIn = async (text: string) =>
  checkOwnFigures(await read(text), register).map(formatProblem);

test("knows the fields of a figure, whatever their order and whatever stands beside them", async () => {
  expect(figureFields).toEqual(header);
  expect(isFigureTable(["sheet", ...header.toReversed()].map((name) => ({ name })))).toBe(true);
  expect(isFigureTable(header.slice(1).map((name) => ({ name })))).toBe(false);
});

test("a whole sheet of the register, downloaded and opened, keeps every rule and says nothing new", async () => {
  const source = await read(readFileSync("data/package/attacks.csv", "utf8"));
  const { own, unchanged, changed } = joinOwn(source, register, []);
  expect([checkOwnFigures(source, register), own, unchanged > 30, changed]).toEqual([
    [],
    [],
    true,
    0,
  ]);
});

test("finds what breaks a rule by its line and column, across rows and files", async () => {
  const text = fileOf(
    { id: "a" },
    { id: "b", best: "9.40x" },
    { id: "c", precision: "about", low: "", high: "", measure: "atacks" },
    { id: "d", part_of: "attacks-2020-ctc" },
    { id: "a", unit: "people" },
    { id: "e", echoes: "attacks-2021-ctc" },
  );
  expect(await problemsIn(text)).toEqual([
    'mine.csv:3:14 best: expected a number, found "9.40x"',
    "mine.csv:4:24 fact: expected the measure attacks, found atacks",
    'mine.csv:4:26 measure: expected an id of measures, found "atacks"',
    "mine.csv:5:5 part_of: expected at most 83, the whole, found 340",
    'mine.csv:6:25 unit: expected attacks, the unit of attacks, found "people"',
    "mine.csv:6:27 id: expected a new value, found a of line 2",
    "mine.csv:7:3 echoes: expected the low of attacks-2021-ctc, 353, found 340",
  ]);
  const source = await read(text);
  const { own, broken } = joinOwn(source, register, checkOwnFigures(source, register));
  expect([own.map(({ id }) => id), broken]).toEqual([["a"], 5]);
});

test("a document that the register does not have is the reader's own", async () => {
  const source = await read(fileOf({ id: "a" }));
  expect(ownDocuments(source, register)).toEqual(["desk-2025"]);
  expect(checkOwnFigures(source, register)).toEqual([]);
});

test("sets the reader's statement of a fact beside the published ones", async () => {
  const joined = await join(fileOf({ id: "a" }));
  const [fact, ...others] = ownDisagreements(joined);
  expect(others).toEqual([]);
  expect([
    fact?.fact,
    fact?.verdict,
    fact?.statements.map(({ id, document }) => [id, document]),
  ]).toEqual([
    "attacks-2021",
    "contradict",
    [
      ["attacks-2021-ctc", "ctc-2024"],
      ["a", "yours"],
    ],
  ]);
  expect(fact?.statements.map((each) => citeStatement(each, "mine.csv", joined.names))).toEqual([
    "CTC Sentinel, section “Overview of Attacks”",
    "own table (mine.csv)",
  ]);
});

test("a changed row of the register states the same fact in the reader's name", async () => {
  const sheet = readFileSync("data/package/attacks.csv", "utf8");
  const text = sheet.replace("2020,2020,,83,83,83,exact", "2020,2020,,90,90,90,exact");
  const joined = await join(text);
  expect([joined.changed, joined.own.map(({ id }) => id)]).toEqual([1, ["attacks-2020-ctc-yours"]]);
  expect(ownDisagreements(joined).map(({ fact, verdict }) => [fact, verdict])).toEqual([
    ["attacks-2020-ctc", "contradict"],
  ]);
});

test("totals add the reader's figures by the rules of a total, and not two statements of a fact", async () => {
  const text = fileOf(
    { id: "a" },
    { id: "b", fact: "", start: "2019", end: "2019" },
    { id: "c", fact: "", start: "2019", end: "2019", part_of: "b", low: "5", best: "5", high: "5" },
  );
  const [attacks] = ownTotals(await join(text));
  expect([attacks?.total.sum, attacks?.total.refusal?.includes("part")]).toEqual([null, true]);
  const [two] = ownTotals(
    await join(fileOf({ id: "a" }, { id: "b", fact: "", start: "2019", end: "2019" })),
  );
  expect(two?.total.sum && describeBounds(two.total.sum, "attacks")).toBe("680");
  expect([two?.together.sum, two?.onlyYours]).toEqual([null, []]);
});
