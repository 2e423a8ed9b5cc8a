import type { WholeTable } from "../open/whole";
import type { Source } from "../table/check";
import type { Field, Schema } from "../table/descriptor";
import { type Problem, quote } from "../table/problem";
import type { Row } from "../table/table";
import { castValue } from "../table/value";

/** The fields that a row of figures has, as the figure schema names them. */
export const figureFields: readonly string[] = [
  ...["id", "measure", "unit", "fact", "event", "actor", "subject", "place", "countries"],
  ...["start", "end", "as_of", "low", "best", "high", "precision", "as_printed", "basis"],
  ...["claimant", "document", "section", "paragraph", "part_of", "share_of", "echoes", "note"],
];

/** True of a table that has every field of a figure among its columns, in whichever order. */
export function isFigureTable(columns: readonly { readonly name: string }[]): boolean {
  const names = new Set(columns.map(({ name }) => name));
  return figureFields.every((name) => names.has(name));
}

/**
 * The cells of a reader's table as rows of figures, each cell cast by the rule of its field, with every
 * problem at its line and column. Columns that are no field of a figure are passed over.
 */
export function readOwnFigures(whole: WholeTable, schema: Schema, file: string): Source {
  const fields = whole.names.map((name) => fieldOf(schema, name));
  const own: Schema = { ...schema, fields };
  const parsed = whole.rows.map(({ line, cells }) => parseRow(cells, fields, { file, line }));
  return {
    file,
    table: { schema: own, rows: parsed.map(({ row }) => row) },
    lines: whole.rows.map(({ line }) => line),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

/** A column that is no field may hold anything. */
function fieldOf({ fields }: Schema, name: string): Field {
  const known = fields.find((field) => field.name === name);
  return known ?? { name, title: name, description: "", type: "string", role: "text" };
}

function parseRow(
  cells: readonly string[],
  fields: readonly Field[],
  place: Pick<Problem, "file" | "line">,
): { row: Row; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries = fields.map((field, at) => {
    const text = cells[at] ?? "";
    if (!figureFields.includes(field.name)) return [field.name, text === "" ? null : text];
    const cast = castValue(text, field);
    if ("value" in cast) return [field.name, cast.value];
    const { expected } = cast;
    problems.push({ ...place, column: at + 1, field: field.name, expected, found: quote(text) });
    return [field.name, null];
  });
  return { row: Object.fromEntries(entries), problems };
}
