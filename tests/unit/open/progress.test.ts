import { expect, test } from "vitest";
import { type Progress, readFile } from "@/data/open/read";
import { openFile } from "@/data/open/session";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("reading tells how many rows there are and a share that only grows, first rows at once", () => {
  const told: Progress[] = [];
  const line = `${"x".repeat(99)},1\n`;
  readFile(bytesOf(`text,n\n${line.repeat(60_000)}`), {}, (progress) => told.push(progress));
  expect(told[0]?.first[0]).toEqual(["text", "n"]);
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(told.at(-1)?.rows).toBe(60_000);
  expect(told.length).toBeGreaterThan(4);
});

test("a text that is read in parts gives the same rows as one that is not", () => {
  const line = `"a ""quoted"" cell,\r\nof two lines",1\r\n`;
  const count = 60_000;
  const { table } = readFile(bytesOf(`text,n\r\n${line.repeat(count)}`));
  expect(table?.body.size).toBe(count);
  expect(table?.coded[0]?.words).toEqual(['a "quoted" cell,\r\nof two lines']);
});

test("a long cell is cut where it is shown, and whole in the file of the rows", async () => {
  const session = await openFile("a.csv", bytesOf(`id,text\n1,${"x".repeat(3_000)}\n2,b\n`));
  if ("refusal" in session) throw new Error(session.refusal);
  expect(session.rows(0, 1)[0]?.cells[1]).toHaveLength(2_001);
  expect(session.csv("whole")).toContain("x".repeat(3_000));
});
