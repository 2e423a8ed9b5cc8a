import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { readSheet } from "read-excel-file/node";
import { afterAll, describe, expect, test, vi } from "vitest";
import { formatDate } from "@/data/figure/format";
import { loadCatalog } from "@/data/site/catalog";
import { publishedAt } from "@/data/site/spreadsheet";

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 });

const catalog = loadCatalog();
const asked = { site: "https://w.example", day: "2026-11-26" };
const answer = (file: string, query = "") =>
  publishedAt(catalog, file, new URLSearchParams(query), asked);
const bytesOf = async (file: string, query = "") =>
  (await answer(file, query)).body as Uint8Array<ArrayBuffer>;
const read = async (file: string, query = "", sheet: string | number = 1) =>
  readSheet(Buffer.from(await bytesOf(file, query)), sheet);

/** The cells of the first sheet below their headings, by the heading. */
async function cellsOf(file: string, query = "") {
  const [head = [], ...rows] = await read(file, query);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(head[at]), cell])));
}

const folder = mkdtempSync(join(tmpdir(), "spreadsheet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a spreadsheet has numbers as numbers, days as days, and months and years as text", async () => {
  const rows = await cellsOf("figures.xlsx", "start=2022-09-06..2022-09-06&_repeats=show");
  expect(rows.find(({ Period }) => Period === "6 Sep 2022")).toMatchObject({
    "Period start": new Date("2022-09-06"),
  });
  const [year] = await cellsOf("attacks.xlsx", "_select=attacks-2021-ctc&_rows=selected");
  expect(year).toMatchObject({
    Period: "2021",
    "Period start": "2021",
    Value: 353,
    Low: 353,
    High: 353,
    Source: "CTC Sentinel",
    Measure: "Attacks",
  });
});

test("a bound has one number, and its sign stands in the value as shown", async () => {
  const rows = await cellsOf("casualties.xlsx", "precision=at+least&_sort=value");
  expect(rows.map((row) => [row["Value as shown"], row.Value, row.Low, row.High])[0]).toEqual([
    expect.stringMatching(/^≥ /),
    null,
    expect.any(Number),
    null,
  ]);
});

test("the view's columns and rows are those of the page, its order too", async () => {
  const [head, ...rows] = await read(
    "attacks.xlsx",
    "unit=attacks&_columns=document,value&_sort=-value",
  );
  expect(head?.slice(0, 3)).toEqual(["Source", "Value as shown", "Value"]);
  const numbers = rows.flatMap((row) => (typeof row[2] === "number" ? [row[2]] : []));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test("a spreadsheet says of itself what it holds, from where, and what its columns mean", async () => {
  const about = await read("attacks.xlsx", "place=Kabul&_count=lowest", "About");
  const said = Object.fromEntries(about.map(([label, text]) => [label, text]));
  expect(said).toMatchObject({
    Title: "ISKP in Figures: Attacks",
    Rows: expect.stringMatching(/where Place is Kabul; of each fact the lowest statement/),
    Version: catalog.descriptor.version,
    Address: "https://w.example/attacks?place=Kabul&_count=lowest",
    Downloaded: "26 Nov 2026",
    "Cite as": expect.stringMatching(/^ISKP in Figures, sheet “Attacks”, filtered: Place is Kabul/),
    "How they know": "Whether the number was counted, claimed, estimated or reported.",
  });
});

test("the headings stay in sight and filter, and Excel marks no year that is text", async () => {
  const files = unzipSync(await bytesOf("attacks.xlsx"));
  const xml = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(xml.match(/<autoFilter ref="(.*?)"/)?.[1]).toMatch(/^A1:[A-Z]{1,2}\d+$/);
  expect(xml).toMatch(/<\/sheetData><autoFilter.*<ignoredError [^>]*numberStoredAsText="1"/);
});

test("text that begins like a formula is text", async () => {
  const files = unzipSync(await bytesOf("figures.xlsx"));
  const xml = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(xml).not.toContain("<f>");
  const compared = (await cellsOf("attacks.xlsx")).map((row) => Object.values(row).join("|"));
  expect(compared.some((text) => text.includes("+325% on 2020"))).toBe(true);
});

test("the same question on the same day has the same bytes", async () => {
  const [first, second] = [await bytesOf("territory.xlsx"), await bytesOf("territory.xlsx")];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test("the whole workbook is a sheet for each sheet and each list, and one about it", async () => {
  const files = unzipSync(await bytesOf("iskp-in-figures.xlsx"));
  const xml = strFromU8(files["xl/workbook.xml"] ?? new Uint8Array());
  const names = [...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toHaveLength(catalog.descriptor.resources.length + 1);
  expect([names[0], names.at(-1)]).toEqual(["Attacks", "About"]);
});

test.each([
  ["attacks.xlsx", "value=many", 400],
  ["attacks.xlsx", "_for=excel", 400],
  ["moon.xlsx", "", 404],
  ["attacks.csv", "", 200],
  ["disagreements.xlsx", "_sort=fact&_agree=show&_count=lowest", 200],
  ["documents.xlsx", "", 200],
  ["attacks.xlsx", "_find=nothing+of+the+kind", 200],
])("%s?%s is answered with %i", async (file, query, status) => {
  expect((await answer(file, query)).status).toBe(status);
});

const has = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

const openpyxl = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
rows = [[cell.isoformat()[:10] if hasattr(cell, "isoformat") else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
print(json.dumps([rows, sheet.freeze_panes, sheet.auto_filter.ref, book.sheetnames]))
`;

describe("other programs read the same table", { timeout: 120_000 }, () => {
  test.skipIf(!has("python3", "-c", "import openpyxl"))("openpyxl (needs it)", async () => {
    const path = join(folder, "figures.xlsx");
    writeFileSync(path, await bytesOf("figures.xlsx"));
    const { stdout } = spawnSync("python3", ["-c", openpyxl, path], { encoding: "utf8" });
    const [rows, freeze, filter, sheets] = JSON.parse(stdout);
    const own = (await read("figures.xlsx")).map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)),
    );
    expect(rows).toEqual(own);
    expect([freeze, sheets]).toEqual(["A2", ["All figures", "About"]]);
    expect(filter).toMatch(/^A1:/);
  });

  test.skipIf(!has("soffice", "--version"))("LibreOffice (needs soffice)", async () => {
    const path = join(folder, "attacks.xlsx");
    writeFileSync(path, await bytesOf("attacks.xlsx"));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    // Comma, quotes, UTF-8, from the first line, cells as they are shown.
    const format = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";
    const args = ["--headless", profile, "--convert-to", format, "--outdir", folder, path];
    spawnSync("soffice", args, { stdio: "ignore" });
    const { data } = Papa.parse<string[]>(
      readFileSync(join(folder, "attacks.csv"), "utf8").replace(/^\uFEFF/, ""),
      { skipEmptyLines: true },
    );
    const own = (await read("attacks.xlsx")).map((row) =>
      row.map((cell) =>
        cell instanceof Date ? formatDate(cell.toISOString().slice(0, 10)) : String(cell ?? ""),
      ),
    );
    expect(data).toEqual(own);
  });
});
