import type { Layout } from "./layout";
import { counted, type ProblemLog, quoteCell, report } from "./problem";
import type { Dialect } from "./quoted";
import type { FileRecord } from "./records";
import type { Repair } from "./repair";

export function reportShort(record: FileRecord, { width, names }: Layout, log: ProblemLog): void {
  const { length } = record.cells;
  const missing = names.slice(length).map(quoteCell).join(", ");
  const message = `${counted(length, "cell")} for ${width} columns; missing here: ${missing}.`;
  report(log, { kind: "cells", line: record.line, column: length, message });
}

export function reportQuote(
  record: FileRecord,
  cells: readonly string[],
  { names }: Layout,
  log: ProblemLog,
): void {
  const at = Math.max(
    0,
    cells.findIndex((cell) => /["'`]/.test(cell)),
  );
  const message = `A quote inside ${quoteCell(cells[at] ?? "")} is not doubled; it was kept as text.`;
  report(log, { kind: "quote", line: record.line, column: at + 1, field: names[at], message });
}

const signNames: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
  " ": "spaces",
};

export function reportRepair(
  record: FileRecord,
  repair: Repair,
  layout: Layout,
  dialect: Dialect,
  log: ProblemLog,
): void {
  const { line, cells } = record;
  const isBroken = !record.isSound;
  const doubt = repair.isSure && repair.cost < 5 ? "" : " Which cell belongs where is not certain.";
  const sign = signNames[repair.delimiter] ?? `“${repair.delimiter}”`;
  const what = isBroken
    ? "A quote in this line does not close; the row ends with its line."
    : repair.delimiter !== dialect.delimiter
      ? `This line is separated by ${sign}; it was read so.`
      : `${counted(cells.length, "cell")} for ${layout.width} columns; ${placing(cells, repair.cells)}`;
  const column = isBroken
    ? 1 +
      Math.max(
        0,
        cells.findIndex((cell) => /["'`]/.test(cell)),
      )
    : 0;
  report(log, { kind: isBroken ? "quote" : "cells", line, column, message: what + doubt });
}

/** How a row came to its cells: what was joined, or that it was filled up. */
function placing(cells: readonly string[], row: readonly string[]): string {
  if (cells.length < row.length) return "a delimiter is missing, and what lacks is left empty.";
  const joined = row.find((cell) => cell !== "" && !cells.includes(cell));
  return joined === undefined ? "an empty one was left out." : `read as one: ${quoteCell(joined)}.`;
}
