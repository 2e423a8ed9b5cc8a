import type { CleanColumn } from "./clean";
import { toZip } from "./data-package";

/**
 * Rows → an XLSX file: numbers as numbers, days as days, text that stays text, the headings frozen and
 * filterable. Written here and not by write-excel-file, which packs in workers that the policy of the
 * page forbids, and keeps each cell as an object.
 */
export function toSpreadsheet(
  columns: readonly CleanColumn[],
  rows: Uint32Array,
  file: string,
): Uint8Array<ArrayBuffer> {
  const parts = {
    "[Content_Types].xml": [contentTypes],
    "_rels/.rels": [relations],
    "xl/workbook.xml": [workbookOf(file)],
    "xl/_rels/workbook.xml.rels": [workbookRelations],
    "xl/styles.xml": [styles],
    "xl/worksheets/sheet1.xml": sheetOf(columns, rows),
  };
  // Excel shows no date of a part; a fixed one gives the same bytes for the same rows.
  return toZip(parts, "2000-01-01");
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const bundle = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = `${xml}<Types xmlns="${bundle}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`;
const relations = `${xml}<Relationships xmlns="${bundle}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookRelations = `${xml}<Relationships xmlns="${bundle}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

/** Cells of style 1 are headings, of 2 days, of 3 days with a time, of 4 text. */
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function workbookOf(file: string): string {
  const name = file
    .replace(/(?:\.[a-z]{1,5})+$/i, "")
    .replace(/[[\]:*?/\\']/g, " ")
    .trim();
  const sheet = escapeXml(name.slice(0, 28).replace(/[\ud800-\udbff]$/, "") || "Table");
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** So many rows are written at once. */
const rowsInPart = 2_000;

function* sheetOf(columns: readonly CleanColumn[], rows: Uint32Array): Generator<string> {
  const writers = columns.map((column, at) => writerOf(column, lettersOf(at)));
  const range = `A1:${lettersOf(columns.length - 1)}${rows.length + 1}`;
  const widths = columns.map(widthOf).join("");
  const head = columns
    .map(({ name }, at) => `<c r="${lettersOf(at)}1"${textCell(name, 1)}`)
    .join("");
  yield `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${head}</row>`;
  let line = 1;
  for (let at = 0; at < rows.length; at += rowsInPart) {
    let part = "";
    for (const row of rows.subarray(at, at + rowsInPart)) {
      line++;
      part += `<row r="${line}">${writers.map((write) => write(row, line)).join("")}</row>`;
    }
    yield part;
  }
  yield `</sheetData><autoFilter ref="${range}"/></worksheet>`;
}

/** Writes the cell of a column in a row; what follows its place is made once for each different one. */
function writerOf({ cells, type, source }: CleanColumn, letters: string) {
  const made = new Map<number, string>();
  return (row: number, line: number) => {
    const code = source.codes[row] ?? 0;
    const known = made.get(code) ?? cellOf(cells[code] ?? null, type);
    made.set(code, known);
    return known && `<c r="${letters}${line}"${known}`;
  };
}

/** A cell after its place; "" where it is missing. */
function cellOf(cell: CleanColumn["cells"][number], type: CleanColumn["type"]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return ` t="b"><v>${Number(cell)}</v></c>`;
  const serial = type === "date" || type === "datetime" ? serialOf(cell) : null;
  if (serial === null) return textCell(cell, 4);
  return ` s="${type === "date" ? 2 : 3}"><v>${serial}</v></c>`;
}

/** A day as Excel counts it; null of one before March 1900, when it counts a day that never was. */
function serialOf(iso: string): number | null {
  const time = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : `${iso}Z`);
  const serial = time / 86_400_000 + 25_569;
  return serial >= 61 ? serial : null;
}

/** Excel takes no longer text in a cell. */
const longestText = 32_767;

function textCell(text: string, style: number): string {
  const kept = text.slice(0, longestText);
  return ` s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(kept)}</t></is></c>`;
}

/** Text in XML; signs that XML has no way to write are left out. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("\r", "&#13;")
  );
}

function widthOf({ name, cells }: CleanColumn, at: number): string {
  const longest = cells
    .slice(0, 1_000)
    .reduce<number>((most, cell) => Math.max(most, String(cell ?? "").length), name.length + 3);
  return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(60, longest + 1)}" customWidth="1"/>`;
}

/** 0 → "A", 26 → "AA". */
function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter;
}
