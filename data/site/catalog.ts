import "server-only";
import { readdirSync, readFileSync } from "node:fs";
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
import { isSheet } from "../table/is-sheet.mjs";
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
  const problems: Problem[] = [];
  const files = readFiles(folder, problems);
  const path = (file: string) => join(folder, file);
  const text = (file: string) => files[file] ?? "";
  const descriptor = parseDescriptor(text("datapackage.json"), path("datapackage.json"));
  const schema = parseSchema(text("figure.schema.json"), path("figure.schema.json"));
  problems.push(...descriptor.problems, ...schema.problems);
  if (!descriptor.value || !schema.value) throw new ProblemsError(problems);

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
  problems.push(
    ...checkResources(descriptor.value, files, path("datapackage.json")),
    ...sources.flatMap((source) => checkSource(source, tables)),
    ...checkFigures(sheets, tables.measures?.rows ?? []),
    ...sources.flatMap(({ resource, table }) =>
      checkChart(resource, table.rows, path("datapackage.json")),
    ),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
  return {
    descriptor: descriptor.value,
    figureSchema,
    sheets: sheets.flatMap(({ resource, table }) => toSheet(resource, table.rows)),
    tables,
    files,
  };
}

function readFiles(folder: string, problems: Problem[]): { [file: string]: string } {
  const names = readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name));
  return Object.fromEntries(
    names.map((name) => {
      try {
        return [name, decode(readFileSync(join(folder, name)))];
      } catch {
        const file = join(folder, name);
        problems.push({ file, line: 1, column: 0, expected: "UTF-8", found: "other bytes" });
        return [name, ""];
      }
    }),
  );
}

/** Bytes → text; throws where they are not UTF-8, instead of writing a replacement character. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
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

function checkResources({ resources }: Descriptor, files: object, file: string): Problem[] {
  const names = resources.map(({ name }) => name);
  const problem = (field: string, expected: string, found: string): Problem => {
    return { file, line: 1, column: 0, field, expected, found };
  };
  return resources.flatMap((resource, index) => {
    const { name, path } = resource;
    const field = `resources.${index}`;
    return [
      ...(path in files ? [] : [problem(`${field}.path`, "a file beside the descriptor", path)]),
      ...(names.indexOf(name) < index ? [problem(`${field}.name`, "a new name", name)] : []),
      ...(isSheet(resource) && takenNames.includes(name)
        ? [problem(`${field}.name`, "a name that is no address of the site", name)]
        : []),
    ];
  });
}

function checkChart(resource: Resource, rows: readonly Row[], file: string): Problem[] {
  const { name, chart } = resource;
  const place = { file, line: 1, column: 0, field: `${name}.chart` };
  if (!isSheet(resource))
    return chart ? [{ ...place, expected: "no chart but for a sheet", found: chart.kind }] : [];
  if (!chart) return [{ ...place, expected: "a chart for a sheet", found: "none" }];
  return [chart.measure, chart.beside ?? chart.measure]
    .filter((name, index, names) => names.indexOf(name) === index)
    .filter((name) => rows.every(({ measure }) => measure !== name))
    .map((found) => ({ ...place, expected: "a measure that the sheet holds", found }));
}

function toSheet({ name, title, description, chart }: Resource, rows: readonly Row[]): Sheet[] {
  return chart ? [{ name, title, description, chart, figures: rows.filter(isFigure) }] : [];
}
