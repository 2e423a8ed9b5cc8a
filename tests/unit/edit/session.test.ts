import { expect, test } from "vitest";
import type { EditRequest } from "@/data/edit/request";
import {
  describeEdited,
  type Editing,
  perform,
  replay,
  startEditing,
  toAct,
  viewOf,
} from "@/data/edit/session";
import { openFile, type Session } from "@/data/open/session";
import { rowsOf } from "./tables";

const events = `event,day,place,deaths
N1,2024-01-03,Varn,4
N2,2024-01-17,Ost Varn,0
N3,2024-02-02,Varn,12
N4,2024-03-05,Holm,1
N5,2024-03-11,Holm,3
`;

async function sessionOf(text: string): Promise<Session> {
  const session = await openFile("events.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  return session;
}

const start = startEditing(await sessionOf(events));

/** Does requests one after the other. */
function ask(from: Editing, ...requests: readonly EditRequest[]) {
  const editing = requests.reduce((now, request) => {
    const wanted = toAct(now, request);
    return (wanted && perform(now, wanted.act, wanted.place)?.editing) ?? now;
  }, from);
  return { editing, edited: describeEdited(editing) };
}

const undo = (editing: Editing) => {
  const done = perform(editing, { kind: "undo" });
  if (!done) throw new Error("nothing to undo");
  return { editing: done.editing, edited: describeEdited(done.editing) };
};

const write = (top: number, left: number, ...cells: string[][]): EditRequest => ({
  kind: "write",
  top,
  left,
  cells,
});

/** The cells of the rows that are shown. */
const seen = ({ session }: Editing) => session.rows(0, 100).map(({ cells }) => cells.join(" "));

test("a cell is written in the view that is shown, and the totals follow", () => {
  const sorted = viewOf(start, "_sort=-deaths");
  const { editing, edited } = ask(sorted, write(0, 3, ["20"]));
  expect(rowsOf(editing.session.store)[2]).toEqual(["N3", "2024-02-02", "Varn", "20"]);
  expect(edited.view.totals).toEqual([{ id: "deaths", low: 28, high: 28, missing: 0, inWords: 0 }]);
});

test("a row that a filter would no longer keep stays in sight until rows are asked for again", () => {
  const filtered = viewOf(start, "place=Varn");
  const { editing, edited } = ask(filtered, write(0, 2, ["Holm"]));
  expect([edited.hidden, edited.view.count]).toEqual([1, 2]);
  expect(seen(editing)).toEqual(["N1 2024-01-03 Holm 4", "N3 2024-02-02 Varn 12"]);
  expect(seen(viewOf(editing, "place=Varn"))).toEqual(["N3 2024-02-02 Varn 12"]);
});

test("a block that reaches beyond the end adds rows and columns, in one step", () => {
  const block = [
    ["2", "x"],
    ["9", "y"],
  ];
  const { editing, edited } = ask(start, write(4, 3, ...block));
  expect(seen(editing).slice(4)).toEqual(["N5 2024-03-11 Holm 2 x", "   9 y"]);
  expect(edited.opened.columns.map(({ name }) => name).at(-1)).toBe("Column 5");
  expect(edited.opened.sentence).toBe(
    "Now 6 rows, 5 columns. As read: 5 rows, 4 columns; commas, UTF-8.",
  );
  expect(rowsOf(undo(editing).editing.session.store)).toEqual(rowsOf(start.session.store));
});

test("what is written further below adds the rows in between", () => {
  const { editing } = ask(start, write(6, 0, ["N7"]));
  expect(seen(editing).slice(5)).toEqual(["   ", "N7   "]);
});

test("a range is filled from its first row, and cleared", () => {
  const range = { top: 1, bottom: 3, left: 2, right: 3 };
  const filled = ask(start, { kind: "fill down", range }).editing;
  expect(seen(filled).slice(2, 4)).toEqual([
    "N3 2024-02-02 Ost Varn 0",
    "N4 2024-03-05 Ost Varn 0",
  ]);
  const cleared = ask(start, { kind: "clear", range }).editing;
  expect(seen(cleared)[1]).toBe("N2 2024-01-17  ");
});

test("rows come in where they are asked for, in a sorted view too, and go", () => {
  const sorted = viewOf(start, "_sort=-deaths");
  const { editing } = ask(sorted, { kind: "insert rows", at: 1, count: 1 }, write(1, 0, ["N6"]));
  expect(seen(editing).map((row) => row.slice(0, 2))).toEqual(["N3", "N6", "N1", "N5", "N4", "N2"]);
  const less = ask(editing, { kind: "remove rows", from: 0, to: 1 }).editing;
  expect(seen(less).map((row) => row.slice(0, 2))).toEqual(["N1", "N5", "N4", "N2"]);
});

test("a removed row is back where it was once that is undone", () => {
  const { editing } = ask(start, { kind: "remove rows", from: 1, to: 2 });
  expect(seen(editing).map((row) => row.slice(0, 2))).toEqual(["N1", "N4", "N5"]);
  const { editing: back, edited } = undo(editing);
  expect(seen(back)).toEqual(seen(start));
  expect(edited.opened).toEqual(start.session.opened);
});

test("a column is renamed, and a name that another has gets a number", () => {
  const rename = (name: string) =>
    ask(start, { kind: "rename column", at: 3, name }).edited.opened.columns[3]?.name;
  expect([rename(" people  killed "), rename("place")]).toEqual(["people killed", "place (2)"]);
});

test("the last column cannot be removed, and nothing is an edit of nothing", () => {
  expect(toAct(start, { kind: "remove columns", from: 0, to: 3 })).toBeNull();
  expect(toAct(start, { kind: "rename column", at: 0, name: "event" })).toBeNull();
  expect(perform(start, { kind: "undo" })).toBeNull();
});

test("a cell that is not of the type of its column is marked and among the problems", () => {
  const { editing, edited } = ask(start, write(1, 1, ["31 February"]), write(1, 3, ["a few"]));
  expect(editing.session.rows(1, 2)[0]?.odd).toEqual([1, 3]);
  expect(edited.opened.problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    "3 “31 February” is no date; it stays as words.",
    "3 “a few” is no number; it stays as words.",
  ]);
  expect(edited.opened.problemCount).toBe(2);
});

