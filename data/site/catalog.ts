import "server-only";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFigures } from "../figure/check";
import { isFigure } from "../figure/figure";
import type { Sheet } from "../sheet/sheet";
import { checkFormulas, checkKeys, checkReferences, type Source } from "../table/check";
import {
  type Descriptor,
  parseDescriptor,
  parseSchema,
  type Resource,
  type Schema,
} from "../table/descriptor";
import { decode } from "../table/encoding";
import { isSheet } from "../table/is-sheet.mjs";
import type { Path } from "../table/json";
import { type Problem, ProblemsError } from "../table/problem";
import { parseTable, type Row, type Table } from "../table/table";
import { takenNames } from "./pages";

export interface Catalog {
  readonly descriptor: Descriptor;
  readonly figureSchema: Schema;
  readonly sheets: readonly Sheet[];
  /** The tables that figures refer to: documents, events, measures. */
  readonly tables: { readonly [resource: string]: Table };
  /** Every published file as its text, by name. */
  readonly files: { readonly [file: string]: string };
}

const root = join("data", "package");
let loaded: Catalog | undefined;

/** The data package, read and checked once a process. Throws all problems at once, a line each. */
export function loadCatalog(): Catalog {
  loaded ??= readCatalog(root);
  return loaded;
}

/** Reads and checks the data package in `folder`; the same throws as `loadCatalog`, no memory. */
export function readCatalog(folder: string): Catalog {
  return parseCatalog(readFiles(folder), folder);
}

/** Checks the texts of a data package, by name; problems name them as files of `folder`. Throws as `loadCatalog` does. */
export function parseCatalog(files: Catalog["files"], folder: string): Catalog {
  const path = (file: string) => join(folder, file);
  const text = (file: string) => files[file] ?? "";
  const descriptor = parseDescriptor(text("datapackage.json"), path("datapackage.json"));
  const schema = parseSchema(text("figure.schema.json"), path("figure.schema.json"));
  stopAt([...descriptor.problems, ...schema.problems]);
  if (!descriptor.value || !schema.value) throw new ProblemsError([]);
  const problemAt: At = (at, field, expected, found) => {
    return { file: path("datapackage.json"), ...descriptor.placeOf(at), field, expected, found };
  };
  stopAt(checkResources(descriptor.value, files, schema.value, problemAt));

  const figureSchema = schema.value;
  const sources = descriptor.value.resources.map((resource) => ({
    ...parseTable(text(resource.path), schemaOf(resource, figureSchema), path(resource.path)),
    file: path(resource.path),
    resource,
  }));
  const sheets = sources.filter(({ resource }) => isSheet(resource));
  const tables = Object.fromEntries(
    sources
      .filter(({ resource }) => !isSheet(resource))
      .map(({ resource, table }) => [resource.name, table]),
  );
  stopAt([
    ...sources.flatMap((source) => checkSource(source, tables)),
    ...checkFigures(sheets, tables.measures?.rows ?? []),
    ...sources.flatMap((source, index) => checkChart(source, index, problemAt)),
  ]);
  return {
    descriptor: descriptor.value,
    figureSchema,
    sheets: sheets.flatMap(({ resource, table }) => toSheet(resource, table.rows)),
    tables,
    files,
  };
}

/** A problem of the descriptor, at the place of a part of it. */
type At = (path: Path, field: string, expected: string, found: string) => Problem;

/** What one stage of reading finds ends it: what follows would only be said twice. */
function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

function readFiles(folder: string): { [file: string]: string } {
  const descriptors = ["datapackage.json", "figure.schema.json"];
  const names = list(folder).filter((name) => /\.(csv|json)$/.test(name));
  const files = [...new Set([...descriptors, ...names])].map((name) => ({
    name,
    ...readText(join(folder, name)),
  }));
  stopAt(files.flatMap(({ problems }) => problems));
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

/** What is in the place of a file that cannot be read, by error code. */
const obstacles: { readonly [code: string]: string } = {
  ENOENT: "none",
  EISDIR: "a folder",
  EACCES: "one that may not be read",
};

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function readText(file: string): { text: string; problems: readonly Problem[] } {
  try {
    return decode(readFileSync(file), file);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const found = obstacles[code] ?? code;
    return { text: "", problems: [{ file, line: 1, column: 0, expected: "a file", found }] };
  }
}

function schemaOf({ schema }: Resource, figureSchema: Schema): Schema {
  return typeof schema === "string" ? figureSchema : schema;
}

function checkSource(source: Source, tables: { [resource: string]: Table }): Problem[] {
  return [
    ...source.problems,
    ...checkFormulas(source),
    ...checkKeys(source),
    ...checkReferences(source, tables),
  ];
}

function checkResources(
  { resources }: Descriptor,
  files: object,
  figureSchema: Schema,
  problemAt: At,
): Problem[] {
  const names = resources.map(({ name }) => name);
  const schemas = new Map(resources.map((each) => [each.name, schemaOf(each, figureSchema)]));
  return resources.flatMap((resource, index) => {
    const { name, path } = resource;
    const problem = (part: string, expected: string, found: string) =>
      problemAt(["resources", index, part], `resources.${index}.${part}`, expected, found);
    const keys = schemaOf(resource, figureSchema).foreignKeys ?? [];
    return [
      ...(Object.hasOwn(files, path)
        ? []
        : [problem("path", "a file beside the descriptor", path)]),
      ...(names.indexOf(name) < index ? [problem("name", "a new name", name)] : []),
      ...(isSheet(resource) && takenNames.includes(name)
        ? [problem("name", "a name that is no address of the site", name)]
        : []),
      ...keys
        .filter(({ reference }) => !hasField(schemas.get(reference.resource), reference.fields[0]))
        .map(({ reference: { resource, fields } }) =>
          problem("schema", "a key of a field that there is", `${resource}.${fields[0]}`),
        ),
    ];
  });
}

function hasField(schema: Schema | undefined, field: string): boolean {
  return schema?.fields.some(({ name }) => name === field) ?? false;
}

function checkChart(
  { resource, table }: { resource: Resource; table: Table },
  index: number,
  problemAt: At,
): Problem[] {
  const { name, chart } = resource;
  const problem = (part: readonly string[], expected: string, found: string) =>
    problemAt(["resources", index, ...part], `${name}.chart`, expected, found);
  if (!isSheet(resource))
    return chart ? [problem(["chart"], "no chart but for a sheet", chart.kind)] : [];
  if (!chart) return [problem([], "a chart for a sheet", "none")];
  return (["measure", "beside"] as const).flatMap((part) => {
    const measure = chart[part];
    return measure === undefined || table.rows.some((row) => row.measure === measure)
      ? []
      : [problem(["chart", part], "a measure that the sheet holds", measure)];
  });
}

function toSheet({ name, title, description, chart }: Resource, rows: readonly Row[]): Sheet[] {
  return chart ? [{ name, title, description, chart, figures: rows.filter(isFigure) }] : [];
}
