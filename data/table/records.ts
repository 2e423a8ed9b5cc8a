import Papa from "papaparse";
import { type Problem, quote } from "./problem";

/** A record of a CSV file as text cells, with the line it starts on as an editor counts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * CSV text (RFC 4180, any line end, with or without BOM) → its records, blank lines left out.
 * A stray or unclosed quote is a problem at the line where its cell starts; the records before it
 * are kept and nothing after it, since nothing there can be trusted.
 */
export function readRecords(text: string, file: string) {
  const { sound, problems } = soundPart(text.replace(/^\uFEFF/, ""), file);
  const { data } = Papa.parse<string[]>(sound, { header: false, delimiter: ",", newline: "\n" });
  const records: CsvRecord[] = [];
  let line = 1;
  for (const cells of data) {
    if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
    line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
  }
  return { records, problems };
}

/**
 * The text up to the first record whose quotes RFC 4180 does not allow, with one line end for all
 * records. PapaParse takes a quote inside an unquoted cell as it is, lets an unclosed one swallow the
 * rest and expects the line end of the first record everywhere, so we go through it first.
 */
function soundPart(text: string, file: string): { sound: string; problems: Problem[] } {
  const pattern = /((?:"[^"]*(?:""[^"]*)*"|[^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const records: string[] = [];
  let cells: string[] = [];
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const [match, cell = "", end] = pattern.exec(text) ?? [];
    if (match === undefined)
      return { sound: records.join("\n"), problems: [stray(text, start, cells.length + 1, file)] };
    cells.push(cell);
    if (end === ",") continue;
    records.push(cells.join(","));
    cells = [];
  }
  if (cells.length > 0) records.push([...cells, ""].join(","));
  return { sound: records.join("\n"), problems: [] };
}

function stray(text: string, start: number, column: number, file: string): Problem {
  const found = quote(text.slice(start).split(/[\r\n]/, 1)[0] ?? "");
  const expected = "quotes only around a whole cell, doubled inside it";
  return { file, line: 1 + breaksIn(text.slice(0, start)), column, expected, found };
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
