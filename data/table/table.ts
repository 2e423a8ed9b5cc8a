import type { Field, Schema } from "./descriptor";
import { type Problem, quote } from "./problem";
import { type CsvRecord, eachRecord } from "./records";
import { castValue, type Value } from "./value";

/** The typed values of one record, by field name. */
export interface Row {
  readonly [field: string]: Value;
}

/** Rows with the schema they follow; `lines` holds the line of each row in its file. */
export interface Table<R extends Row = Row> {
  readonly schema: Schema;
  readonly rows: readonly R[];
  /** Ids of all documents of the workbook, where the rows may be of fewer. */
  readonly documents?: readonly string[];
  /** Every published version of the rows, the first one first. */
  readonly versions?: readonly string[];
}

export interface ParsedTable {
  readonly table: Table;
  readonly lines: readonly number[];
  readonly problems: readonly Problem[];
}

/**
 * CSV text + schema → typed rows, and every problem found on the way. The header must name the
 * schema's fields in their order. A bad cell is null in its row, so good rows stay usable.
 */
export function parseTable(text: string, schema: Schema, file: string): ParsedTable {
  const parsing = parseRows(text, schema, file);
  let step = parsing.next();
  while (!step.done) step = parsing.next();
  return step.value;
}

/** The same row by row, for whoever has other things to do between them. */
export function* parseRows(
  text: string,
  schema: Schema,
  file: string,
): Generator<undefined, ParsedTable> {
  const reading = eachRecord(text, file);
  const header = reading.next();
  if (header.done) {
    const said = header.value.length > 0 ? header.value : [noHeader(file)];
    return { table: { schema, rows: [] }, lines: [], problems: said };
  }
  const headerProblems = checkHeader(header.value, schema, file);
  const rows: Row[] = [];
  const lines: number[] = [];
  const found: Problem[] = [];
  let step = reading.next();
  for (; !step.done; step = reading.next()) {
    // Below a header that names other fields no cell means anything.
    if (headerProblems.length > 0) continue;
    const { row, problems } = parseRow(step.value, schema, file);
    rows.push(row);
    lines.push(step.value.line);
    found.push(...problems);
    yield;
  }
  return {
    table: { schema, rows },
    lines,
    problems: [...step.value, ...headerProblems, ...found],
  };
}

function noHeader(file: string): Problem {
  return { file, line: 1, column: 0, expected: "a header", found: "an empty file" };
}

function checkHeader({ line, cells }: CsvRecord, { fields }: Schema, file: string): Problem[] {
  const columns = Array.from(
    { length: Math.max(cells.length, fields.length) },
    (_, index) => index,
  );
  return columns.flatMap((index): Problem[] => {
    const expected = fields[index] ? `the field ${fields[index].name}` : "no further field";
    const found = cells[index] === undefined ? "none" : quote(cells[index]);
    if (fields[index]?.name === cells[index]) return [];
    return [{ file, line, column: index + 1, expected, found }];
  });
}

function parseRow(record: CsvRecord, schema: Schema, file: string) {
  const { line, cells } = record;
  const problems: Problem[] = [];
  if (cells.length !== schema.fields.length) {
    const expected = `${schema.fields.length} cells`;
    problems.push({ file, line, column: 0, expected, found: String(cells.length) });
  }
  const row = Object.fromEntries(
    schema.fields.map((field, index) => {
      const text = cells[index];
      if (text === undefined) return [field.name, null];
      const cast = castValue(text, field);
      if ("value" in cast) return [field.name, cast.value];
      problems.push(badCell({ file, line, column: index + 1 }, field, cast.expected, text));
      return [field.name, null];
    }),
  );
  return { row, problems };
}

function badCell(
  place: Pick<Problem, "file" | "line" | "column">,
  field: Field,
  expected: string,
  text: string,
): Problem {
  return { ...place, field: field.name, expected, found: quote(text) };
}
