import { gzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { refuseSize } from "@/data/open/refuse";
import { unpack } from "@/data/open/unpack";
import { readBytes, readText } from "./reading";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const table = bytesOf("place,dead\nVarn,4\n");

test.each([
  ["a picture", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], "This is a picture (PNG), not a table."],
  ["a PDF", [...bytesOf("%PDF-1.7\n%")], "This is a PDF, not a table."],
  [
    "an old workbook",
    [0xd0, 0xcf, 0x11, 0xe0, 0, 0],
    "This is an old Excel file (.xls); save it as .xlsx or CSV first.",
  ],
  [
    "a protected workbook",
    [0xd0, 0xcf, 0x11, 0xe0, ...[..."EncryptedPackage"].flatMap((sign) => [sign.charCodeAt(0), 0])],
    "This workbook is protected by a password; save it without one.",
  ],
  [
    "noise",
    Array.from({ length: 200 }, (_, at) => (at * 37) % 32),
    "This file is not text and cannot be read.",
  ],
])("%s is no table, and says so", (_, bytes, sentence) => {
  expect(readBytes(Uint8Array.from(bytes)).sentence).toBe(sentence);
});

test.each([
  ["", "The file is empty."],
  [" \r\n\n", "The file is empty."],
  [
    "<!DOCTYPE html><title>Sign in</title>",
    "This is a web page that asks to sign in, not the table: download it once signed in.",
  ],
  ["<html><body>404</body></html>", "This is a web page, not a table."],
  ['<?xml version="1.0"?><rows/>', "This is XML, not a table."],
  ['{"rows": [{"a": 1}]}', "This is JSON, not a table."],
  ['[\n  {"a": 1},\n  {"a": 2}\n]', "This is JSON, not a table."],
])("%j is no table, and says so", (text, sentence) => {
  expect(readText(text).sentence).toBe(sentence);
});

test("a table that begins with a bracket or a brace is a table", () => {
  expect(readText("[id],{name}\n1,Varn\n2,Holm\n").names).toEqual(["[id]", "{name}"]);
});

test("a gzip and a zip with one table open as the table in them", () => {
  expect(readBytes(gzipSync(table)).rows).toEqual([["Varn", "4"]]);
  const zip = zipSync({ "data/a.csv": table, "readme.md": table, "__MACOSX/._a.csv": table });
  expect(readBytes(zip).rows).toEqual([["Varn", "4"]]);
});

test("an archive of several tables, of none, or of a workbook says what it holds", () => {
  expect(readBytes(zipSync({ "a.csv": table, "b.csv": table })).sentence).toBe(
    "This archive holds 2 tables: “a.csv”, “b.csv”; open one of them.",
  );
  expect(readBytes(zipSync({ "a.png": table })).sentence).toBe("This archive holds no CSV.");
  expect(readBytes(zipSync({ "xl/workbook.xml": table })).sentence).toBe(
    "This is a workbook of a spreadsheet; save the sheet as CSV.",
  );
});

test("a packed file that is cut off is damaged, and one that would burst is not unpacked", () => {
  const packed = gzipSync(bytesOf("a,b\n".repeat(100_000)));
  expect(readBytes(packed.subarray(0, 200)).sentence).toBe(
    "The packed file is damaged or not complete.",
  );
  expect(unpack(packed, 1000)).toEqual({
    refusal: "The packed file holds more than can be opened here; unpack it and cut it first.",
  });
});

test("ten thousand columns and a cell of 20 MB are read", { timeout: 60_000 }, () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
  const wide = readText(`${names.join(",")}\n${names.map((_, at) => at).join(",")}\n`);
  expect([wide.names.length, wide.rows[0]?.[9999]]).toEqual([10_000, "9999"]);
  const long = readText(`id,text\n1,"${"x, ".repeat(7_000_000)}"\n2,y\n`);
  expect(long.rows.map(([, text]) => text?.length)).toEqual([21_000_000, 1]);
});

test("a file that is larger than a browser has memory for is not read", () => {
  expect([refuseSize(1_000_000_000), refuseSize(5_000_000_000)]).toEqual([
    null,
    "The file has 5.0 GB, and at most 1 GB can be opened here; cut it, or leave out columns.",
  ]);
});
