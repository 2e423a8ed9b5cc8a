import type { WholeTable } from "../open/whole";
import type { Source } from "../table/check";
import type { Field, Schema } from "../table/descriptor";
import { type Problem, quote } from "../table/problem";
import type { Row } from "../table/table";
import { castValue, type Value } from "../table/value";

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
export function readOwnFigures({ names, rows }: WholeTable, schema: Schema, file: string): Source {
  const fields = names.map((name) => fieldOf(schema, name));
  const casts = fields.map(castOnce);
  const lines = linesOf(rows);
  const problems: Problem[] = [];
  const parsed = rows.map(({ cells }, row): Row => {
    const isEmpty = cells.every((cell) => cell === "");
    const values = fields.map(({ name }, at): [string, Value] => {
      const cast = casts[at]?.(cells[at] ?? "");
      if (!cast || "value" in cast) return [name, cast?.value ?? null];
      // An empty row lacks one thing, a figure, and not each of its cells.
      if (!isEmpty || name === schema.primaryKey[0])
        problems.push({
          ...{ file, line: lines[row] ?? 0, column: at + 1, field: name },
          ...{ expected: cast.expected, found: quote(cells[at] ?? "") },
        });
      return [name, null];
    });
    return Object.fromEntries(values);
  });
  return { file, table: { schema: { ...schema, fields }, rows: parsed }, lines, problems };
}

/** A row that stands on no line of a file of its own is counted on below the last one. */
function linesOf(rows: WholeTable["rows"]): readonly number[] {
  let last = rows.reduce((most, { line }) => Math.max(most, line), 1);
  const seen = new Set<number>();
  return rows.map(({ line }) => {
    const own = line > 0 && !seen.has(line) ? line : ++last;
    seen.add(own);
    return own;
  });
}

/** A column that is no field may hold anything. */
function fieldOf({ fields }: Schema, name: string): Field {
  const known = fields.find((field) => field.name === name);
  return known ?? { name, title: name, description: "", type: "string", role: "text" };
}

/** The cast of a field, which looks at each text once. */
function castOnce(field: Field): (text: string) => ReturnType<typeof castValue> {
  if (!figureFields.includes(field.name)) return (text) => ({ value: text === "" ? null : text });
  const known = new Map<string, ReturnType<typeof castValue>>();
  return (text) => {
    const cast = known.get(text) ?? castValue(text, field);
    known.set(text, cast);
    return cast;
  };
}
