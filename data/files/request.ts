import { quote } from "../table/problem";
import { formatQuery } from "../view/query";
import { toSlug } from "../view/slug";
import { withoutTracking } from "../view/tracking.mjs";

/** The formats in which a table can be downloaded. */
export const formats = {
  xlsx: { title: "Excel", extension: "xlsx" },
  shown: { title: "CSV as shown", extension: "csv" },
  csv: { title: "CSV for programs", extension: "csv" },
  excel: { title: "CSV for Excel", extension: "csv" },
  json: { title: "JSON", extension: "json" },
} as const;

/** Those that are offered; CSV for Excel stays at its address for those who have it. */
export const offeredFormats = ["xlsx", "shown", "csv", "json"] as const;

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
const keys: { readonly [key: string]: readonly string[] } = {
  _for: ["excel", "shown"],
  _rows: ["selected"],
};

/**
 * The last part of an address and its query → the file they ask for; null where the name is none of
 * a table. A bare address is the whole table, and any query but that of the format makes it a view.
 */
export function parseFile(
  file: string,
  query: URLSearchParams,
): FileRequest | { readonly problem: string } | null {
  const [, name, extension] = /^([a-z0-9-]+)\.(csv|json|xlsx)$/.exec(file) ?? [];
  if (!name || !extension) return null;
  const rest = withoutTracking(query);
  for (const [key, allowed] of Object.entries(keys)) {
    const found = rest.getAll(key).find((value) => !allowed.includes(value));
    if (found !== undefined)
      return { problem: `${key}: expected ${allowed.join(" or ")}, found ${quote(found)}` };
  }
  const [reader, isSelected] = [rest.get("_for"), rest.has("_rows")];
  for (const key of Object.keys(keys)) rest.delete(key);
  if (reader && extension !== "csv") return { problem: "_for: expected on a .csv only" };
  if (isSelected && !rest.has("_select") && !rest.has("_select!"))
    return { problem: "_rows: expected _select with it, to name what is selected" };
  return {
    name,
    format: (reader ?? extension) as Format,
    part: isSelected ? "selected" : isWhole(rest) ? "whole" : "view",
    query: rest,
  };
}

/** True of a query that asks for all of a table; its version may be named. */
function isWhole(query: URLSearchParams): boolean {
  return [...query.keys()].every((key) => key === "_version");
}

/** The part of a query that says which version of a table is meant. */
export function versionIn(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([key]) => key === "_version"));
}

/** The address of a file, from the root of the site; inverse of `parseFile`. */
export function formatFile({ name, format, part, query }: FileRequest): string {
  const said = [
    formatQuery(part === "whole" ? versionIn(query) : query),
    part === "view" && isWhole(query) ? "_repeats=fold" : "",
    part === "selected" ? "_rows=selected" : "",
    isForReader(format) ? `_for=${format}` : "",
  ];
  const all = said.filter(Boolean).join("&");
  return `/data/${name}.${formats[format].extension}${all && `?${all}`}`;
}

/** True of a format that has its extension in common with the CSV for programs. */
function isForReader(format: Format): boolean {
  return keys._for?.includes(format) ?? false;
}

/** The data package as one file, at the address where it stays. */
export function archiveName(workbook: string): string {
  return `${workbook}.zip`;
}

/** The whole workbook as a spreadsheet, at the address where it stays. */
export function workbookName(workbook: string): string {
  return `${workbook}.xlsx`;
}

/** The name under which a file is saved; it tells what is inside, and what a view left out. */
export function fileName(
  workbook: string,
  { name, format, part, query }: FileRequest,
  conditions = "",
): string {
  const view = part === "whole" ? [] : [part, toSlug(conditions)];
  const version = query.get("_version") ?? "";
  const words = [workbook, version, name, ...view, isForReader(format) ? format : ""];
  return `${words.filter(Boolean).join(".")}.${formats[format].extension}`;
}
