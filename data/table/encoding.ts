import { type Problem, quote } from "./problem";
import { readRecords } from "./records";

/** What stands in a text for bytes that are not UTF-8. */
const replacement = "\uFFFD";

/**
 * The bytes of a file → its text, and a problem for each place where they are not UTF-8: of a CSV file
 * by line and field, of any other by line.
 */
export function decode(bytes: Uint8Array, file: string): { text: string; problems: Problem[] } {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (isUtf8(bytes)) return { text, problems: [] };
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text, problems: [notUtf8(file, 1, 0, "UTF-16")] };
  const cells = file.endsWith(".csv") ? cellsAtFault(text, file) : [];
  return { text, problems: cells.length > 0 ? cells : linesAtFault(text, file) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== null;
  } catch {
    return false;
  }
}

function cellsAtFault(text: string, file: string): Problem[] {
  const [header, ...rest] = readRecords(text, file).records;
  return [header, ...rest].flatMap((record) =>
    (record?.cells ?? []).flatMap((cell, index, cells) => {
      if (!cell.includes(replacement)) return [];
      const before = [...cells.slice(0, index), cell.slice(0, cell.indexOf(replacement))].join(",");
      const line = (record?.line ?? 1) + linesOf(before).length - 1;
      const field = record === header ? undefined : header?.cells[index];
      return [{ ...notUtf8(file, line, index + 1, around(cell)), ...(field ? { field } : {}) }];
    }),
  );
}

function linesAtFault(text: string, file: string): Problem[] {
  return linesOf(text).flatMap((line, index) =>
    line.includes(replacement) ? [notUtf8(file, index + 1, 0, around(line))] : [],
  );
}

function notUtf8(file: string, line: number, column: number, found: string): Problem {
  return { file, line, column, expected: "UTF-8", found };
}

/** What can be read beside the bytes at fault. */
function around(text: string): string {
  const at = text.indexOf(replacement);
  return quote(text.slice(Math.max(0, at - 20), at + 20));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
