import type { Row } from "../table/table";

/** A table of texts: a cell is what is printed, and an empty one is missing. */
export interface TextTable {
  readonly fields: readonly string[];
  readonly rows: readonly Row[];
}

/** Records of texts, headings first → a table of which each column has a name of its own. */
export function toTextTable(records: readonly (readonly string[])[]): TextTable {
  const [head = [], ...body] = records;
  const fields = uniqueNames(head);
  // An assignment would lose a column that is called "__proto__"; it is quicker where there is none.
  const toRow = fields.includes("__proto__") ? rowOfEntries : rowOfCells;
  return { fields, rows: body.map((cells) => toRow(fields, cells)) };
}

function rowOfEntries(fields: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(fields.map((field, at) => [field, cells[at] || null]));
}

function rowOfCells(fields: readonly string[], cells: readonly string[]): Row {
  const row: { [field: string]: string | null } = {};
  for (let at = 0; at < fields.length; at++) row[fields[at] ?? ""] = cells[at] || null;
  return row;
}

/** Names of which each stands once: what has none is called by its place, and a second one is numbered. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const plain = name.trim() || `column ${at + 1}`;
    let own = plain;
    for (let count = 2; taken.has(own); count++) own = `${plain} (${count})`;
    taken.add(own);
    return own;
  });
}