test("a table of headings alone takes rows, and its columns the type of what is typed", async () => {
  const empty = startEditing(await sessionOf("day,place,deaths\n"));
  const { editing, edited } = ask(
    empty,
    write(0, 0, ["2024-01-03", "Varn", "4"]),
    write(1, 0, ["2024-02-03", "Varn", "7"]),
  );
  expect(edited.opened.columns.map(({ type }) => type)).toEqual(["date", "category", "number"]);
  expect(seen(editing)).toEqual(["2024-01-03 Varn 4", "2024-02-03 Varn 7"]);
});

test("kept acts lead to the same table, and those that no longer fit are counted", () => {
  const sizeOf = ({ session: { store } }: Editing) => ({
    rows: store.size,
    columns: store.columns.length,
  });
  const requests = [write(0, 3, ["5"]), { kind: "remove rows", from: 1, to: 1 } as const];
  let now = start;
  const kept = requests.map((request) => {
    const size = sizeOf(now);
    const wanted = toAct(now, request);
    if (!wanted) throw new Error("nothing came of it");
    now = perform(now, wanted.act, wanted.place)?.editing ?? now;
    return { act: structuredClone(wanted.act), ...size };
  });
  const again = replay(start, kept);
  expect([rowsOf(again.editing.session.store), again.lost]).toEqual([rowsOf(now.session.store), 0]);
  expect(replay(start, [...kept, { act: { kind: "undo" }, rows: 9, columns: 4 }]).lost).toBe(1);
});
