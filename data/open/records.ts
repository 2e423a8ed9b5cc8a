import Papa from "papaparse";
import { type Dialect, isSpaced, joinRuns, readQuoted } from "./quoted";

/**
 * One record of a file: the line it starts on as an editor counts, and its cells. `text` is what
 * stands in the file where it has quotes, and `isSound` whether these are as the dialect has them.
 */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly text?: string;
  readonly isSound: boolean;
}

/** Reads a text that comes in chunks; a record that is not yet whole waits for the next one. */
export interface RecordReader {
  push(chunk: string): FileRecord[];
  end(): FileRecord[];
}

/** A whole text → its records, blank lines included. */
export function readRecords(text: string, dialect: Dialect): FileRecord[] {
  const reader = createRecordReader(dialect);
  const records = reader.push(text);
  for (const record of reader.end()) records.push(record);
  return records;
}

/**
 * PapaParse reads stretches without a quote. Where there are quotes we read: PapaParse gives an
 * unclosed quote the rest of the file, drops what follows a closing quote, and knows one kind of
 * line end a file.
 */
export function createRecordReader(dialect: Dialect, firstLine = 1): RecordReader {
  let rest = "";
  let line = firstLine;
  const take = (isLast: boolean) => {
    const found = takeRecords(rest, line, dialect, isLast);
    rest = rest.slice(found.end);
    line = found.line;
    return found.records;
  };
  return {
    push(chunk) {
      rest += chunk;
      return take(false);
    },
    end: () => take(true),
  };
}

/** From so many signs without a quote on, PapaParse is the faster reader. */
const longEnough = 20_000;

function takeRecords(text: string, firstLine: number, dialect: Dialect, isLast: boolean) {
  const records: FileRecord[] = [];
  let [at, line, quote] = [0, firstLine, -1];
  while (at < text.length) {
    if (quote < at) quote = nextQuote(text, at, dialect);
    if (quote - at > longEnough || quote === text.length) {
      const end = quote < text.length ? lineStart(text, at, quote) : wholeLines(text, at, isLast);
      if (end > at) line = addPlain(records, text.slice(at, end), line, dialect);
      else if (quote === text.length) break;
      at = end;
      if (quote === text.length) break;
    }
    const found = readQuoted(text, at, dialect, isLast);
    if (!found) break;
    const { cells, isSound } = found;
    const hasQuote = quote < found.end;
    records.push({ line, cells, ...(hasQuote && { text: text.slice(at, found.end) }), isSound });
    line += found.lines;
    at = found.next;
  }
  return { records, end: Math.min(at, text.length), line };
}

function nextQuote(text: string, at: number, { quote }: Dialect): number {
  const found = quote === "" ? -1 : text.indexOf(quote, at);
  return found < 0 ? text.length : found;
}

/** What stands in the file for a record. */
export function textOf({ text, cells }: FileRecord, { delimiter }: Dialect): string {
  return text ?? cells.join(delimiter);
}

/** Adds lines that hold no quote, and returns the line after them. */
function addPlain(records: FileRecord[], block: string, first: number, dialect: Dialect): number {
  const plain = (block.includes("\r") ? block.replace(/\r\n?/g, "\n") : block).replace(/\n$/, "");
  const lines = isSpaced(dialect) ? joinRuns(plain, dialect) : plain;
  const { data } = Papa.parse<string[]>(lines, {
    // One sign that no text has keeps a line in one cell.
    delimiter: dialect.delimiter || "\uFFFF",
    newline: "\n",
    fastMode: true,
  });
  if (lines === "") data.push([""]);
  let line = first;
  for (const cells of data) {
    records.push({ line, cells, isSound: true });
    line += 1;
  }
  return line;
}

/** Where the last whole line ends; a CR at the end of a chunk may be half a line end. */
function wholeLines(text: string, at: number, isLast: boolean): number {
  if (isLast) return text.length;
  const last = text.length - 1;
  for (let end = last; end >= at; end -= 1) {
    if (text[end] === "\n" || (text[end] === "\r" && end < last)) return end + 1;
  }
  return at;
}

/** Where the line begins in which `place` stands. */
function lineStart(text: string, at: number, place: number): number {
  for (let start = place; start > at; start -= 1) {
    if (text[start - 1] === "\n" || text[start - 1] === "\r") return start;
  }
  return at;
}
