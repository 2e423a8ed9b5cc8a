import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { toCsv } from "@/data/files/export";
import { readRecords } from "@/data/table/records";

/** What a cell may hold and a careless reader or writer may lose. */
const traps = [
  ...['"', '""', ",", ";", "\n", "\r\n", "\r", " ", "  ", "\t", "'", "\\", "=1", "\u00A0"],
  ...["007", "1e5", "-0", "NA", "null", "TRUE", "2021-08", "1,5", "–", "“x”"],
  ...["مُحَمَّد", "خراسان", "ولایت خراسان‌", "Хорасан", "👩‍👩‍👧", "🇦🇫", "e\u0301", "\u200F"],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...traps), fc.string({ unit: "grapheme", maxLength: 3 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join("").replaceAll("\0", ""));
const cell = fc.oneof(fc.constant(null), text.filter(Boolean));
const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
const fields = ["a", "b", "c"];

/** The table as it is written: a header, then the cells as text, "" for a missing one. */
type Cells = readonly (readonly string[])[];
const written = (rows: readonly (readonly (string | null)[])[]): { csv: string; cells: Cells } => {
  const records = rows.map(([a = null, b = null, c = null]) => ({ a, b, c }));
  const cells = [fields, ...rows.map((row) => row.map((value) => value ?? ""))];
  return { csv: toCsv(records, fields), cells };
};

const folder = mkdtempSync(join(tmpdir(), "roundtrip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

test("any table comes back the same through our own reader", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const { csv, cells } = written(rows);
      const { records, problems } = readRecords(csv, "x.csv");
      expect([records.map((record) => record.cells), problems]).toEqual([cells, []]);
    }),
    { numRuns: 500 },
  );
});

test("every line of a record ends in CRLF, and there is no other line end outside a cell", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const outside = written(rows).csv.replace(/"(?:[^"]|"")*"/g, "");
      expect([outside.replaceAll("\r\n", "").match(/[\r\n]/), outside.endsWith("\r\n")]).toEqual([
        null,
        true,
      ]);
    }),
  );
});

test("a table of one column has no blank line for a missing value", () => {
  expect(toCsv([{ a: null }, { a: "x" }], ["a"])).toBe('a\r\n""\r\nx\r\n');
});

const python = `
import csv, json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    names = json.load(file)
out = []
for name in names:
    with open(name, encoding="utf-8", newline="") as file:
        out.append(list(csv.reader(file, strict=True)))
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(out, file)
`;

/** A hundred tables at once, since a program takes longer to start than to read. */
const many = fc.sample(tables, { numRuns: 100 }).map(written);
const paths = many.map(({ csv }, index) => {
  const path = join(folder, `${index}.csv`);
  writeFileSync(path, csv);
  return path;
});

// A program that starts once a table takes its time on a busy machine.
describe("any table comes back the same through other people’s readers", {
  timeout: 120_000,
}, () => {
  test.skipIf(!has("python3", "-c", "import csv"))("python’s csv (needs python3)", () => {
    const [list, out] = [join(folder, "list.json"), join(folder, "out.json")];
    writeFileSync(list, JSON.stringify(paths));
    const { status, stderr } = spawnSync("python3", ["-c", python, list, out], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(many.map(({ cells }) => cells));
  });

  test.skipIf(!has("sqlite3", "--version"))("SQLite’s import (needs sqlite3)", () => {
    const read = (path: string) => {
      const input = `.import --csv --skip 1 "${path}" t\n.mode json\nselect * from t;\n`;
      const { stdout } = spawnSync("sqlite3", [], {
        input: `create table t(a text, b text, c text);\n${input}`,
        encoding: "utf8",
      });
      const rows: { a: string; b: string; c: string }[] = stdout.trim() ? JSON.parse(stdout) : [];
      return [fields, ...rows.map(({ a, b, c }) => [a, b, c])];
    };
    expect(paths.map(read)).toEqual(many.map(({ cells }) => cells));
  });

  test.skipIf(!has("duckdb", "--version"))("DuckDB (needs duckdb)", () => {
    const read = (path: string) => {
      const call = `select * from read_csv('${path}', header = true, all_varchar = true, strict_mode = true)`;
      const { stdout } = spawnSync("duckdb", ["-json", "-c", call], { encoding: "utf8" });
      const rows: { a: string | null; b: string | null; c: string | null }[] = stdout.trim()
        ? JSON.parse(stdout)
        : [];
      return [fields, ...rows.map(({ a, b, c }) => [a ?? "", b ?? "", c ?? ""])];
    };
    expect(paths.map(read)).toEqual(many.map(({ cells }) => cells));
  });

  test.skipIf(!has("soffice", "--version"))("LibreOffice (needs soffice)", () => {
    const out = join(folder, "libreoffice");
    // UTF-8 (76), the comma (44), and each column as text (2), or it would guess at numbers and dates.
    const call = [
      ...["--headless", `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`],
      "--infilter=CSV:44,34,76,1,1/2/2/2/3/2,0,true,false",
      ...["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false"],
      ...["--outdir", out],
    ];
    const { status } = spawnSync("soffice", [...call, ...paths], { stdio: "ignore" });
    const read = (path: string) => {
      const text = readFileSync(join(out, basename(path)), "utf8");
      return readRecords(text, "x.csv").records.map(({ cells }) => cells);
    };
    expect([status, paths.map(read)]).toEqual([0, many.map(({ cells }) => toSpreadsheet(cells))]);
  });
});

/** A spreadsheet has one kind of line break in a cell, and ends with the last row that holds something. */
function toSpreadsheet(cells: Cells): Cells {
  const rows = cells.map((row) => row.map((text) => text.replace(/\r\n|\n\r|\r/g, "\n")));
  return rows.slice(0, 1 + rows.findLastIndex((row) => row.some(Boolean)));
}
