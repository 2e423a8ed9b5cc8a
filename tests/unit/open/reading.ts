import { readFileSync } from "node:fs";
import { castDate } from "@/data/open/date";
import { describeTable } from "@/data/open/describe";
import { castNumber } from "@/data/open/number";
import { type Given, readFile, rowsOf } from "@/data/open/read";

/** A file of tests/files/open, read as a reader's own. */
export function readCase(name: string, given?: Given) {
  return readBytes(readFileSync(`tests/files/open/${name}.csv`), given);
}

/** A text as a file in UTF-8, read. */
export function readText(text: string, given?: Given) {
  return readBytes(new TextEncoder().encode(text), given);
}

/** Bytes, read: the table as printed, and what was found out about it, in a form easy to expect. */
export function readBytes(bytes: Uint8Array, given?: Given) {
  const { table, log } = readFile(bytes, given);
  const rows = table ? Array.from(rowsOf(table), ({ cells }) => cells) : [];
  const columns = table?.columns ?? [];
  const cellsOf = (name: string) => {
    const at = columns.findIndex((column) => column.name === name);
    return rows.map((cells) => cells[at] ?? "");
  };
  const columnOf = (name: string) => columns.find((column) => column.name === name);
  return {
    table,
    names: columns.map(({ name }) => name),
    rows,
    types: Object.fromEntries(columns.map(({ name, type }) => [name, type])),
    columnOf,
    cellsOf,
    /** Numbers of a column: one where it is exact, [low, best, high] where it is not, null for none. */
    numbersOf: (name: string) =>
      cellsOf(name).map((cell) => {
        const value = castNumber(cell, columnOf(name)?.decimal ?? ".");
        if (!value) return null;
        return value.precision === "exact" ? value.best : [value.low, value.best, value.high];
      }),
    daysOf: (name: string) =>
      cellsOf(name).map((cell) => castDate(cell, columnOf(name)?.order ?? "day first")?.start),
    problems: log.listed.map(({ line, column, message }) => `${line}:${column} ${message}`),
    counts: log.counts,
    sentence: table ? describeTable(table) : log.listed[0]?.message,
  };
}
