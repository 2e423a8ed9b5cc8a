import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { openFile, type Session } from "@/data/open/session";

const bytesOf = (text: string) => new TextEncoder().encode(text);

const zipOf = (files: { readonly [path: string]: string }) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytesOf(text)])));

async function open(bytes: Uint8Array, given = {}): Promise<Session> {
  const session = await openFile("file.zip", bytes, given);
  if ("refusal" in session) throw new Error(session.refusal);
  return session;
}

const typesOf = ({ opened }: Session) => opened.columns.map(({ name, type }) => `${name} ${type}`);
const cellsOf = (session: Session) => session.rows(0, 99).map(({ cells }) => cells);

test("an archive with several tables opens the first and offers the others", async () => {
  const zip = zipOf({
    "a.csv": "x,y\n1,2\n3,4\n",
    "b/c.tsv": "p\tq\nu\tv\nw\tz\n",
    "readme.md": "#",
  });
  expect((await open(zip)).opened).toMatchObject({ sheets: ["a.csv", "b/c.tsv"], sheet: "a.csv" });
  expect(cellsOf(await open(zip, { sheet: "b/c.tsv" }))).toEqual([
    ["u", "v"],
    ["w", "z"],
  ]);
});

const schema = {
  missingValues: ["", "-99"],
  fields: [
    { name: "code", type: "string" },
    { name: "n", type: "number", decimalChar: "," },
    { name: "on", type: "date", format: "%m/%d/%Y" },
    { name: "kind", type: "string", constraints: { enum: ["a", "b", "NA"] } },
  ],
};
const table = "code;n;on;kind\n12;1,234;01/02/2024;a\n13;-99;02/02/2024;NA\n";
const resource = { name: "t", path: "data/t.csv", dialect: { delimiter: ";" } };

test.each([
  ["in it", { ...resource, schema }, {}],
  ["in a file of its own", { ...resource, schema: "s.json" }, { "s.json": JSON.stringify(schema) }],
])("a data package is read as its schema says, which stands %s", async (_, said, more) => {
  const zip = zipOf({
    "datapackage.json": JSON.stringify({ resources: [said] }),
    "data/t.csv": table,
    ...more,
  });
  const session = await open(zip);
  expect(session.opened).toMatchObject({ isDeclared: true, sheets: [], inside: "archive" });
  expect(typesOf(session)).toEqual(["code identifier", "n number", "on date", "kind category"]);
  expect(session.view("").totals).toEqual([
    { id: "n", low: 1.234, high: 1.234, missing: 1, inWords: 0 },
  ]);
  session.view("on=2024-01-02");
  expect(cellsOf(session)).toEqual([["12", "1,234", "01/02/2024", "a"]]);
  expect(typesOf(await open(zip, { declared: false }))[3]).toBe("kind text");
});

test("a data package without headings has the names of its schema", async () => {
  const zip = zipOf({
    "p/datapackage.json": JSON.stringify({
      resources: [{ ...resource, dialect: { header: false }, schema }],
    }),
    "p/data/t.csv": "12,4,01/02/2024,a\n13,5,02/02/2024,b\n",
  });
  expect(typesOf(await open(zip))).toEqual([
    "code identifier",
    "n number",
    "on date",
    "kind category",
  ]);
});

test.each([
  [{ path: "https://example.org/t.csv" }, /nothing is fetched/],
  [{ path: "none.csv" }, /The archive lacks none.csv/],
])("a table that is not in its package is said: %o", async (more, sentence) => {
  const zip = zipOf({
    "datapackage.json": JSON.stringify({ resources: [{ ...resource, ...more }] }),
    "t.csv": "a\n1\n",
  });
  expect(await openFile("p.zip", zip)).toMatchObject({
    refusal: expect.stringMatching(sentence),
  });
});

test("a package that was saved here opens again with the same types and the same plain values", async () => {
  const cell = {
    n: fc.constantFrom("1", "2.5", "≥ 40", "n/a", "", "5–9", "~7"),
    id: fc.constantFrom("007", "008", "12"),
    day: fc.constantFrom("2024-01-03", "2024-02-17", ""),
    kind: fc.constantFrom("a", "b; c", 'd "e"', ""),
    yes: fc.constantFrom("yes", "no", ""),
  };
  const rows = fc.array(fc.record(cell), { minLength: 3, maxLength: 30 });
  const jsonOf = async (session: Session) => {
    session.view("");
    const parts = session.take("whole", "json", "2026-11-26");
    return "refusal" in parts ? [] : JSON.parse(await new Blob([...parts]).text());
  };
  await fc.assert(
    fc.asyncProperty(rows, async (rows) => {
      const head = ["n", "id", "day", "kind", "yes"] as const;
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [head, ...rows.map((row) => head.map((name) => row[name]))]
        .map((cells) => cells.map(quote).join(","))
        .join("\n");
      const first = await openFile("t.csv", bytesOf(`${text}\n`), { header: { rows: 1 } });
      if ("refusal" in first || first.opened.columns.length < 5) return;
      const parts = first.take("whole", "package", "2026-11-26");
      if ("refusal" in parts) throw new Error(parts.refusal);
      const again = await open(new Uint8Array(await new Blob([...parts]).arrayBuffer()));
      const typeOf = new Map(first.opened.columns.map(({ name, type }) => [name, type]));
      for (const { name, type } of again.opened.columns)
        if (typeOf.has(name) && typeOf.get(name) !== "empty") expect(type).toBe(typeOf.get(name));
      const read = (await jsonOf(again)) as readonly object[];
      const written = (await jsonOf(first)) as readonly object[];
      for (const [at, record] of written.entries()) expect(read[at]).toMatchObject(record);
    }),
    { numRuns: 60 },
  );
});
