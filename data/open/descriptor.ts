import type { ColumnRole, ColumnType, GivenColumn } from "./column-type";
import type { Decimal } from "./number";
import type { Dialect } from "./quoted";
import type { Given } from "./read";

/** A table that a descriptor of a Data Package names: its files, and what is said of them. */
export interface DeclaredTable {
  readonly name: string;
  /** The parts of its file, in their order, from the descriptor's folder. */
  readonly paths: readonly string[];
  readonly given: Given;
}

type Json = { readonly [key: string]: unknown };

/**
 * The descriptor of a Data Package (Frictionless, version 1 or 2) → its tables; null where a text is none.
 * `fileAt` gives the text of another file of the package: a schema may stand in one of its own.
 */
export function readDescriptor(
  text: string,
  fileAt: (path: string) => string | null,
): readonly DeclaredTable[] | null {
  const descriptor = parseObject(text);
  const resources = descriptor && listOf(descriptor.resources);
  if (!resources) return null;
  const tables = resources.flatMap((resource, at): DeclaredTable[] => {
    if (!isObject(resource)) return [];
    const paths = (Array.isArray(resource.path) ? resource.path : [resource.path]).flatMap(textOf);
    if (paths.length === 0) return [];
    const name = [resource.title, resource.name].flatMap(textOf)[0] ?? `Table ${at + 1}`;
    return [{ name, paths, given: givenOf(resource, fileAt) }];
  });
  return nameApart(tables);
}

/** Two tables of one title are told apart by a number. */
function nameApart(tables: readonly DeclaredTable[]): readonly DeclaredTable[] {
  return tables.map((table, at) => {
    const before = tables.slice(0, at).filter(({ name }) => name === table.name).length;
    return before === 0 ? table : { ...table, name: `${table.name} (${before + 1})` };
  });
}

/** What a resource says of its file: encoding, dialect, names, types and missing values. */
function givenOf(resource: Json, fileAt: (path: string) => string | null): Given {
  const dialect = resolve(resource.dialect, fileAt) ?? {};
  const schema = resolve(resource.schema, fileAt);
  const fields = (listOf(schema?.fields) ?? []).filter(isObject);
  const names = fields.flatMap(({ name }) => textOf(name));
  const missing = missingOf(schema?.missingValues);
  const encoding = textOf(resource.encoding)[0]?.toLowerCase();
  return {
    ...(encoding && { encoding }),
    ...(Object.keys(dialect).length > 0 && { dialect: dialectOf(dialect) }),
    ...(headerOf(dialect) && { header: headerOf(dialect) }),
    ...(dialect.header === false && { names }),
    ...(fields.length > 0 && {
      columns: new Map(
        fields.map((field) => [
          tidyName(textOf(field.name)[0] ?? ""),
          columnOf(field, missingOf(field.missingValues) ?? missing),
        ]),
      ),
    }),
  };
}

const tidyName = (name: string) => name.replace(/\s+/g, " ").trim();

function dialectOf(said: Json): Partial<Dialect> {
  const [delimiter] = textOf(said.delimiter);
  const [quote] = textOf(said.quoteChar);
  return {
    ...(delimiter && { delimiter }),
    ...(quote && { quote }),
    ...(said.doubleQuote === true && { escape: "double" }),
    ...(said.escapeChar === "\\" && { escape: "backslash" }),
    ...(said.skipInitialSpace === true && { padding: true }),
  };
}

/** A header is believed where it is said; the line of the first row of headings, too. */
function headerOf(said: Json): Given["header"] {
  if (said.header === false) return { rows: 0 };
  const rows = (listOf(said.headerRows) ?? []).filter((row) => typeof row === "number");
  const [line] = rows;
  return line === undefined ? undefined : { line, rows: rows.length };
}

const words: readonly ColumnType[] = ["identifier", "category", "text"];

/** What a type of the Table Schema is here; one that is not listed is any words. */
const typed: {
  readonly [type: string]: (field: Json) => Pick<GivenColumn, "type" | "order" | "decimal">;
} = {
  integer: (field) => ({ type: "number", decimal: decimalOf(field) }),
  number: (field) => ({ type: "number", decimal: decimalOf(field) }),
  year: () => ({ type: "year" }),
  yearmonth: () => ({ type: "date" }),
  date: (field) => ({ type: "date", ...orderOf(field) }),
  datetime: (field) => ({ type: "date", ...orderOf(field) }),
  boolean: () => ({ type: "boolean" }),
};

/** What a string is by what it is for, where a package written here says so. */
const byRole: ReadonlyMap<string, GivenColumn> = new Map([
  ["identifier", { type: "identifier" }],
  ["dimension", { among: ["category", "text"] }],
  ["period", { type: "date" }],
  ["text", { type: "text" }],
]);

/** What a column is for, in the words of the published schema. */
const roles: ReadonlyMap<string, ColumnRole> = new Map([
  ["estimate", "measure"],
  ["dimension", "dimension"],
  ["period", "dimension"],
  ["identifier", "identifier"],
  ["text", "note"],
]);

function columnOf(field: Json, missing: readonly string[] | undefined): GivenColumn {
  const role = roles.get(textOf(field.role)[0] ?? "");
  const [unit] = textOf(field.unit);
  return {
    ...kindOf(field),
    ...(role && { role }),
    ...(unit && { unit }),
    ...(missing && { missing }),
  };
}

function kindOf(field: Json): GivenColumn {
  const [type = "any"] = textOf(field.type);
  if (Object.hasOwn(typed, type)) return typed[type]?.(field) ?? {};
  if (type === "any") return {};
  const constraints = isObject(field.constraints) ? field.constraints : {};
  if (listOf(field.categories) || listOf(constraints.enum)) return { type: "category" };
  return byRole.get(textOf(field.role)[0] ?? "") ?? { among: words };
}

function decimalOf({ decimalChar }: Json): Decimal {
  return decimalChar === "," ? "," : ".";
}

/** Whether a pattern such as %d/%m/%Y has the day or the month first. */
function orderOf({ format }: Json): Pick<GivenColumn, "order"> {
  const [pattern = ""] = textOf(format);
  const [day, month] = [pattern.indexOf("%d"), pattern.indexOf("%m")];
  if (day < 0 || month < 0) return {};
  return { order: day < month ? "day first" : "month first" };
}

/** Missing values are texts, or, since version 2, texts with a label. */
function missingOf(said: unknown): readonly string[] | undefined {
  return listOf(said)?.flatMap((each) => textOf(isObject(each) ? each.value : each));
}

/** A part of a descriptor that stands in it, or in a file of its own. */
function resolve(part: unknown, fileAt: (path: string) => string | null): Json | null {
  if (isObject(part)) return part;
  const [path] = textOf(part);
  const text = path === undefined ? null : fileAt(path);
  return text === null ? null : parseObject(text);
}

function parseObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

function textOf(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : [];
}
