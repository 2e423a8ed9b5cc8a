import type { Field, Role } from "../table/descriptor";
import type { Row, Table } from "../table/table";
import type { ColumnType } from "./column-type";
import type { Store, StoredColumn } from "./store";

/** How a view narrows a column of a type, in the words of the published schema. */
const roles: { readonly [type in ColumnType]: Role } = {
  number: "estimate",
  year: "estimate",
  date: "period",
  boolean: "dimension",
  category: "dimension",
  empty: "dimension",
  identifier: "identifier",
  text: "text",
};

/**
 * A reader's table as far as the grammar of addresses asks for it: its columns, and, of those that are
 * filtered by values, the values that there are, a row for each place in their lists.
 */
export function viewTableOf({ columns }: Store): Table {
  const fields = columns.map(
    ({ id, column }): Field => ({
      name: id,
      title: column.name,
      description: column.tag ?? "",
      type: "string",
      role: roles[column.type],
    }),
  );
  const listed = columns.filter(({ column }) => roles[column.type] === "dimension");
  const length = listed.reduce((most, { words }) => Math.max(most, words.length), 0);
  const rows = Array.from({ length }, (_, at) => rowOf(listed, at));
  const [first = ""] = columns.map(({ id }) => id);
  return { schema: { fields, missingValues: [""], primaryKey: [first] }, rows };
}

function rowOf(listed: readonly StoredColumn[], at: number): Row {
  return Object.fromEntries(
    listed.map(({ id, words, missing }) => {
      const code = Math.min(at, words.length - 1);
      return [id, missing[code] === 1 ? null : (words[code] ?? null)];
    }),
  );
}
