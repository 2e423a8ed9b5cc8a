import { quote } from "../table/problem";
import { formatQuery } from "../view/query";
import { toSlug } from "../view/slug";
import { withoutTracking } from "../view/tracking.mjs";

/** The formats in which a table can be downloaded. */
export const formats = {
  csv: { title: "CSV", extension: "csv" },
  excel: { title: "CSV for Excel", extension: "csv" },
  json: { title: "JSON", extension: "json" },
} as const;

export type Format = keyof typeof formats;

/** How much of a table: all of it, what a view shows, or what is selected in the view. */
export type RowScope = "whole" | "view" | "selected";

/** A file that an address asks for. */
export interface FileRequest {
  readonly name: string;
  readonly format: Format;
  readonly part: RowScope;
  /** The query of the view, without the keys that belong to the file. */
  readonly query: URLSearchParams;
}

/** Keys of a query that say something of the file and nothing of the view, with what they may say. */
const keys: { readonly [key: string]: string } = { _for: "excel", _rows: "selected" };

/**
 * The last part of an address and its query → the file they ask for; null where the name is none of
 * a table. A bare address is the whole table, and any query but that of the format makes it a view.
 */
export function parseFile(
  file: string,
  query: URLSearchParams,
): FileRequest | { readonly problem: string } | null {
  const [, name, extension] = /^([a-z0-9-]+)\.(csv|json)$/.exec(file) ?? [];
  if (!name || !extension) return null;
  const rest = withoutTracking(query);
  for (const [key, allowed] of Object.entries(keys)) {
    const found = rest.getAll(key).find((value) => value !== allowed);
    if (found !== undefined)
      return { problem: `${key}: expected ${allowed}, found ${quote(found)}` };
  }
  const [isForExcel, isSelected] = [rest.has("_for"), rest.has("_rows")];
  for (const key of Object.keys(keys)) rest.delete(key);
  if (isForExcel && extension === "json") return { problem: "_for: expected on a .csv only" };
  if (isSelected && !rest.has("_select") && !rest.has("_select!"))
    return { problem: "_rows: expected _select with it, to name what is selected" };
  return {
    name,
    format: isForExcel ? "excel" : extension === "json" ? "json" : "csv",
    part: isSelected ? "selected" : rest.size > 0 ? "view" : "whole",
    query: rest,
  };
}

/** The address of a file, from the root of the site; inverse of `parseFile`. */
export function formatFile({ name, format, part, query }: FileRequest): string {
  const view = part === "whole" ? "" : formatQuery(query) || "_repeats=fold";
  const said = [
    view,
    part === "selected" ? "_rows=selected" : "",
    format === "excel" ? "_for=excel" : "",
  ];
  const all = said.filter(Boolean).join("&");
  return `/data/${name}.${formats[format].extension}${all && `?${all}`}`;
}

/** The data package as one file, at the address where it stays. */
export function archiveName(workbook: string): string {
  return `${workbook}.zip`;
}

/** The name under which a file is saved; it tells what is inside, and what a view left out. */
export function fileName(
  workbook: string,
  { name, format, part }: FileRequest,
  conditions = "",
): string {
  const view = part === "whole" ? [] : [part, toSlug(conditions)];
  const words = [workbook, name, ...view, format === "excel" ? "excel" : ""];
  return `${words.filter(Boolean).join(".")}.${formats[format].extension}`;
}
