import type { Schema } from "./descriptor";
import { runsAsFormula } from "./formula";
import { type Problem, quote } from "./problem";
import type { ParsedTable, Table } from "./table";

/** A parsed file with its path, ready to be checked across cells, rows and files. */
export interface Source extends ParsedTable {
  readonly file: string;
}

/** Text that a spreadsheet would run, so that no file of ours needs anything escaped. */
export function checkFormulas({ file, table, lines }: Source): Problem[] {
  const { schema, rows } = table;
  return rows.flatMap((row, index) =>
    schema.fields.flatMap(({ name }) => {
      const value = row[name] ?? null;
      if (typeof value !== "string" || !runsAsFormula(value)) return [];
      const expected = "text that no spreadsheet takes for a formula";
      return [problemAt(file, schema, lines[index], name, expected, quote(value))];
    }),
  );
}

/** Problems that only show across rows: a second row with the same primary key. */
export function checkKeys({ file, table, lines }: Source): Problem[] {
  const [key] = table.schema.primaryKey;
  const seen = new Map<unknown, number>();
  return table.rows.flatMap((row, index) => {
    const value = row[key] ?? null;
    const first = seen.get(value);
    if (value === null) return [];
    if (first === undefined) {
      seen.set(value, lines[index] ?? 0);
      return [];
    }
    return [
      problemAt(file, table.schema, lines[index], key, "a new value", `${value} of line ${first}`),
    ];
  });
}

/** Problems across files: a value of a foreign key that the referenced table does not hold. */
export function checkReferences(source: Source, tables: { [resource: string]: Table }): Problem[] {
  const { file, table, lines } = source;
  return (table.schema.foreignKeys ?? []).flatMap(({ fields: [field], reference }) => {
    const known = new Set(tables[reference.resource]?.rows.map((row) => row[reference.fields[0]]));
    return table.rows.flatMap((row, index) => {
      const value = row[field] ?? null;
      if (value === null || known.has(value)) return [];
      const expected = `an id of ${reference.resource}`;
      return [problemAt(file, table.schema, lines[index], field, expected, quote(String(value)))];
    });
  });
}

/** A problem of a cell, by the line and the field that an editor shows. */
export function problemAt(
  file: string,
  schema: Schema,
  line: number | undefined,
  field: string,
  expected: string,
  found: string,
): Problem {
  const column = 1 + schema.fields.findIndex(({ name }) => name === field);
  return { file, line: line ?? 0, column, field, expected, found };
}
