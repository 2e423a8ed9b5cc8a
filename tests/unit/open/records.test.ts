import fc from "fast-check";
import { expect, test } from "vitest";
import type { Dialect } from "@/data/open/quoted";
import { createRecordReader, readRecords } from "@/data/open/records";

const commas: Dialect = { delimiter: ",", quote: '"', escape: "double", padding: false };
const cellsOf = (text: string, dialect = commas) =>
  readRecords(text, dialect).map(({ cells }) => cells);

test("each record knows the line it starts on, also after a line end in quotes", () => {
  const records = readRecords('a,b\r\n"x\r\ny\nz",1\r\n\r\n2,3', commas);
  expect(records.map(({ line, cells }) => [line, cells])).toEqual([
    [1, ["a", "b"]],
    [2, ["x\r\ny\nz", "1"]],
    [5, [""]],
    [6, ["2", "3"]],
  ]);
});

test("a quote that never closes ends with its line", () => {
  expect(cellsOf('1,"a\n2,b\n3,"c"\n')).toEqual([
    ["1", '"a'],
    ["2", "b"],
    ["3", "c"],
  ]);
});

test("a quote inside an unquoted cell is text", () => {
  expect(cellsOf('5" gun,x\n')).toEqual([['5" gun', "x"]]);
});

test("a backslash may escape a quote", () => {
  const slashed: Dialect = { ...commas, escape: "backslash" };
  expect(cellsOf('1,"a \\"b\\", c"\n', slashed)).toEqual([["1", 'a "b", c']]);
});

test("a file that comes in chunks has the same records as the whole", () => {
  const scraps = fc.constantFrom("a", "b1", ",", ",", '"', '""', "\n", "\r\n", "\r", " ", "é");
  const texts = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, fc.array(fc.nat(20), { maxLength: 30 }), (text, lengths) => {
      const reader = createRecordReader(commas);
      const found = [];
      let rest = text;
      for (const length of lengths) {
        found.push(...reader.push(rest.slice(0, length)));
        rest = rest.slice(length);
      }
      found.push(...reader.push(rest), ...reader.end());
      expect(found).toEqual(readRecords(text, commas));
    }),
    { numRuns: 3000, examples: [['""a\r\n', [5]]] },
  );
});

test("no sign of a text is lost but quotes, delimiters and line ends", () => {
  const scraps = fc.constantFrom("a", "b", ",", '"', "\n", "\r", "é");
  fc.assert(
    fc.property(fc.array(scraps, { maxLength: 40 }), (parts) => {
      const bare = (text: string) => text.replace(/[^abé]/g, "");
      expect(bare(cellsOf(parts.join("")).flat().join(""))).toBe(bare(parts.join("")));
    }),
    { numRuns: 1000 },
  );
});

test("a file with an open quote in every row is read in a time that grows with its length", () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `${at},"open,${at}\n`);
  expect(cellsOf(rows.join("")).length).toBe(60_000);
});
