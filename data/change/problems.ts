import type { Value } from "../table/value";
import type { Difference } from "./difference";

/** What a reader must know of a comparison before he believes it, a sentence each. Nothing of it is lost. */
export function problemsIn(difference: Difference): readonly string[] {
  return [
    ...keyProblems(difference, "before", "old"),
    ...keyProblems(difference, "after", "new"),
    ...schemaProblems(difference),
    ...typeProblems(difference),
  ];
}

function keyProblems(
  { key, fields, order }: Difference,
  side: "before" | "after",
  table: "old" | "new",
): readonly string[] {
  if (!fields[side].includes(key))
    return order[side].length === 0
      ? []
      : [`The ${table} table has no column “${key}” to know its rows by.`];
  const seen = new Map<Value, number>();
  for (const value of order[side]) seen.set(value, (seen.get(value) ?? 0) + 1);
  const missing = seen.get(null) ?? 0;
  seen.delete(null);
  const repeated = [...seen].filter(([, count]) => count > 1);
  const [first] = repeated;
  return [
    ...(first
      ? [
          `In the ${table} table “${first[0]}” names ${first[1]} rows${repeated.length > 1 ? `, and ${repeated.length - 1} more of ${key} repeat` : ""}; rows of one ${key} are compared in their order.`,
        ]
      : []),
    ...(missing > 0
      ? [
          `In the ${table} table ${missing} ${missing === 1 ? "row has" : "rows have"} no ${key}; they are compared in their order.`,
        ]
      : []),
  ];
}

function schemaProblems({ fields, renamed, columns }: Difference): readonly string[] {
  const common = (names: readonly string[], other: readonly string[]) =>
    names.filter((name) => other.includes(name)).join();
  const isMoved = common(fields.before, fields.after) !== common(fields.after, fields.before);
  const named = (each: readonly { name: string }[]) =>
    each.map(({ name }) => `“${name}”`).join(", ");
  return [
    ...renamed.map(
      ({ before, after }) =>
        `The column “${before}” is called “${after}” in the new table, to judge by its cells.`,
    ),
    ...(columns.added.length > 0
      ? [`The new table follows another schema: it alone has ${named(columns.added)}.`]
      : []),
    ...(columns.gone.length > 0
      ? [`The new table follows another schema: it has no ${named(columns.gone)}.`]
      : []),
    ...(isMoved ? ["The columns stand in another order, which changes no cell."] : []),
  ];
}

/** Columns whose changed cells are text on one side and numbers on the other, all of them. */
function typeProblems({ changed }: Difference): readonly string[] {
  const types = new Map<string, Set<string>>();
  for (const { cells } of changed)
    for (const { field, before, after } of cells) {
      if (before === null || after === null) continue;
      const known = types.get(field) ?? new Set();
      types.set(field, known.add(`${typeof before} ${typeof after}`));
    }
  const words: { readonly [type: string]: string } = {
    "string number": "text in the old table and a number in the new one",
    "number string": "a number in the old table and text in the new one",
  };
  return [...types].flatMap(([field, found]) => {
    const [only = ""] = found;
    const said = found.size === 1 ? words[only] : undefined;
    return said ? [`“${field}” is ${said}: each such cell counts as changed.`] : [];
  });
}
