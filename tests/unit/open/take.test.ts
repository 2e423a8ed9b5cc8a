import { unzipSync } from "fflate";
import readSheets from "read-excel-file/universal";
import { expect, test } from "vitest";
import { openFile } from "@/data/open/session";
import type { Format } from "@/data/open/take";

const events = `id;day;place;deaths;open
007;03.01.2024;Varn;1.204,5;yes
008;17.01.2024;"Ost; Varn";≥ 40;no
009;;Holm;n/a;no
010;02.03.2024;Holm;5–9;yes
`;

async function take(format: Format, text = events, query = "") {
  const session = await openFile("ev ents.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  session.view(query);
  const parts = session.take("view", format, "2026-11-26");
  if ("refusal" in parts) throw new Error(parts.refusal);
  return new Uint8Array(await new Blob([...parts]).arrayBuffer());
}

const textOf = async (...args: Parameters<typeof take>) =>
  new TextDecoder().decode(await take(...args));

test("clean CSV has days as ISO 8601, plain numbers, bounds beside them, and nothing for what is missing", async () => {
  expect(
    await textOf("csv"),
  ).toBe(`id,day,place,deaths,deaths_low,deaths_high,deaths_as_printed,open
007,2024-01-03,Varn,1204.5,1204.5,1204.5,"1.204,5",true
008,2024-01-17,Ost; Varn,,40,,≥ 40,false
009,,Holm,,,,,false
010,2024-03-02,Holm,,5,9,5–9,true
`);
});

test("CSV as printed keeps each cell letter for letter", async () => {
  expect(await textOf("printed")).toBe(`id,day,place,deaths,open
007,03.01.2024,Varn,"1.204,5",yes
008,17.01.2024,Ost; Varn,≥ 40,no
009,,Holm,n/a,no
010,02.03.2024,Holm,5–9,yes
`);
});

test("JSON has numbers as numbers, and null for what is missing", async () => {
  expect(JSON.parse(await textOf("json", "n,a\n1,__proto__\n-,b\n", "")).at(-1)).toEqual({
    n: null,
    a: "b",
  });
  expect(await textOf("json", "n\n1\n2\n")).toBe('[\n{"n":1},\n{"n":2}\n]\n');
});

test("a view without rows is an empty list, and headings alone", async () => {
  expect(await textOf("json", "n,a\n1,x\n2,y\n", "_find=zzz")).toBe("[]\n");
  expect(await textOf("csv", "n,a\n1,x\n2,y\n", "_find=zzz")).toBe("n,a\n");
});

test("a spreadsheet has numbers, days, and text that no program runs", async () => {
  const text = `day,n,note\n2024-01-03,1.5,=1+1\n2024-01-17,2,"<b> & ""q""\u0001"\n`;
  const [sheet] = await readSheets((await take("xlsx", text)).buffer);
  expect(sheet).toEqual({
    sheet: "ev ents",
    data: [
      ["day", "n", "note"],
      [new Date("2024-01-03T00:00:00Z"), 1.5, "=1+1"],
      [new Date("2024-01-17T00:00:00Z"), 2, '<b> & "q"'],
    ],
  });
});

test("a data package says of each column what it was understood as", async () => {
  const files = unzipSync(await take("package"));
  const descriptor = JSON.parse(new TextDecoder().decode(files["datapackage.json"]));
  const [resource] = descriptor.resources;
  expect(Object.keys(files)).toEqual(["datapackage.json", "ev-ents.csv"]);
  expect(
    resource.schema.fields.map(({ name, type, role }: Record<string, string>) =>
      [name, type, role].join(" "),
    ),
  ).toEqual([
    "id string identifier",
    "day date period",
    "place string dimension",
    "deaths number estimate",
    "deaths_low number estimate",
    "deaths_high number estimate",
    "deaths_as_printed string text",
    "open boolean dimension",
  ]);
  expect(resource.path).toBe("ev-ents.csv");
});

test("times are ISO 8601 on a clock of 24 hours, months and spans keep their precision", async () => {
  expect(await textOf("csv", "at,n\n3 Jan 2024 1:45 PM,1\n4 Jan 2024 12:05 AM,2\n")).toBe(
    "at,n\n2024-01-03T13:45:00,1\n2024-01-04T00:05:00,2\n",
  );
  expect(await textOf("csv", "when,n\nJan 2024,1\n2024-Q2,2\nFeb 2024,2\n")).toBe(
    "when,n\n2024-01,1\n2024-04-01/2024-06-30,2\n2024-02,2\n",
  );
});
