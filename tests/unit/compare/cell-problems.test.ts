import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkFigureText,
  nextProblem,
  offersFor,
  problemsOfCells,
} from "@/data/compare/cell-problems";
import { watchFigures } from "@/data/compare/figure-marks";
import type { Register } from "@/data/compare/register";
import type { EditRequest } from "@/data/edit/request";
import { perform, startEditing, toAct } from "@/data/edit/session";
import { openFile } from "@/data/open/session";
import { catalog, published } from "../published";

const register: Register = {
  figures: published.all,
  names: published.names,
  schema: catalog.figureSchema,
  tables: catalog.tables,
};

async function open(text: string) {
  const session = await openFile("mine.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  return startEditing(session);
}

const attacks = readFileSync("data/package/attacks.csv", "utf8");
const sheet = await open(attacks);
const names = sheet.session.store.columns.map(({ column }) => column.name);
const at = (name: string) => names.indexOf(name);

/** The sheet of attacks after some requests, with what is wrong in it. */
function after(...requests: readonly EditRequest[]) {
  const editing = requests.reduce((now, request) => {
    const wanted = toAct(now, request);
    return (wanted && perform(now, wanted.act, wanted.place)?.editing) ?? now;
  }, sheet);
  const said = problemsOfCells(editing.session.whole(1_000), register).map(
    ({ row, column, says }) => `${row} ${names[column]}: ${says}`,
  );
  return { editing, said };
}

const write = (top: number, name: string, ...cells: string[]): EditRequest => ({
  kind: "write",
  top,
  left: at(name),
  cells: [cells],
});

test.each([
  ["basis", "guessed", "Expected one of counted, claimed, estimated, reported, found “guessed”."],
  ["start", "2021-13", "Expected a date that exists, as precise as stated, found “2021-13”."],
  ["event", "crocus", "Expected an id of events, found “crocus”."],
  ["as_printed", "", "Expected a value, found none."],
  ["low", "many", "Expected a number, found “many”."],
])("a cell of %s that is edited to “%s” says what is wrong with it", (name, text, says) => {
  expect(after(write(0, name, text)).said).toContain(`0 ${name}: ${says}`);
});

test("rules that bind cells to each other mark the cells that they are about", () => {
  expect(after({ kind: "write", top: 0, left: at("low"), cells: [["9", "", "3"]] }).said).toEqual([
    "0 low: Expected low ≤ best ≤ high, found 9, 3.",
    "0 best: Expected three equal numbers for exact, found 9, none, 3.",
    "0 precision: Expected low best high for exact, found low and high.",
  ]);
});

test("new rows, which stand on no line of a file, are told apart", () => {
  const { said } = after(
    { kind: "insert rows", at: 1, count: 2 },
    write(1, "id", "new-one"),
    write(1, "basis", "guessed"),
  );
  expect(said.filter((each) => each.includes("basis"))).toEqual([
    "1 basis: Expected one of counted, claimed, estimated, reported, found “guessed”.",
  ]);
  // An empty row lacks a figure, not each of its cells.
  expect(said.filter((each) => each.startsWith("2 "))).toEqual([
    "2 id: Expected a value, found none.",
  ]);
});

test("whatever is edited, the marks are those of the table as it is saved and opened again", async () => {
  const request = fc.oneof(
    fc
      .record({
        top: fc.nat(45),
        left: fc.nat(names.length - 1),
        text: fc.constantFrom("", "x", "7", "2021", "exact", "attacks", "attacks-2021-ctc"),
      })
      .map(({ top, left, text }): EditRequest => ({ kind: "write", top, left, cells: [[text]] })),
    fc.nat(40).map((from): EditRequest => ({ kind: "remove rows", from, to: from })),
    fc.nat(40).map((row): EditRequest => ({ kind: "insert rows", at: row, count: 1 })),
  );
  const found: (readonly string[])[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 5 }), async (requests) => {
      const { editing, said } = after(...requests);
      const again = await open(editing.session.csv("whole"));
      const anew = problemsOfCells(again.session.whole(1_000), register).map(
        ({ row, column, says }) => `${row} ${names[column]}: ${says}`,
      );
      const plain = (all: readonly string[]) =>
        all.map((each) => each.replace(/ of line \d+\./, ".")).toSorted();
      found.push(said);
      // An empty row at the end is none in a file.
      if (again.session.store.size !== editing.session.store.size) return;
      expect(plain(said)).toEqual(plain(anew));
    }),
    { numRuns: 40 },
  );
  expect(found.filter((said) => said.length > 0).length).toBeGreaterThan(10);
});

test("rows are marked by what the last check found, and as their fields say it", () => {
  const { editing } = after(write(0, "low", "many"));
  const { store } = editing.session;
  const marks = watchFigures();
  expect(marks.mark(editing.session.rows(0, 1), store)[0]?.broken).toBeUndefined();
  marks.learn(register);
  const [row] = marks.mark(editing.session.rows(0, 1), store);
  expect([row?.broken, row?.odd]).toEqual([
    { [at("low")]: "Expected a number, found “many”." },
    [],
  ]);
  expect(marks.check(store)).toEqual({ count: 1 });
  expect(marks.check(sheet.session.store)).toEqual({ count: 0 });
});

test("the next cell that breaks a rule is found in the order of the view, around its end", () => {
  const problems = new Map([
    [
      4,
      new Map([
        [2, "a"],
        [5, "b"],
      ]),
    ],
    [9, new Map([[0, "c"]])],
  ]);
  const shown = Uint32Array.from([9, 1, 4]);
  const first = nextProblem(problems, shown, null);
  const second = nextProblem(problems, shown, first);
  const third = nextProblem(problems, shown, second);
  expect([first, second, third, nextProblem(problems, shown, third)]).toEqual([
    { row: 0, column: 0 },
    { row: 2, column: 2 },
    { row: 2, column: 5 },
    { row: 0, column: 0 },
  ]);
  expect(nextProblem(problems, Uint32Array.from([1, 2]), null)).toBeNull();
  expect(nextProblem(new Map(), new Uint32Array(), null)).toBeNull();
});

test("what is being typed is checked by its field, and what may stand there is offered", () => {
  expect(checkFigureText("20x1", "start", register)).toMatch(/^Expected a date/);
  expect(checkFigureText("2021-08", "start", register)).toBe("");
  expect(checkFigureText("crocus", "event", register)).toMatch(/^Expected an id of events/);
  expect(checkFigureText("desk-2025", "document", register)).toBe("");
  expect(checkFigureText("x", "sheet", register)).toBe("");
  expect(offersFor("precision", register)?.map(({ value }) => value)).toContain("fewer than");
  expect(offersFor("event", register)).toContainEqual({
    value: "crocus-2024",
    label: expect.stringContaining("Crocus"),
  });
  expect(offersFor("echoes", register)?.[0]).toEqual({
    value: expect.any(String),
    label: expect.stringContaining(", "),
  });
  expect(offersFor("place", register)).toBeNull();
});
