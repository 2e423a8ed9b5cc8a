import { expect, test } from "vitest";
import { formatChart, parseChart } from "@/components/open/chart-address";
import { fitChart, kindsFor, requestFor, withKind } from "@/components/open/chart-kinds";
import { addStep, noSteps, walk } from "@/components/open/table-memory";
import { openFile } from "@/data/open/session";

async function open(text: string) {
  const session = await openFile("t.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  return session;
}

const columnsOf = async (text: string) => (await open(text)).opened.columns;

const events =
  "day,place,deaths\n2024-01-03,Varn,4\n,Holm,≥ 12\n2024-02-01,Varn,\n2024-02-02,Holm,n/a\n";
const rowsOf = async (query: string, text = events) => {
  const session = await open(text);
  const { conditions } = session.view(query);
  return [session.rows(0, 9).map(({ line }) => line), conditions];
};

test("an empty value of a number or a day keeps the rows without one, alone or beside a range", async () => {
  expect(await rowsOf("deaths=")).toEqual([[4, 5], "deaths is missing"]);
  expect(await rowsOf("deaths=20..&deaths=")).toEqual([
    [3, 4, 5],
    "deaths is 20 or more; deaths may be missing",
  ]);
  expect(await rowsOf("day=")).toEqual([[3], "day is missing"]);
});

test("the rows of a filter are the same in whichever order they were asked for before", async () => {
  const session = await open(events);
  const ask = (query: string) => {
    const { count, totals } = session.view(query);
    return [session.rows(0, 9).map(({ line }) => line), count, totals[0]?.low];
  };
  const queries = ["_sort=place", "_find=varn", "_find=varn&_sort=-day", "_sort=-place", ""];
  expect(queries.map(ask)).toEqual([
    [[3, 5, 2, 4], 4, 16],
    [[2, 4], 2, 4],
    [[4, 2], 2, 4],
    [[2, 4, 3, 5], 4, 16],
    [[2, 3, 4, 5], 4, 16],
  ]);
});

test("a text may be all of a cell, or missing", async () => {
  const notes = `n,note\n1,ambush on the road to Varn\n2,\n3,ambush\n4,a device that was made safe\n`;
  expect((await rowsOf("note=%3Dambush", notes))[0]).toEqual([4]);
  expect((await rowsOf("note=%3D", notes))[0]).toEqual([3]);
});

test.each([
  ["day,n\n2024-01-03,1\n2024-01-04,2\n", "groups"],
  ["kind,n\na,1\nb,2\na,3\n", "groups"],
  ["n\n4\n5\n9\n", "spread"],
  ["place,2018,2019,2020\nVarn,1,2,3\nHolm,4,5,6\n", "years"],
  ["place,dead_low,dead_high\nVarn,1,2\nHolm,4,5\nOst,5,6\n", "ranges"],
])("a table %j begins with a chart of %s", async (text, kind) => {
  expect(requestFor(await columnsOf(text)).kind).toBe(kind);
});

test("kinds of charts are offered that the columns allow", async () => {
  const kinds = async (text: string) => kindsFor(await columnsOf(text)).map(([kind]) => kind);
  expect(await kinds("kind\na\nb\na\n")).toEqual(["groups"]);
  expect(await kinds("kind,a,b\nx,1,2\ny,3,≥ 4\nx,3,4\n")).toEqual([
    "groups",
    "spread",
    "pairs",
    "ranges",
  ]);
});

test("an address gives each chart back; the one at the start is not written", async () => {
  const columns = await columnsOf(
    "day,kind,a,b\n2024-01-03,x,1,2\n2024-02-03,y,3,≥ 4\n2024-03-04,x,3,4\n",
  );
  const start = requestFor(columns);
  expect(formatChart(start, columns)).toBe("");
  for (const [kind] of kindsFor(columns)) {
    const request = withKind(start, kind, columns);
    expect(fitChart(parseChart(formatChart(request, columns), columns), columns)).toMatchObject(
      Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)),
    );
  }
  const table = {
    ...start,
    isTable: true,
    second: "kind",
    across: "a",
    measure: "sum",
    of: "b",
  } as const;
  expect(parseChart(formatChart(table, columns), columns)).toMatchObject(table);
});

test("an address may name anything: what a table does not have is as at the start", async () => {
  const columns = await columnsOf("kind,n\na,1\nb,2\na,3\n");
  expect(parseChart("_by=no&_measure=sum&_chart=years&_of=__proto__", columns)).toMatchObject({
    kind: "groups",
    by: "kind",
    measure: "count",
  });
});

test("a step leads back and forth; another one ends what could be redone", () => {
  const step = (find: string) => ({ asked: { find, sort: [], filters: new Map() }, given: {} });
  const steps = addStep(addStep(noSteps, step("a")), step("b"));
  const back = walk(steps, step("c"), "undo");
  expect(back?.step).toEqual(step("b"));
  expect(walk(back?.steps ?? noSteps, step("b"), "redo")?.step).toEqual(step("c"));
  expect(addStep(back?.steps ?? noSteps, step("b")).future).toEqual([]);
  expect(walk(noSteps, step("a"), "undo")).toBe(null);
});
