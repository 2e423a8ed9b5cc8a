import { allFigures, type Catalog, namesOf } from "./catalog";
import { derive } from "./derive";
import { toCsv } from "./export";
import type { Table } from "./table";
import { parseView } from "./view";

/** An answer to a request for a file, before it has anything of HTTP but its status. */
export interface Published {
  readonly status: 200 | 400 | 404;
  readonly type: string;
  readonly body: string;
  /** Under which name a browser saves it; null where it is shown. */
  readonly name: string | null;
}

const csv = "text/csv; charset=utf-8";
const json = "application/json; charset=utf-8";
const text = "text/plain; charset=utf-8";

/**
 * The file of an address: a table as CSV, whole where there is no query and else as its view; or a
 * descriptor as it is. A query that cannot be meant gives 400 and a line that says what is allowed.
 */
export function fileOf(catalog: Catalog, file: string, query: URLSearchParams): Published {
  if (file.endsWith(".json") && Object.hasOwn(catalog.files, file))
    return { status: 200, type: json, body: catalog.files[file] ?? "", name: null };
  const resource = file.replace(/\.csv$/, "");
  const table = file.endsWith(".csv") ? tableOf(catalog, resource) : undefined;
  if (!table) return { status: 404, type: text, body: "No such file.\n", name: null };
  const { view, problems } = parseView(query, table);
  if (problems[0]) return { status: 400, type: text, body: `${problems[0]}\n`, name: null };
  const isWhole = query.size === 0;
  const rows = isWhole ? table.rows : derive(table, view, namesOf(catalog)).rows;
  const fields = table.schema.fields.map((field) => field.name);
  const name = `${catalog.descriptor.name}.${resource}${isWhole ? "" : ".view"}.csv`;
  return { status: 200, type: csv, body: toCsv(rows, fields), name };
}

function tableOf(catalog: Catalog, name: string): Table | undefined {
  if (name === "figures") {
    const { schema, figures } = allFigures(catalog);
    return { schema, rows: figures };
  }
  const sheet = catalog.sheets.find((each) => each.name === name);
  if (sheet) return { schema: catalog.figureSchema, rows: sheet.figures };
  return Object.hasOwn(catalog.tables, name) ? catalog.tables[name] : undefined;
}
