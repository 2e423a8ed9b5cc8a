import writeXlsxFile, {
  type CellObject,
  type Feature,
  type Sheet,
} from "write-excel-file/universal";
import { restamp } from "./archive";
import type { Cell } from "./readable";

/** One sheet of a spreadsheet file. */
export interface Worksheet {
  readonly name: string;
  /** The headings of its columns; null for a sheet that is no table. */
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Sheets → the bytes of an XLSX file: headings frozen and filterable, columns as wide as they need, text
 * that stays text. The same sheets and the same date give the same bytes.
 */
export async function toXlsx(
  sheets: readonly Worksheet[],
  date: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = toSheetNames(sheets.map(({ name }) => name));
  const written = sheets.map((sheet, index) => toSheet(sheet, names[index] ?? ""));
  const blob = await writeXlsxFile(written, { features: [tables(sheets)] }).toBlob();
  // The writer stamps each part with the time of writing.
  return restamp(new Uint8Array(await blob.arrayBuffer()), date);
}

const bold = { fontWeight: "bold", alignVertical: "top" } as const;
const heading = { ...bold, backgroundColor: "#e9eef2", bottomBorderStyle: "thin" } as const;

function toSheet({ head, rows }: Worksheet, sheet: string): Sheet<Blob> {
  const cells = rows.map((row) =>
    row.map((cell, index) => toCell(cell, !head && index === 0 ? bold : {})),
  );
  const first = head?.map((title): CellObject => ({ ...toCell(title, heading), wrap: true }));
  return {
    sheet,
    data: first ? [first, ...cells] : cells,
    columns: widthsOf(head, rows).map((width) => ({ width })),
    ...(head ? { stickyRowsCount: 1 } : {}),
  };
}

/** Excel shows no text longer than this in a cell that it was told is text. */
const longestText = 255;

function toCell(cell: Cell, style: Partial<CellObject>): CellObject | null {
  if (cell === null) return null;
  const usual = { alignVertical: "top", ...style } as const;
  if (typeof cell === "number") return { ...usual, value: cell, type: Number };
  if (typeof cell === "object")
    return { ...usual, value: new Date(cell.day), type: Date, format: "d mmm yyyy" };
  const format = cell.length <= longestText ? { format: "@" } : {};
  return { ...usual, value: cell, type: String, wrap: cell.length > widest, ...format };
}

const [narrowest, widest] = [8, 60];

/** Widths in characters, as long texts need them up to the widest; a heading leaves room for its arrow. */
function widthsOf(head: Worksheet["head"], rows: Worksheet["rows"]): readonly number[] {
  const count = Math.max(head?.length ?? 0, ...rows.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => {
    const titles = (head?.[index] ?? "").split(" ").map(({ length }) => length + 4);
    const lengths = rows.map((row) => lengthOf(row[index] ?? null));
    return (
      Math.min(
        widest,
        lengths.concat(titles).reduce((a, b) => Math.max(a, b), narrowest),
      ) + 1
    );
  });
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0;
  return typeof cell === "object" ? "26 Aug 2021".length : String(cell).length;
}

/** What the writer has no option for: filters of the headings, and no mark at a year that is text. */
function tables(sheets: readonly Worksheet[]): Feature<Blob> {
  const rangeOf = ({ head, rows }: Worksheet) => {
    const last = columnLetters(
      Math.max(head?.length ?? 0, ...rows.map(({ length }) => length)) - 1,
    );
    return `A1:${last}${Math.max(1, rows.length + (head ? 1 : 0))}`;
  };
  const transform = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) => {
    const sheet = sheets[sheetIndex];
    if (!sheet) return xml;
    const range = rangeOf(sheet);
    const filter = sheet.head ? `<autoFilter ref="${range}"/>` : "";
    const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1" twoDigitTextYear="1"/></ignoredErrors>`;
    return xml
      .replace("</sheetData>", `</sheetData>${filter}`)
      .replace("</worksheet>", `${ignored}</worksheet>`);
  };
  return { files: { transform: { "xl/worksheets/sheet{id}.xml": { transform } } } };
}

/** 0 → "A", 26 → "AA". */
function columnLetters(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Titles as names that Excel takes: at most 31 signs, none of `[]:*?/\`, no two alike. */
export function toSheetNames(titles: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const title of titles) {
    const plain =
      title
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "Sheet";
    const isTaken = (name: string) =>
      names.some((each) => each.toLowerCase() === name.toLowerCase()) ||
      name.toLowerCase() === "history";
    let name = cut(plain, 28);
    for (let number = 2; isTaken(name); number++) name = `${cut(plain, 25)} ${number}`;
    names.push(name);
  }
  return names;
}

/** The first so many signs of a text, without half of one. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}
