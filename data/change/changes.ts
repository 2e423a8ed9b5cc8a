import type { Field, Schema } from "../table/descriptor";
import type { Row, Table } from "../table/table";
import type { Value } from "../table/value";
import { placeOf, type Reason } from "./changelog";
import { sayValue } from "./describe";
import { type Difference, diffTables, type Sides } from "./difference";
import type { ChangeKind } from "./lines";
import type { KeyedTable } from "./pairs";

const field = (
  name: string,
  title: string,
  role: Field["role"],
  description: string,
  more: Partial<Field> = {},
): Field => ({ name, title, role, description, type: "string", ...more });

const kinds: Field["categories"] = [
  { value: "changed", label: "changed" },
  { value: "new", label: "new" },
  { value: "gone", label: "gone" },
];

/** What a row of the table of changes holds. */
export const changesSchema: Schema = {
  fields: [
    field("id", "Change", "identifier", "Version, row and field."),
    field("version", "Version", "dimension", "The version that made the change."),
    field("change", "Kind", "dimension", "Whether a cell changed, or a row is new or gone.", {
      categories: kinds,
    }),
    field("table", "Table", "dimension", "The sheet or list that the row is in."),
    field("row", "Row", "identifier", "The id of the row, which never changes."),
    field(
      "field",
      "Field",
      "dimension",
      "The field that changed; empty where the row is new or gone.",
    ),
    field("before", "Before", "text", "What stood there."),
    field("after", "After", "text", "What stands there since; of a new figure its words."),
    field("reason", "Corrected", "text", "What was corrected, of which this is a part."),
    field("why", "Why", "text", "Why this cell or row changed."),
  ],
  missingValues: [""],
  primaryKey: ["id"],
};

/** One table of the package in two versions; of figures each row names its sheet. */
export interface TableVersions extends Sides<KeyedTable> {
  readonly name: string;
}

/** Every change that a version made, a row each: cells that changed, and rows that are new or gone. */
export function toChanges(
  version: string,
  tables: readonly TableVersions[],
  reasons: ReadonlyMap<string, Reason>,
): readonly Row[] {
  return tables.flatMap(({ name, before, after }) =>
    rowsOf(diffTables(before, after)).map(({ change, row, key, field, was, is }): Row => {
      const reason = reasons.get(placeOf(sayValue(key), field));
      return {
        id: [version, sayValue(key), field].filter(Boolean).join("/"),
        version,
        change,
        table: String(row?.sheet ?? sheetOf(key, [after, before]) ?? name),
        row: sayValue(key),
        field: field || null,
        before: was === null ? null : String(was),
        after: is === null ? null : String(is),
        reason: reason?.point ?? null,
        why: reason?.why || null,
      };
    }),
  );
}

interface Change {
  readonly change: ChangeKind;
  readonly key: Value;
  readonly field: string;
  readonly was: Value;
  readonly is: Value;
  /** The whole of a row that is new or gone. */
  readonly row?: Row;
}

function rowsOf({ key, changed, added, gone, columns }: Difference): readonly Change[] {
  return [
    ...changed.flatMap(({ key, cells }) =>
      cells.map(({ field, before, after }): Change => {
        return { change: "changed", key, field, was: before, is: after };
      }),
    ),
    ...columns.added.flatMap(({ name, cells }) =>
      cells.map(({ key, value }): Change => {
        return { change: "changed", key, field: name, was: null, is: value };
      }),
    ),
    ...columns.gone.flatMap(({ name, cells }) =>
      cells.map(({ key, value }): Change => {
        return { change: "changed", key, field: name, was: value, is: null };
      }),
    ),
    ...added.map((row): Change => {
      return { change: "new", key: row[key] ?? null, field: "", was: null, is: nameOf(row), row };
    }),
    ...gone.map((row): Change => {
      return { change: "gone", key: row[key] ?? null, field: "", was: nameOf(row), is: null, row };
    }),
  ];
}

/** What a row is, in its own words. */
function nameOf({ as_printed, title, name, short }: Row): Value {
  return as_printed ?? title ?? name ?? short ?? null;
}

function sheetOf(key: Value, tables: readonly KeyedTable[]): Value {
  for (const table of tables) {
    const found =
      table.fields.includes("sheet") && table.rows.find((row) => row[table.key] === key);
    if (found) return found.sheet ?? null;
  }
  return null;
}

/** Changes as a table that a view can filter and sort. */
export function toChangesTable(rows: readonly Row[]): Table {
  return { schema: changesSchema, rows };
}
