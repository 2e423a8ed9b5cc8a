import { type Problem, quote } from "./problem";

/** A record of a CSV file as text cells, with the line it starts on as an editor counts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell, quoted or not, and what ends it. The quotes of RFC 4180 stand around the whole of a cell. */
const cellAndEnd = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * CSV text (RFC 4180, any line end, with or without BOM) → its records, blank lines left out.
 * A stray or unclosed quote is a problem at the line where its cell starts; the records before it
 * are kept and nothing after it, since nothing there can be trusted. No library reads so strictly:
 * PapaParse takes a quote inside a cell as it is, and lets an unclosed one swallow the rest.
 */
export function readRecords(text: string, file: string) {
  const source = text.replace(/^\uFEFF/, "");
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let [line, breaks] = [1, 0];
  cellAndEnd.lastIndex = 0;
  while (cellAndEnd.lastIndex < source.length) {
    const start = cellAndEnd.lastIndex;
    const plain = cells.length === 0 && breaks === 0 ? lineWithoutQuote(source, start) : null;
    if (plain) {
      if (plain.text !== "") records.push({ line, cells: plain.text.split(",") });
      line += 1;
      cellAndEnd.lastIndex = plain.end;
      continue;
    }
    const [match, quoted, bare = "", end] = cellAndEnd.exec(source) ?? [];
    if (match === undefined) {
      const place = { file, line: line + breaks, column: cells.length + 1 };
      return { records, problems: [stray(source, start, place)] };
    }
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    if (quoted) breaks += breaksIn(quoted);
    // A comma before the end of the file opens a last cell, which is empty.
    if (end === "," && cellAndEnd.lastIndex === source.length) cells.push("");
    if (end === "," && cellAndEnd.lastIndex < source.length) continue;
    if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
    line += 1 + breaks;
    [cells, breaks] = [[], 0];
  }
  return { records, problems: [] };
}

/** The line that starts at a place and where the next one does; null of one with a quote or another line end in it. */
function lineWithoutQuote(source: string, start: number) {
  const found = source.indexOf("\n", start);
  const stop = found < 0 ? source.length : found;
  const text = source.slice(start, source[stop - 1] === "\r" && stop > start ? stop - 1 : stop);
  if (text.includes('"') || text.includes("\r")) return null;
  return { text, end: found < 0 ? source.length : stop + 1 };
}

function stray(
  source: string,
  start: number,
  place: Pick<Problem, "file" | "line" | "column">,
): Problem {
  const found = quote(source.slice(start).split(/[\r\n]/, 1)[0] ?? "");
  return { ...place, expected: "quotes only around a whole cell, doubled inside it", found };
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
