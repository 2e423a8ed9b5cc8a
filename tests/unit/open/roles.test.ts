import fc from "fast-check";
import { expect, test } from "vitest";
import { fitChart, groupsOf, numbersFor, requestFor } from "@/components/open/chart-kinds";
import { isSameGiven } from "@/components/open/kept-tables";
import { formatReadings, parseReadings } from "@/components/open/readings-address";
import { readAs } from "@/data/edit/cells";
import { columnRoles, columnTypes, type GivenColumn, sayOver } from "@/data/open/column-type";
import type { Given } from "@/data/open/read";
import { openFile } from "@/data/open/session";

const events = `id,day,place,deaths,share,lat,note
7,2024-01-03,Varn,4,9%,34.5,Clash near the mill; both sides claim it
8,2024-01-17,Holm,999,12%,34.6,Device made safe
9,2024-02-02,Varn,-,50%,34.5,Ambush on a road
`;

async function open(chosen?: { readonly [name: string]: GivenColumn }, bytes?: Uint8Array) {
  const given: Given = chosen ? { chosen: new Map(Object.entries(chosen)) } : {};
  const file = bytes ?? new TextEncoder().encode(events);
  const session = await openFile("events.csv", file, given);
  if ("refusal" in session) throw new Error(session.refusal);
  return session;
}

type Session = Awaited<ReturnType<typeof open>>;
const sums = (session: Session) =>
  session.view("").totals.map(({ id, low, missing }) => [id, low, missing]);
const namesOf = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);

test("what is found: measures are added, coordinates and shares are not, notes are no groups", async () => {
  const session = await open();
  const { columns } = session.opened;
  expect(columns.map(({ role }) => role)).toEqual([
    "identifier",
    "dimension",
    "dimension",
    "measure",
    "measure",
    "dimension",
    "note",
  ]);
  expect(sums(session)).toEqual([["deaths", 1003, 1]]);
  expect(namesOf(groupsOf(columns))).not.toContain("note");
  expect(namesOf(numbersFor("groups", columns))).toEqual(["deaths", "share"]);
  expect(namesOf(numbersFor("pairs", columns))).toEqual(["deaths", "share", "lat"]);
});

test("a sign that the reader calls missing is added to nothing, and counted", async () => {
  expect(sums(await open({ deaths: { missing: ["-", "999"] } }))).toEqual([["deaths", 4, 2]]);
});

test("a sign that the reader does not call missing is words", async () => {
  const session = await open({ deaths: { type: "number", missing: ["999"] } });
  expect(session.view("").totals).toMatchObject([{ low: 4, missing: 1, inWords: 1 }]);
});

test.each(["dimension", "identifier", "note"] as const)(
  "numbers that are a %s are not added",
  async (role) => {
    const session = await open({ deaths: { role } });
    expect(sums(session)).toEqual([]);
    expect(namesOf(numbersFor("groups", session.opened.columns))).toEqual(["share"]);
  },
);

test("a column that is called a measure is added, but for shares", async () => {
  expect(sums(await open({ lat: { role: "measure" } })).map(([id]) => id)).toEqual([
    "deaths",
    "lat",
  ]);
  expect(sums(await open({ share: { role: "measure" } })).map(([id]) => id)).toEqual(["deaths"]);
  expect(sums(await open({ deaths: { unit: "%" } }))).toEqual([]);
});

test("a chart of what is no measure any more is the one that the table starts with", async () => {
  const sum = { kind: "groups", by: "place", measure: "sum", of: "deaths" } as const;
  const { columns } = (await open()).opened;
  expect(fitChart(sum, columns)).toEqual(sum);
  for (const name of ["deaths", "place"]) {
    const changed = (await open({ [name]: { role: "note" } })).opened.columns;
    expect(fitChart(sum, changed)).toEqual(requestFor(changed));
  }
});

test("a data package carries role, unit and missing values, and opens as it was", async () => {
  const said = {
    deaths: { unit: "people", missing: ["-", "999"] },
    lat: { role: "measure" },
    place: { role: "note" },
  } as const;
  const session = await open(said);
  session.view("");
  const parts = session.take("whole", "package", "2026-11-26");
  if ("refusal" in parts) throw new Error(parts.refusal);
  const bytes = new Uint8Array(await new Blob([...parts]).arrayBuffer());
  const again = (await open(undefined, bytes)).opened.columns;
  const seen = ({ name, type, role, unit, isAdditive }: (typeof again)[number]) =>
    [name, type, role, unit, isAdditive].join(" ");
  // What is 9 % is the number 9 there, whose unit the schema says.
  expect(again.filter(({ name }) => !name.includes("_")).map(seen)).toEqual(
    session.opened.columns.map(seen),
  );
  expect(again.find(({ name }) => name === "deaths")?.missingValues).toEqual(["", "-", "999"]);
});

test("what is said of an edited column is added to what was said before", async () => {
  const { store } = await open();
  const [deaths] = store.columns.filter(({ id }) => id === "deaths");
  if (!deaths) throw new Error("no column");
  const once = readAs(deaths, { missing: ["-", "999"] });
  const twice = readAs(once, sayOver(once.column.given, { unit: "people" }));
  expect(twice.column).toMatchObject({ unit: "people", missing: { "-": 1, "999": 1 }, filled: 1 });
});

const names = ["place", "a:b", "50%", "__proto__", "größe", "column-3", "تاریخ"];
const columns = names.map((name, at) => ({ id: at === 5 ? "column-6" : name, name }));
const text = fc.string({ minLength: 1, maxLength: 20 });
const chosenOf = fc.record(
  {
    type: fc.constantFrom(...columnTypes),
    role: fc.constantFrom(...columnRoles),
    unit: text,
    missing: fc.uniqueArray(text, { maxLength: 3 }).map((signs) => ["", ...signs]),
  },
  { requiredKeys: [], noNullPrototype: true },
);

test("what is chosen of columns comes back from its address, whatever they are called", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...names), chosenOf, { maxKeys: 4, noNullPrototype: true }),
      (said) => {
        const filled = Object.entries(said).filter(([, each]) => Object.keys(each).length > 0);
        const chosen = new Map(filled);
        const parsed = parseReadings(formatReadings(chosen, columns), columns) ?? new Map();
        expect(new Map(parsed)).toEqual(chosen);
      },
    ),
    { numRuns: 100 },
  );
});

test("an address that chooses what there is not chooses nothing", () => {
  expect(parseReadings("_type=place:colour&_role=other:note&place=Varn", columns)).toBeNull();
  expect(formatReadings(new Map([["a:b", { type: "date", order: "day first" }]]), columns)).toBe(
    "_type=a%253Ab%3Aday-first",
  );
});

test("what is said of a file is the same whichever object says it, and another where a column differs", () => {
  const said = (role: "note" | "measure"): Given => ({
    chosen: new Map([["deaths", { role, unit: undefined }]]),
  });
  expect(isSameGiven(said("note"), structuredClone(said("note")))).toBe(true);
  expect(isSameGiven(said("note"), said("measure"))).toBe(false);
  expect(isSameGiven({}, said("note"))).toBe(false);
});
