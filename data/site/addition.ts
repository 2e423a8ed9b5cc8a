import "server-only";
import { basename, join } from "node:path";
import type { Resource, Schema } from "../table/descriptor";
import { isSheet } from "../table/is-sheet.mjs";
import { type Problem, ProblemsError, quote } from "../table/problem";
import { type CsvRecord, readRecords } from "../table/records";
import { type Catalog, parseCatalog } from "./catalog";
import { type GivenFile, type GivenTable, readGiven } from "./given-table";

/** A row to add: its cells by field, and where it stands in which file. */
interface NewRow {
  readonly cells: { readonly [field: string]: string };
  readonly table: GivenTable;
  readonly line: number;
  readonly resource: Resource;
}

/** What is added to the package, and what of it is in its way. */
export interface Addition {
  /** The files of the package that change, with their new texts. */
  readonly files: { readonly [file: string]: string };
  readonly rows: readonly { readonly resource: string; readonly cells: NewRow["cells"] }[];
  /** Rows that the package holds already, cell by cell. */
  readonly known: number;
  readonly problems: readonly Problem[];
}

/**
 * Files with rows of figures, documents, events or measures → the package with them, checked by every
 * rule. The columns may stand in any order. A figure goes to `sheet`, else to the sheet that its row or
 * its file names, else to the one that holds figures of its measure. With a problem nothing is to be written.
 */
