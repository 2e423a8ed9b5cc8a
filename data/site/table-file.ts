import "server-only";
import { arrange, parseOrder } from "../facts/disagreement";
import type { Names } from "../figure/names";
import { toArchive } from "../files/archive";
import { toCsv, toExcelCsv, toJson, toShownCsv } from "../files/export";
import { readableColumns } from "../files/readable";
import { toReadme } from "../files/readme";
import { archiveName, type FileRequest, type Format, fileName, parseFile } from "../files/request";
import { showTable } from "../sheet/show";
import type { Field, Schema } from "../table/descriptor";
import type { Row, Table } from "../table/table";
import { fieldsOfColumn } from "../view/column";
import { applyCountingRule, everyStatement } from "../view/counting-rule";
import { describeConditions, describeRule, describeView, plural } from "../view/describe";
import { parseView } from "../view/view";
import type { Catalog } from "./catalog";
import { changesOf } from "./changes";
import { allFigures, disagreementsOf, namesOf, sheetOf } from "./sheets";
import { versionNames } from "./versions";

/** An answer to a request for a file, before it has anything of HTTP but its status. */
export interface TableFile {
  readonly status: 200 | 400 | 404;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Under which name a browser saves it; null where there is nothing to save. */
  readonly name: string | null;
  /** A browser shows it rather than save it. */
  readonly isShown?: true;
  /** It never changes: the file of a version that is published. */
  readonly isForGood?: true;
}

/** What stands in a file of a table. */
export interface Content {
  readonly rows: readonly Row[];
  /** What all its rows have, and which fields a file for programs holds. */
  readonly schema: Schema;
  readonly fields: readonly string[];
  /** The columns that a reader chose. */
  readonly chosen: readonly string[];
  /** How many rows, by which filters and which rule, in words. */
  readonly says: string;
  /** What the view leaves out, in words. */
  readonly conditions?: string;
}

type Refused = { readonly problem: string };

const csv = "text/csv; charset=utf-8";
const json = "application/json; charset=utf-8";
const text = "text/plain; charset=utf-8";

/** The formats that are text; a spreadsheet is made in `spreadsheet.ts`. */
type TextFormat = Exclude<Format, "xlsx">;

type Write = (content: Content, names: Names) => string;

const writers: { readonly [format in TextFormat]: { type: string; write: Write } } = {
  csv: { type: csv, write: ({ rows, fields }) => toCsv(rows, fields) },
  excel: { type: csv, write: ({ rows, fields }) => toExcelCsv(rows, fields) },
  shown: {
    type: csv,
    write: ({ rows, schema, chosen }, names) =>
      toShownCsv(rows, readableColumns(schema, names, chosen)),
  },
  json: { type: json, write: ({ rows, fields }) => toJson(rows, fields) },
};

/**
 * The file of an address: a table whole, as its view or as what is selected in it; a descriptor as it
 * is; or the whole package. A query that cannot be meant gives 400 and a line that says what can.
 */
export function fileOf(catalog: Catalog, file: string, query: URLSearchParams): TableFile {
  if (file === archiveName(catalog.descriptor.name))
    return { status: 200, type: "application/zip", body: archiveOf(catalog), name: file };
  if (file.endsWith(".json") && Object.hasOwn(catalog.files, file))
    return { status: 200, type: json, body: catalog.files[file] ?? "", name: file, isShown: true };
  const request = parseFile(file, query);
  if (!request) return nothing;
  if ("problem" in request) return refusal(request);
  const { format } = request;
  if (format === "xlsx") return nothing;
  const content = contentOf(catalog, request);
  if (!content) return nothing;
  if ("problem" in content) return refusal(content);
  const name = fileName(catalog.descriptor.name, request, content.conditions);
  const { type, write } = writers[format];
  const body = write(content, namesOf(catalog));
  return { status: 200, type, body, name };
}

export const nothing: TableFile = { status: 404, type: text, body: "No such file.\n", name: null };

/** An answer that says what is wrong with a request. */
export function refusal({ problem }: Refused): TableFile {
  return { status: 400, type: text, body: `${problem}\n`, name: null };
}

/** The rows and fields that a file holds; null where there is no such table. */
export function contentOf(catalog: Catalog, request: FileRequest): Content | Refused | null {
  if (request.name === "disagreements") return statementsOf(catalog, request);
  const table = tableOf(catalog, request.name);
  return table && viewOf(catalog, table, request);
}

