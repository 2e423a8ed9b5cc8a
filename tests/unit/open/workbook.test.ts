import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { openFile } from "@/data/open/session";

const bytesOf = (text: string) => new TextEncoder().encode(text);

const cell = (ref: string, value: string) =>
  /^[\d.]+$/.test(value)
    ? `<c r="${ref}"><v>${value}</v></c>`
    : `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

const sheet = (rows: readonly (readonly string[])[]) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((value, place) => cell(`${"AB"[place]}${at + 1}`, value)).join("")}</row>`,
    )
    .join("")}</sheetData></worksheet>`;

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook with two sheets, as small as a reader takes it. */
const workbook = zipSync({
  "xl/workbook.xml": bytesOf(
    `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="Deaths" sheetId="1" r:id="rId1"/><sheet name="Places" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  ),
  "xl/_rels/workbook.xml.rels": bytesOf(
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
  ),
  "xl/worksheets/sheet1.xml": bytesOf(
    sheet([
      ["place", "deaths"],
      ["Varn", "4"],
      ["=1+1", "0.1"],
    ]),
  ),
  "xl/worksheets/sheet2.xml": bytesOf(
    sheet([
      ["place", "people"],
      ["Holm", "1200"],
    ]),
  ),
});

async function opened(bytes: Uint8Array, given = {}) {
  const session = await openFile("book.xlsx", bytes, given);
  if ("refusal" in session) return session;
  const { sheets, sheet, columns } = session.opened;
  return { sheets, sheet, columns: columns.map(({ name }) => name), csv: session.csv("whole") };
}

test("the first sheet of a workbook opens, with its numbers as they are stored", async () => {
  expect(await opened(workbook)).toEqual({
    sheets: ["Deaths", "Places"],
    sheet: "Deaths",
    columns: ["place", "deaths"],
    csv: "place,deaths\nVarn,4\n=1+1,0.1\n",
  });
});

test("another sheet is read where it is asked for", async () => {
  expect(await opened(workbook, { sheet: "Places" })).toMatchObject({
    sheet: "Places",
    csv: "place,people\nHolm,1200\n",
  });
});

test("a workbook without its parts is said to be damaged", async () => {
  const empty = zipSync({ "xl/workbook.xml": bytesOf("<workbook/>") });
  expect(await opened(empty)).toEqual({ refusal: "The workbook is damaged or not complete." });
});
