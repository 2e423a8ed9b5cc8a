import { isFigure } from "../figure/figure";
import { formatCell, formatEstimate, formatOption } from "../figure/format";
import type { Names } from "../figure/names";
import type { Field, Schema } from "../table/descriptor";
import type { Row } from "../table/table";
import { columnsOf, comparedColumn } from "../view/column";
import { shownColumns } from "../view/shown-columns";

/** What a cell of a spreadsheet holds: text, a number, a whole day (ISO 8601), or nothing. */
export type Cell = string | number | { readonly day: string } | null;

/** A column of a file that people read. */
export interface ReadableColumn {
  readonly title: string;
  readonly description: string;
  /** As the page shows it; "" where it is missing. */
  readonly toText: (row: Row) => string;
  /** As a spreadsheet computes with it. */
  readonly toCell: (row: Row) => Cell;
}

/** The columns of a table as its page shows them: those chosen, else the usual ones with unit and place in the document. */
export function readableColumns(
  schema: Schema,
  names: Names,
  chosen: readonly string[],
): readonly ReadableColumn[] {
  return namesOfColumns(schema, chosen).map((name) => toShown(schema, names, name));
}

/**
 * The columns of a table for a spreadsheet: each value and each period as it is shown and in its parts,
 * and behind them every other field where no columns were chosen.
 */
export function spreadsheetColumns(
  schema: Schema,
  names: Names,
  chosen: readonly string[],
): readonly ReadableColumn[] {
  const shown = namesOfColumns(schema, chosen);
  const isParted = (name: string) => isFigures(schema) && Object.hasOwn(parts, name);
  const parted = shown.flatMap((name) => (isParted(name) ? (parts[name] ?? []) : []));
  const rest = chosen.length > 0 ? [] : schema.fields.map(({ name }) => name);
  const alone = new Set([...shown.filter((name) => !isParted(name)), ...rest]);
  for (const name of parted) alone.delete(name);
  const columns = shown.flatMap((name) =>
    isParted(name)
      ? [
          { ...toShown(schema, names, name), title: titlesOfShown[name] ?? name },
          ...(parts[name] ?? []).map((part) => toField(schema, names, part)),
        ]
      : alone.delete(name)
        ? [toField(schema, names, name)]
        : [],
  );
  return [...columns, ...[...alone].map((name) => toField(schema, names, name))];
}

/** The fields that a column of a page is made of, which a spreadsheet has beside it. */
const parts: { readonly [column: string]: readonly string[] } = {
  start: ["start", "end", "as_of"],
  value: ["best", "low", "high", "precision", "unit", "as_printed"],
};

const titlesOfShown: { readonly [column: string]: string } = {
  start: "Period",
  value: "Value as shown",
};

/** Titles of fields that stand beside the column that they are a part of. */
const titlesOfParts: { readonly [field: string]: string } = {
  start: "Period start",
  best: "Value",
};

/** What the file of disagreements says of each statement. */
const statements: readonly string[] = ["verdict", "counted"];

function isFigures({ fields }: Schema): boolean {
  return fields.some(({ name }) => name === "as_printed");
}

function namesOfColumns(schema: Schema, chosen: readonly string[]): readonly string[] {
  if (!isFigures(schema)) return schema.fields.map(({ name }) => name);
  const shown = shownColumns(schema, chosen, true).map(({ name }) => name);
  if (chosen.length > 0) return shown;
  const own = schema.fields.map(({ name }) => name).filter((name) => statements.includes(name));
  const withUnit = shown.flatMap((name) => (name === "value" ? [name, "unit"] : [name]));
  return [...new Set([...own, ...withUnit, "section", "id"])];
}

function toShown(schema: Schema, names: Names, name: string): ReadableColumn {
  const column = [comparedColumn, ...columnsOf(schema)].find((each) => each.name === name);
  const toText = (row: Row) => textOf(row, name, names);
  const { title, description } = column ?? { title: name, description: "" };
  return { title, description, toText, toCell: (row) => toText(row) || null };
}

function toField(schema: Schema, names: Names, name: string): ReadableColumn {
  const shown = toShown(schema, names, name);
  const field = schema.fields.find((each) => each.name === name);
  if (!field) return shown;
  const title = (isFigures(schema) && titlesOfParts[name]) || field.title;
  const toCell = (row: Row) => cellOf(row, field, names);
  return { ...shown, title, description: field.description, toCell };
}

/** A number as a number, a whole day as a day; a month and a year as ISO 8601 has them, which sorts. */
function cellOf(row: Row, { name, role }: Field, names: Names): Cell {
  const value = row[name] ?? null;
  if (value === null || typeof value === "number") return value;
  // Whom a document cites stands in a column of its own.
  if (name === "document") return formatOption(name, value, names);
  if (role !== "period") return textOf(row, name, names) || null;
  return value.length === "2021-08-26".length ? { day: value } : value;
}

/** A cell as the page shows it, but for the unit of a value, which has a column of its own. */
function textOf(row: Row, name: string, names: Names): string {
  if (name === "value" && isFigure(row)) return formatEstimate(row);
  const text = formatCell(row, name, names);
  return text === "–" ? "" : text;
}
