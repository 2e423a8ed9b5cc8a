import type { Category, Role, Schema } from "../table/descriptor";

export const filterKinds = ["values", "number", "period", "text"] as const;

/** How a reader can narrow a column. */
export type FilterKind = (typeof filterKinds)[number];

/** A column of a grid: a field of the schema, or `value`, the estimate as a whole. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly kind: FilterKind;
  readonly many: boolean;
  readonly categories: readonly Category[];
}

const kindOfRole: { [role in Role]: FilterKind } = {
  identifier: "text",
  dimension: "values",
  period: "period",
  estimate: "number",
  relation: "text",
  text: "text",
  position: "number",
};

const value: Column = {
  name: "value",
  title: "Value",
  description:
    "The estimate as a whole, with its precision and unit. It sorts within each unit, by the best value, else the middle of a range, else the one bound there is.",
  kind: "number",
  many: false,
  categories: [],
};

/** Computed from the other figures, so it is no field: it neither filters nor sorts. */
export const comparedColumn: Column = {
  name: "compared",
  title: "Compared with",
  description: "The change on the year before, the share of the whole, or what it repeats.",
  kind: "text",
  many: false,
  categories: [],
};

/** A schema without what only the checks and the codebook’s categories read: what a page of figures needs of it. */
export function slimSchema(schema: Schema): Schema {
  const { fields, missingValues, primaryKey } = schema;
  return {
    fields: fields.map(({ constraints, categories, ...field }) => ({
      ...field,
      ...(categories && { categories: categories.map(({ value, label }) => ({ value, label })) }),
    })),
    missingValues,
    primaryKey,
  };
}

/** The columns of a table, in the order of its fields; `value` stands before low, best and high. */
export function columnsOf({ fields }: Schema): readonly Column[] {
  return fields.flatMap(({ name, title, description, role, many = false, categories = [] }) => {
    const column = { name, title, description, kind: kindOfRole[role], many, categories };
    return name === "low" ? [value, column] : [column];
  });
}

const valueFields = ["low", "best", "high", "precision", "unit", "as_printed"];
const periodFields = ["start", "end", "as_of"];

/**
 * The fields without which a column does not say all of a value or a period: a lower bound alone is
 * empty where words state the value, and a first day where a date does.
 */
const parts: { readonly [column: string]: readonly string[] } = {
  ...Object.fromEntries(["value", "low", "best", "high"].map((name) => [name, valueFields])),
  ...Object.fromEntries(periodFields.map((name) => [name, periodFields])),
  document: ["document", "claimant"],
};

/** The fields that a file holds for a column. */
export function fieldsOfColumn(column: string): readonly string[] {
  return (Object.hasOwn(parts, column) && parts[column]) || [column];
}
