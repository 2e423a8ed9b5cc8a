import type { Schema } from "../table/descriptor";
import { runsAsFormula } from "../table/formula";
import { type Problem, quote } from "../table/problem";
import type { ParsedTable, Row, Table } from "../table/table";
import { isFigure } from "./figure";
import { type Located, rules } from "./rule";

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
      return [at(file, schema, lines[index], name, expected, quote(value))];
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
    return [at(file, table.schema, lines[index], key, "a new value", `${value} of line ${first}`)];
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
      return [at(file, table.schema, lines[index], field, expected, quote(String(value)))];
    });
  });
}

/** Everything that the figures of all sheets together promise: see the functions below, a rule each. */
export function checkFigures(sources: readonly Source[], measures: readonly Row[]): Problem[] {
  const all = sources.flatMap(locate);
  const byId = new Map(all.map((each) => [each.figure.id, each]));
  const context = { byId, measures: new Map(measures.map((row) => [row.id, row])) };
  return [
    ...checkIdsAcross(sources),
    ...all.flatMap((each) => rules.flatMap(({ check }) => check(each, context))),
    ...checkFacts(all),
  ];
}

function checkIdsAcross(sources: readonly Source[]): Problem[] {
  const seen = new Map<string, string>();
  return sources.flatMap((source) =>
    locate(source).flatMap(({ figure, at }) => {
      const first = seen.get(figure.id);
      seen.set(figure.id, first ?? source.file);
      return first && first !== source.file
        ? [at("id", "an id of its own", `${figure.id} of ${first}`)]
        : [];
    }),
  );
}

/** A fact is one quantity, so all its figures have one measure; and it takes two to share one. */
function checkFacts(all: readonly Located[]): Problem[] {
  const facts = new Map<string, Located>();
  const sizes = new Map<string, number>();
  for (const { figure } of all)
    if (figure.fact) sizes.set(figure.fact, (sizes.get(figure.fact) ?? 0) + 1);
  return all.flatMap((located) => {
    const { figure, at } = located;
    if (!figure.fact) return [];
    const first = facts.get(figure.fact) ?? located;
    facts.set(figure.fact, first);
    if (sizes.get(figure.fact) === 1) return [at("fact", "two figures or more", figure.fact)];
    const { measure } = first.figure;
    return measure === figure.measure ? [] : [at("fact", `the measure ${measure}`, figure.measure)];
  });
}

function locate({ file, table, lines }: Source): Located[] {
  return table.rows.flatMap((figure, index) => {
    if (!isFigure(figure)) return [];
    const place = (field: string, expected: string, found: string) =>
      at(file, table.schema, lines[index], field, expected, found);
    return [{ figure, at: place }];
  });
}

function at(
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
