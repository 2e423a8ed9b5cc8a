import { type Problem, quote } from "./problem";

/** A record of a CSV file as text cells, with the line it starts on as an editor counts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell, quoted or not, and what ends it. The quotes of RFC 4180 stand around the whole of a cell. */
const cellPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/;

/**
 * CSV text (RFC 4180, any line end, with or without BOM) → its records, blank lines left out.
 * A stray or unclosed quote is a problem at the line where its cell starts; the records before it
 * are kept and nothing after it, since nothing there can be trusted. No library reads so strictly:
 * PapaParse takes a quote inside a cell as it is, and lets an unclosed one swallow the rest.
 */
export function readRecords(text: string, file: string) {
  const records: CsvRecord[] = [];
  const reading = eachRecord(text, file);
  let step = reading.next();
  for (; !step.done; step = reading.next()) records.push(step.value);
  return { records, problems: step.value };
}

/** The same one by one, for whoever has other things to do between them; it returns the problems. */
export function* eachRecord(text: string, file: string): Generator<CsvRecord, readonly Problem[]> {
  const source = text.replace(/^\uFEFF/, "");
  // One of its own, as another text may be read between two records.
  const cellAndEnd = new RegExp(cellPattern, "y");
  let cells: string[] = [];
  let [line, breaks] = [1, 0];
  while (cellAndEnd.lastIndex < source.length) {
    const start = cellAndEnd.lastIndex;
    const plain = cells.length === 0 && breaks === 0 ? lineWithoutQuote(source, start) : null;
    if (plain) {
      if (plain.text !== "") yield { line, cells: plain.text.split(",") };
      line += 1;
      cellAndEnd.lastIndex = plain.end;
      continue;
    }
    const [match, quoted, bare = "", end] = cellAndEnd.exec(source) ?? [];
    if (match === undefined) {
      const place = { file, line: line + breaks, column: cells.length + 1 };
      return [stray(source, start, place)];
    }
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    if (quoted) breaks += breaksIn(quoted);
    // A comma before the end of the file opens a last cell, which is empty.
    if (end === "," && cellAndEnd.lastIndex === source.length) cells.push("");
    if (end === "," && cellAndEnd.lastIndex < source.length) continue;
    if (cells.length > 1 || cells[0] !== "") yield { line, cells };
    line += 1 + breaks;
    [cells, breaks] = [[], 0];
  }
  return [];
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