function viewOf(catalog: Catalog, table: Table, { part, query }: FileRequest): Content | Refused {
  const { schema } = table;
  const fields = fieldsOf(table);
  if (part === "whole")
    return { rows: table.rows, schema, fields, chosen: [], says: plural(table.rows.length, "row") };
  const names = namesOf(catalog);
  const { view, problems } = parseView(query, {
    ...table,
    documents: Object.keys(names.documents),
    versions: versionNames(),
  });
  if (problems.length > 0) return { problem: problems.join("\n") };
  const { derived, selectedRows, columns, summary } = showTable(table, names)(view);
  const says = describeView(view, summary, columns, names);
  return {
    conditions: describeConditions({ ...view, mute: [] }, columns, names).join("; "),
    rows: part === "selected" ? selectedRows : derived.rows,
    schema,
    fields: chooseFields(view.columns, fields),
    chosen: view.columns,
    says: part === "selected" ? `${plural(selectedRows.length, "selected row")} of ${says}` : says,
  };
}

/**
 * The fields of the columns that a reader chose, those of which a column is made included; what is
 * computed for the screen is none. Every field where no column was chosen.
 */
export function chooseFields(
  columns: readonly string[],
  fields: readonly string[],
): readonly string[] {
  const known = [...new Set(columns.flatMap(fieldsOfColumn))].filter((field) =>
    fields.includes(field),
  );
  return known.length > 0 ? known : fields;
}

const verdict: Field = {
  name: "verdict",
  title: "Verdict",
  description: "Whether what documents state of the fact can be true together.",
  type: "string",
  role: "dimension",
};

const counts: Field = {
  name: "counted",
  title: "Kept by the rule",
  description: "Whether the rule for where sources differ keeps the statement.",
  type: "string",
  role: "dimension",
};

/** The statements that the page of disagreements shows, in its order, each with the verdict on its fact. */
function statementsOf(catalog: Catalog, { part, query }: FileRequest): Content | Refused {
  const names = namesOf(catalog);
  const { order, count, problems } = parseOrder(query, Object.keys(names.documents));
  if (problems.length > 0) return { problem: problems.join("\n") };
  const { schema, figures } = allFigures(catalog);
  const all = disagreementsOf(catalog);
  const kept = new Set<Row>(applyCountingRule(figures, count, names.published));
  const counted = (figure: Row): Row => ({ counted: kept.has(figure) ? "yes" : "no" });
  const isChosen = count !== everyStatement;
  const rows = (part === "whole" ? all : arrange(all, order)).flatMap(({ verdict, statements }) =>
    statements.map((figure): Row => ({ verdict, ...(isChosen ? counted(figure) : {}), ...figure })),
  );
  const own = [verdict, ...(isChosen ? [counts] : [])];
  const whole = { ...schema, fields: [...own, ...schema.fields] };
  return {
    rows,
    schema: whole,
    fields: fieldsOf({ schema: whole }),
    chosen: [],
    says: [plural(rows.length, "statement"), ...describeRule(count, names)].join("; "),
  };
}

/** A published table by the name of its resource, or by that of its file; null where there is none. */
export function tableOf(catalog: Catalog, name: string): Table | null {
  const { descriptor, tables } = catalog;
  const resource =
    descriptor.resources.find((each) => each.name === name) ??
    descriptor.resources.find(({ path }) => path === `${name}.csv`);
  if (name === "changes") return changesOf();
  const sheet = sheetOf(catalog, resource?.name ?? name);
  if (sheet) return { schema: sheet.schema, rows: sheet.figures };
  return (resource && tables[resource.name]) ?? null;
}

function fieldsOf({ schema }: Pick<Table, "schema">): readonly string[] {
  return schema.fields.map(({ name }) => name);
}

const archives = new WeakMap<Catalog, Uint8Array<ArrayBuffer>>();

/** The data package as one file, made once. */
function archiveOf(catalog: Catalog): Uint8Array<ArrayBuffer> {
  const { created } = catalog.descriptor;
  const archive = archives.get(catalog) ?? toArchive(packageFiles(catalog), created);
  archives.set(catalog, archive);
  return archive;
}

/** Every file of the data package by its path; a table has the same bytes as at its own address. */
export function packageFiles(catalog: Catalog): { readonly [path: string]: string } {
  const { descriptor, files } = catalog;
  const descriptors = Object.entries(files).filter(([path]) => path.endsWith(".json"));
  const tables = descriptor.resources.map(({ name, path }) => {
    const table = tableOf(catalog, name);
    return [path, table ? toCsv(table.rows, fieldsOf(table)) : ""];
  });
  return Object.fromEntries([["README.md", toReadme(descriptor)], ...descriptors, ...tables]);
}
