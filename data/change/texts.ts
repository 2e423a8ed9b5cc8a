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
  // An assignment would lose a column that is called "__proto__".
  const rows = body.map((cells) =>
    Object.fromEntries(fields.map((field, at) => [field, cells[at] || null])),
  );
  return { fields, rows };
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
