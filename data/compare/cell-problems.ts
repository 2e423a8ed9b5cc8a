import type { WholeTable } from "../open/whole";
import type { Schema } from "../table/descriptor";
import { type Problem, quote } from "../table/problem";
import { castValue } from "../table/value";
import type { CellPlace } from "../view/cell-range";
import { figureFields, readOwnFigures } from "./own-figures";
import type { Register } from "./register";
import { checkOwnFigures } from "./sixth";

/** What is wrong with a cell of a table, by its row and its column from 0, in a sentence. */
export interface CellProblem {
  readonly row: number;
  readonly column: number;
  readonly says: string;
}

/** What is wrong in a table, by row, each with the sentences of its columns. */
export type ProblemsByRow = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** So many figures of one table are checked. */
export const mostFigures = 20_000;

/** What breaks a rule of a figure in a reader's table, in the order of its rows. */
export function problemsOfCells(whole: WholeTable, register: Register): readonly CellProblem[] {
  const source = readOwnFigures(whole, register.schema, "own");
  const rowOf = new Map(source.lines.map((line, row) => [line, row]));
  return checkOwnFigures(source, register).map((problem) => ({
    row: rowOf.get(problem.line) ?? 0,
    column: Math.max(0, problem.column - 1),
    says: sayProblem(problem),
  }));
}

/** The same by rows; of several problems of one cell the first. */
export function byRow(problems: readonly CellProblem[]): ProblemsByRow {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, says } of problems) {
    const own = rows.get(row) ?? new Map<number, string>();
    if (!own.has(column)) own.set(column, says);
    rows.set(row, own);
  }
  return rows;
}

/** "Expected a number, found “a few”." */
export function sayProblem({ expected, found }: Pick<Problem, "expected" | "found">): string {
  const said = found.replace(/^"(.*)"$/, "“$1”");
  return `Expected ${expected}, found ${said === "“”" ? "none" : said}.`;
}

/** The next cell of a view with a problem, from the top again after the last; null where no row shown has one. */
export function nextProblem(
  problems: ProblemsByRow,
  shown: Uint32Array,
  after: CellPlace | null,
): CellPlace | null {
  const start = after?.row ?? 0;
  for (let step = 0; step <= shown.length; step++) {
    const row = (start + step) % Math.max(1, shown.length);
    const columns = [...(problems.get(shown[row] ?? -1)?.keys() ?? [])].toSorted((a, b) => a - b);
    // In the row that it begins with those behind the cell come first, those before it last.
    const found = columns.find((column) => step > 0 || !after || column > after.column);
    if (found !== undefined) return { row, column: found };
  }
  return null;
}

/** What is wrong with a text in a field of a figure, as far as that cell alone shows it; "" where nothing is. */
export function checkFigureText(text: string, name: string, register: Register): string {
  const field = register.schema.fields.find((field) => field.name === name);
  if (!field || !figureFields.includes(name)) return "";
  const cast = castValue(text, field);
  if ("expected" in cast) return sayProblem({ expected: cast.expected, found: quote(text) });
  const resource = referredBy(register.schema, name);
  const rows = resource && name !== "document" ? register.tables[resource]?.rows : undefined;
  if (!rows || text === "" || rows.some(({ id }) => id === text)) return "";
  return sayProblem({ expected: `an id of ${resource}`, found: quote(text) });
}

function referredBy({ foreignKeys = [] }: Schema, name: string): string | undefined {
  return foreignKeys.find(({ fields: [field] }) => field === name)?.reference.resource;
}

/** What may be typed into a cell, and what it is called. */
export interface Offer {
  readonly value: string;
  readonly label: string;
}

/** Fields that name another figure. */
export const relations: readonly string[] = ["part_of", "share_of", "echoes"];

/** What a field of a figure may hold, with names by which it is found; null where a column's own values serve. */
export function offersFor(name: string, register: Register): readonly Offer[] | null {
  const { schema, tables, names, figures } = register;
  const field = schema.fields.find((each) => each.name === name);
  if (field?.categories)
    return field.categories.map(({ value, description }) => ({ value, label: description ?? "" }));
  const resource = referredBy(schema, name);
  if (resource)
    return (tables[resource]?.rows ?? []).map((row) => ({
      value: String(row.id),
      label: [row.short ?? row.name ?? row.title, row.aliases].filter(Boolean).join("; "),
    }));
  if (name === "unit") return once((tables.measures?.rows ?? []).map(({ unit }) => String(unit)));
  if (name === "fact") return once(figures.flatMap(({ fact }) => fact ?? []));
  if (relations.includes(name))
    return figures.map(({ id, measure, document }) => ({
      value: id,
      label: [names.measures[measure], names.documents[document]].filter(Boolean).join(", "),
    }));
  return null;
}

function once(values: readonly string[]): readonly Offer[] {
  return [...new Set(values)].map((value) => ({ value, label: "" }));
}
