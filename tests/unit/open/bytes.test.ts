import fc from "fast-check";
import { expect, test } from "vitest";
import { createByteReader } from "@/data/open/byte-records";
import type { Dialect } from "@/data/open/quoted";
import { readFile, rowsOf } from "@/data/open/read";
import { type FileRecord, readRecords } from "@/data/open/records";

const commas: Dialect = { delimiter: ",", quote: '"', escape: "double", padding: false };
const bytesOf = (text: string) => new TextEncoder().encode(text);

test("records of bytes are those of the text, wherever a record begins", () => {
  const scraps = fc.constantFrom(
    "a",
    "b1",
    ",",
    ",",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    " ",
    "é",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const file = bytesOf(text);
      const read = createByteReader(file, commas);
      const found: FileRecord[] = [];
      let [at, line] = [0, 1];
      while (at < file.length) {
        const { record, next, lines } = read(at, line);
        found.push(record);
        at = next;
        line += lines;
      }
      expect(found).toEqual(readRecords(text, commas));
    }),
    { numRuns: 2000 },
  );
});

/** A table with a first column that is no total and no note, as CSV: each cell as it is written. */
function written(rows: readonly (readonly string[])[], isQuoted: boolean, lineEnd: string): string {
  const write = (cell: string) =>
    isQuoted || /[",\r\n]|^ +"|^$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => `${cells.map(write).join(",")}${lineEnd}`).join("");
}

test("whatever cells hold, they come back as they were", () => {
  const scraps = fc.constantFrom(
    "a",
    "7",
    ",",
    '"',
    "\n",
    "\r\n",
    "\r",
    " ",
    "é",
    "表",
    "😀",
    "\\",
  );
  const cell = fc.array(scraps, { maxLength: 6 }).map((parts) => parts.join(""));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
  const ends = fc.constantFrom("\n", "\r\n", "\r");
  fc.assert(
    fc.property(rows, fc.boolean(), ends, (cells, isQuoted, lineEnd) => {
      const body = cells.map((row, at) => [`x${at}`, "1", ...row]);
      const text = written([["id", "n", "first", "second", "third"], ...body], isQuoted, lineEnd);
      const given = { dialect: commas, header: { line: 1, rows: 1 } };
      const { table } = readFile(bytesOf(text), given);
      expect(table && Array.from(rowsOf(table), (row) => row.cells)).toEqual(body);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["utf-16le", 2],
  ["utf-16be", 2],
])("a file in %s is read a part at a time", (encoding) => {
  const text = `name,n\n${"Žale,1\nOst Varn,2\n".repeat(60_000)}`;
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
  }
  const { table } = readFile(bytes);
  expect(table?.body.size).toBe(120_000);
  expect(table?.coded[0]?.words).toEqual(["Žale", "Ost Varn"]);
});

test("a table ends where its headings stand again before other rows, not where pages of a print begin", () => {
  const page = "id,n\na1,1\nb2,2\n";
  const sizeOf = (text: string) => readFile(bytesOf(text)).table?.body.size;
  expect([sizeOf(`${page}\n${page}`), sizeOf(page.repeat(4))]).toEqual([2, 8]);
});
