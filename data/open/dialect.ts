import { kindOf } from "./kind";
import type { Dialect } from "./quoted";
import { type FileRecord, readRecords } from "./records";

/** Signs that may part cells, and how likely each is before a look at the file. */
const delimiters: readonly [string, number][] = [
  [",", 1],
  [";", 1],
  ["\t", 1],
  ["|", 1],
  ["||", 1],
  ["::", 0.8],
  ["^", 0.8],
  ["~", 0.8],
  ["¦", 0.8],
  ["§", 0.8],
  ["\u0001", 0.9],
  ["\u001E", 0.9],
  ["\u001F", 0.9],
  [" ", 0.7],
  ["  ", 0.75],
  [":", 0.5],
  ["#", 0.4],
];

const quotes = ['"', "'", "`"];

/** How much a cell of each kind speaks for the delimiter that made it. */
const worth = {
  empty: 0.5,
  number: 1,
  date: 1,
  time: 1,
  address: 1,
  code: 0.9,
  word: 0.9,
  text: 0.7,
  broken: 0.05,
};

/** Beside a space or a colon, words and texts say nothing: any sentence has them. */
const weakWorth = { ...worth, word: 0.15, text: 0.15, code: 0.6 };

/** Below this a file is taken to have one column. */
const leastScore = 0.12;

/** The dialect that makes the head of a file most like a table; parts may be given by a reader. */
export function sniffDialect(head: string, given: Partial<Dialect> = {}): Dialect {
  const candidates = given.delimiter === undefined ? delimiters : [[given.delimiter, 1] as const];
  const scored = candidates
    .filter(([delimiter]) => delimiter === "" || head.includes(delimiter))
    .map(([delimiter, prior]) => {
      const dialect = { ...completeDialect(head, delimiter), ...given };
      return { dialect, score: prior * scoreOf(readRecords(head, dialect), delimiter) };
    });
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (top === null || one.score > top.score ? one : top),
    null,
  );
  if (best && given.delimiter === undefined && isDecimalColumn(head, best.dialect.delimiter)) {
    return { ...completeDialect(head, ""), ...given };
  }
  if (best && (given.delimiter !== undefined || best.score >= leastScore)) return best.dialect;
  return { ...completeDialect(head, sniffByQuotes(head) ?? ""), ...given };
}

/** One column of numbers with decimal commas: its heading has no comma, and each row has just one. */
function isDecimalColumn(head: string, delimiter: string): boolean {
  if (delimiter !== ",") return false;
  const [first, ...lines] = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const isNumber = (line: string) => /^\s*-?\d{1,3}(?:\.?\d{3})*,\d+\s*%?\s*$/.test(line);
  return lines.length > 0 && first !== undefined && !/[,\d]/.test(first) && lines.every(isNumber);
}

/** Where rows fall apart, nearly all quotes beside one sign still show what parts quoted cells. */
function sniffByQuotes(head: string): string | undefined {
  const total = head.split('"').length - 1;
  if (total < 20) return undefined;
  const singles = delimiters.filter(([delimiter]) => head.includes(delimiter));
  return singles.find(([delimiter]) => countPairs(head, delimiter, '"') >= 0.45 * total)?.[0];
}

/** Quote, escape and padding as the cells between one kind of delimiter show them. */
export function completeDialect(head: string, delimiter: string): Dialect {
  const quote = sniffQuote(head, delimiter);
  return {
    delimiter,
    quote,
    escape: sniffEscape(head, delimiter, quote),
    padding: delimiter.trim() === "" ? isLinedUp(head, delimiter) : isPadded(head, delimiter),
  };
}

function sniffQuote(head: string, delimiter: string): string {
  const counts = quotes.map((quote) => countPairs(head, delimiter, quote));
  const most = Math.max(...counts);
  // A lone apostrophe pair is rather a word in quotes than the quote of a file.
  return most === 0 ? '"' : (quotes[counts.indexOf(most)] ?? '"');
}

/** How many cells begin and how many end with a quote, whichever is less. */
function countPairs(head: string, delimiter: string, quote: string): number {
  const part = delimiter === "" ? "[\\r\\n]" : `(?:${escapeRegExp(delimiter)}|[\\r\\n])`;
  const opened = head.match(new RegExp(`(?:^|${part}) ?${quote}(?!\\s)`, "g"))?.length ?? 0;
  const closed = head.match(new RegExp(`${quote} ?(?=${part}|$)`, "g"))?.length ?? 0;
  return Math.min(opened, closed);
}

function sniffEscape(head: string, delimiter: string, quote: string): Dialect["escape"] {
  const part = delimiter === "" ? "\\r\\n" : `${escapeRegExp(delimiter)}\\r\\n`;
  const inside = `[^${part}]`;
  const slashed = head.match(new RegExp(`\\\\${quote}(?=${inside})`, "g"))?.length ?? 0;
  const doubled = head.match(new RegExp(`${inside}${quote}${quote}${inside}`, "g"))?.length ?? 0;
  return slashed > doubled ? "backslash" : "double";
}

/** Whether nearly every delimiter has a space behind it (or nothing at all up to the next). */
function isPadded(head: string, delimiter: string): boolean {
  const sign = escapeRegExp(delimiter);
  const all = head.match(new RegExp(`${sign}(?!${sign}|:?-{3}|[\\r\\n]|$)`, "g"))?.length ?? 0;
  const spaced = head.match(new RegExp(`${sign} `, "g"))?.length ?? 0;
  return all > 0 && spaced >= 0.8 * all;
}

/** Whether cells stand in columns of spaces: most lines have more of them than one delimiter. */
function isLinedUp(head: string, delimiter: string): boolean {
  if (delimiter === "" || delimiter === "\t") return false;
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  return lines.filter((line) => /\S {2,}\S/.test(line)).length * 2 > lines.length;
}

/** 0 to 1: how many records agree in their number of cells, and how much their cells look like some. */
export function scoreOf(records: readonly FileRecord[], delimiter: string): number {
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const widths = new Map<number, FileRecord[]>();
  for (const record of filled) {
    const same = widths.get(record.cells.length);
    if (same) same.push(record);
    else widths.set(record.cells.length, [record]);
  }
  const scores = [...widths].map(([width, same]) => {
    const shape = (same.length / filled.length) ** 1.5 * ((width - 1) / width);
    return shape * worthOf(same, delimiter);
  });
  return Math.max(0, ...scores);
}

function worthOf(records: readonly FileRecord[], delimiter: string): number {
  const table = delimiter === " " || delimiter === ":" || delimiter === "#" ? weakWorth : worth;
  let [sum, count] = [0, 0];
  for (const { cells } of records.slice(0, 100)) {
    for (const cell of cells.slice(0, 200)) {
      sum += table[kindOf(cell)];
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
