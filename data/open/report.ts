import { describeTable, yearColumns } from "./describe";
import { formatCsv } from "./output";
import { countProblems, type ProblemLog } from "./problem";
import { type OpenTable, readFile, rowsOf } from "./read";
import type { FileRecord } from "./records";

/** A file's bytes → the table as clean CSV, what was understood as JSON, and both in one sentence. */
export function reportFile(name: string, bytes: Uint8Array) {
  const { table, log } = readFile(bytes);
  const sentence = table ? describeTable(table) : (log.listed[0]?.message ?? "");
  const understood = {
    file: name,
    sentence,
    ...(table && toUnderstood(table)),
    ...toProblems(log),
  };
  return {
    isTable: table !== null,
    csv: table ? formatCsv(namesOf(table), cellsOf(table)) : "",
    json: `${JSON.stringify(understood, null, 2)}\n`,
    sentence,
  };
}

function namesOf({ columns }: OpenTable): string[] {
  return columns.map(({ name }) => name);
}

function* cellsOf(table: OpenTable): Generator<readonly string[]> {
  for (const { cells } of rowsOf(table)) yield cells;
}

/** What a program may want to know of how a file was read; its rows are in the CSV. */
function toUnderstood({ encoding, control, wrapped, dialect, layout, body, columns }: OpenTable) {
  return {
    encoding: encoding.name,
    mark: encoding.mark,
    ...dialect,
    rows: body.size,
    columns,
    yearColumns: yearColumns(columns),
    header: layout.header.map(({ line }) => line),
    tags: layout.tags?.line ?? null,
    control,
    wrapped,
    preamble: layout.preamble.map(toLine),
    totals: body.totals.map(toLine),
    notes: body.notes.map(toLine),
    tables: body.tables,
    blankLines: body.blankLines,
    pages: body.pages,
  };
}

function toLine({ line, cells }: FileRecord) {
  return { line, cells };
}

function toProblems(log: ProblemLog) {
  return { problemCount: countProblems(log), problemCounts: log.counts, problems: log.listed };
}
