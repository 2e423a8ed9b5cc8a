import { unzipSync, zipSync } from "fflate";
import { formatCsv } from "./output";
import { mostUnpacked } from "./unpack";

/** A workbook of a spreadsheet: the names of its sheets, and one of them as CSV. */
export type Workbook =
  | { readonly sheets: readonly string[]; readonly sheet: string; readonly bytes: Uint8Array }
  | { readonly refusal: string };

/** Whether bytes are a zip with the parts of an .xlsx; no part is unpacked for it. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3) return false;
  let isFound = false;
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        isFound ||= name === "xl/workbook.xml";
        return false;
      },
    });
  } catch {
    return false;
  }
  return isFound;
}

const broken = "The workbook is damaged or not complete.";
const tooLarge = "The workbook holds more than can be opened here; save the sheet as CSV.";

/** A workbook → one of its sheets as CSV: numbers as they are stored, days as 2024-01-31. */
export async function readWorkbook(bytes: Uint8Array, wanted?: string): Promise<Workbook> {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isNeeded = /\.xml(?:\.rels)?$/.test(name);
        if (isNeeded) size += originalSize;
        return isNeeded && size <= mostUnpacked;
      },
    });
    if (size > mostUnpacked) return { refusal: tooLarge };
    // The library unpacks in workers of its own, which the policy of the page forbids, but not what is stored.
    const stored = zipSync(parts, { level: 0 });
    const { default: readSheets } = await import("read-excel-file/universal");
    const found = await readSheets(toBuffer(stored), { parseNumber: (text) => text, trim: false });
    const chosen = found.find(({ sheet }) => sheet === wanted) ?? found[0];
    if (!chosen) return { refusal: "The workbook has no sheet with cells." };
    const rows = chosen.data.map((row) => row.map(toText));
    const [first = [], ...more] = rows;
    return {
      sheets: found.map(({ sheet }) => sheet),
      sheet: chosen.sheet,
      bytes: new TextEncoder().encode(rows.length > 0 ? formatCsv(first, more) : ""),
    };
  } catch {
    return { refusal: broken };
  }
}

function toBuffer(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** A cell as text; a day without a time of day is a day. */
function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  const text = Number.isNaN(cell.getTime()) ? "" : cell.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}