export function addToPackage(
  catalog: Catalog,
  given: readonly GivenFile[],
  { folder = join("data", "package"), sheet = "" } = {},
): Addition {
  const { tables, problems } = readGiven(given);
  const sort: Sorting = { catalog, sheet, measures: measuresIn(catalog, tables) };
  const sorted = tables.map((table) => sortRows(table, sort));
  const rows = sorted.flatMap(({ rows }) => rows);
  const early = [...problems, ...sorted.flatMap((each) => each.problems)];
  const held = rows.map((row) => ({ row, ...findHeld(catalog, row) }));
  const added = held.filter(({ isKnown, problem }) => !isKnown && !problem).map(({ row }) => row);
  const changed = held.flatMap(({ problem }) => problem ?? []);
  const merged = mergeRows(catalog, added);
  return {
    files: merged.files,
    rows: added.map(({ resource, cells }) => ({ resource: resource.name, cells })),
    known: rows.length - added.length,
    problems: [...early, ...changed, ...checkMerged(catalog, merged, folder)].toSorted(
      (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
    ),
  };
}

/** What decides on the sheet of a figure. */
interface Sorting {
  readonly catalog: Catalog;
  /** That of all figures; "" where each has its own. */
  readonly sheet: string;
  readonly measures: ReadonlySet<string>;
}

/** The measures of the package and those that are given. */
function measuresIn(catalog: Catalog, tables: readonly GivenTable[]): ReadonlySet<string> {
  const own = catalog.tables.measures?.rows.map(({ id }) => String(id)) ?? [];
  const given = tables
    .filter((table) => resourceOf(catalog, table)?.name === "measures")
    .flatMap((table) => table.rows.map((record) => cellsOf(table, record).id ?? ""));
  return new Set([...own, ...given]);
}

/** Each row of a given table with the table of the package that it belongs to. */
function sortRows(table: GivenTable, sort: Sorting) {
  const { catalog } = sort;
  const { file, header } = table;
  const resources = resourceOf(catalog, table);
  if (!resources) {
    const expected = "the fields of figures, documents, events or measures";
    const found = header.cells.join(", ");
    return { rows: [], problems: [{ file, line: header.line, column: 0, expected, found }] };
  }
  const wrong = checkHeader(table, schemaOf(catalog, resources));
  if (wrong.length > 0) return { rows: [], problems: wrong };
  const results = table.rows.map((record) => {
    const cells = cellsOf(table, record);
    const place = { file, line: record.line };
    if (record.cells.length > header.cells.length) {
      const expected = `${header.cells.length} cells`;
      return { problem: { ...place, column: 0, expected, found: `${record.cells.length}` } };
    }
    const resource = isSheet(resources)
      ? sheetOf(table, cells, resources, sort)
      : ({ found: resources } as Found);
    const { found, expected, said = "" } = resource;
    // Without a sheet of its own it is held against the rules all the same.
    const row = { cells, table, line: record.line, resource: found };
    if (expected === undefined) return { row };
    const field = said === cells.sheet ? "sheet" : "measure";
    const column = header.cells.indexOf(field) + 1;
    return { row, problem: { ...place, column, field, expected, found: quote(said) } };
  });
  return {
    rows: results.flatMap(({ row }) => row ?? []),
    problems: results.flatMap(({ problem }) => problem ?? []),
  };
}

function cellsOf({ header }: GivenTable, { cells }: CsvRecord): NewRow["cells"] {
  return Object.fromEntries(header.cells.map((name, index) => [name, cells[index] ?? ""]));
}

/** The table of a given file: by its name, else by its fields. Of figures any sheet stands for all. */
function resourceOf({ descriptor }: Catalog, { file, header }: GivenTable): Resource | null {
  const { resources } = descriptor;
  const named = resources.find(({ path }) => path === basename(file));
  if (named) return named;
  if (header.cells.includes("as_printed")) return resources.find(isSheet) ?? null;
  const fits = ({ schema }: Resource) =>
    typeof schema !== "string" &&
    schema.fields
      .filter(({ constraints }) => constraints?.required)
      .every(({ name }) => header.cells.includes(name));
  return resources.find((resource) => !isSheet(resource) && fits(resource)) ?? null;
}

function schemaOf({ figureSchema }: Catalog, { schema }: Resource): Schema {
  return typeof schema === "string" ? figureSchema : schema;
}

function checkHeader({ file, header }: GivenTable, { fields }: Schema): readonly Problem[] {
  const own = new Set([...fields.map(({ name }) => name), "sheet"]);
  const { line, cells } = header;
  const unknown = cells.flatMap((name, index): Problem[] => {
    const isTwice = cells.indexOf(name) < index;
    if (own.has(name) && !isTwice) return [];
    const expected = isTwice ? `${name} once` : "a field of the codebook";
    return [{ file, line, column: index + 1, expected, found: quote(name) }];
  });
  const missing = fields
    .filter(({ name, constraints }) => constraints?.required && !cells.includes(name))
    .map(({ name }): Problem => {
      return { file, line, column: 0, field: name, expected: "a column", found: "none" };
    });
  return [...unknown, ...missing];
}

/** The sheet of a figure; where it is not known, what would tell it. */
interface Found {
  readonly found: Resource;
  readonly expected?: string;
  readonly said?: string;
}

/** The sheet of a figure; `any` where nothing tells it. */
function sheetOf(
  { file }: GivenTable,
  { sheet: own = "", measure = "" }: NewRow["cells"],
  any: Resource,
  { catalog: { descriptor, sheets }, sheet: asked, measures }: Sorting,
): Found {
  const all = descriptor.resources.filter(isSheet);
  const names = all.map(({ name }) => name).join(", ");
  const name = asked || own;
  const found = name
    ? all.find((each) => each.name === name)
    : all.find(({ path }) => path === basename(file));
  if (found) return { found };
  if (name) return { found: any, expected: `a sheet, one of ${names}`, said: name };
  const holding = sheets.filter(({ figures }) => figures.some((each) => each.measure === measure));
  const only =
    holding.length === 1 ? all.find((each) => each.name === holding[0]?.name) : undefined;
  // What is no measure at all is said by the check of references.
  if (only || !measures.has(measure)) return { found: only ?? any };
  const several = holding.map((each) => each.name).join(" and ");
  const why = several ? `of which ${several} hold figures` : "of which no sheet holds a figure yet";
  const expected = `--sheet with one of ${names}, for a measure ${why}`;
  return { found: any, expected, said: measure };
}

/** Whether the package holds a row of this id: the same one, or another, which only a person may replace. */
function findHeld(catalog: Catalog, { cells, resource, table, line }: NewRow) {
  const tables = isSheet(resource) ? catalog.descriptor.resources.filter(isSheet) : [resource];
  for (const { path } of tables) {
    const [header, ...records] = readRecords(catalog.files[path] ?? "", path).records;
    const fields = header?.cells ?? [];
    const at = fields.indexOf("id");
    const same = records.find((record) => record.cells[at] === cells.id);
    if (!same) continue;
    const other = fields.findIndex((name, index) => same.cells[index] !== (cells[name] ?? ""));
    if (other < 0) return { isKnown: true };
    const column = table.header.cells.indexOf("id") + 1;
    const expected = "an id that no row has; change a published row in its file, by hand";
    const found = `${cells.id} of ${path}:${same.line}, which differs in ${fields[other]}`;
    return {
      isKnown: false,
      problem: { file: table.file, line, column, field: "id", expected, found },
    };
  }
  return { isKnown: false };
}

interface Merged {
  readonly files: { readonly [file: string]: string };
  /** The rows that were added, by the file and the line that they have now. */
  readonly places: ReadonlyMap<string, NewRow>;
}

/** The rows behind those of their tables, as CSV like that around them. */
function mergeRows(catalog: Catalog, rows: readonly NewRow[]): Merged {
  const files: { [file: string]: string } = {};
  const places = new Map<string, NewRow>();
  for (const row of rows) {
    const { path } = row.resource;
    const text = files[path] ?? catalog.files[path] ?? "";
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const before = text.endsWith("\n") ? text : `${text}${newline}`;
    const fields = schemaOf(catalog, row.resource).fields;
    const line = fields.map(({ name }) => toCell(row.cells[name] ?? "")).join(",");
    places.set(`${path}:${before.split(/\r\n|\n|\r/).length}`, row);
    files[path] = `${before}${line}${newline}`;
  }
  return { files, places };
}

function toCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What the rules say of the package with the new rows; of these by the file and the line they were given in. */
function checkMerged(catalog: Catalog, { files, places }: Merged, folder: string): Problem[] {
  try {
    parseCatalog({ ...catalog.files, ...files }, folder);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map((problem) => {
      const row = places.get(`${basename(problem.file)}:${problem.line}`);
      if (!row) return problem;
      const { table, resource } = row;
      const field = problem.field ?? schemaOf(catalog, resource).fields[problem.column - 1]?.name;
      const column = field ? table.header.cells.indexOf(field) + 1 : 0;
      return { ...problem, file: table.file, line: row.line, column };
    });
  }
}
