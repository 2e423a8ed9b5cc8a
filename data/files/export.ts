import Papa from "papaparse";
import type { Row } from "../table/table";
import type { ReadableColumn } from "./readable";
import { toSpreadsheetText } from "./spreadsheet-text";

/**
 * Rows → CSV (RFC 4180, CRLF): a header of field names, raw numbers, an empty cell for a missing
 * value, nothing formatted. Reads back as the same rows.
 */
export function toCsv(rows: readonly Row[], fields: readonly string[]): string {
  // PapaParse ends the header of a table without rows by itself.
  if (rows.length === 0) return `${fields.join(",")}\r\n`;
  const data = rows.map((row) => fields.map((field) => row[field] ?? ""));
  // In a table of one column a missing value would be a blank line, which readers skip.
  const quotes = (value: unknown) => fields.length === 1 && value === "";
  return `${Papa.unparse({ fields: [...fields], data }, { newline: "\r\n", quotes })}\r\n`;
}

/**
 * Rows → CSV that Excel opens by a double click: with the mark that tells it UTF-8, and text kept that
 * it would run as a formula or turn into another date. Numbers stay numbers, negative ones too.
 */
export function toExcelCsv(rows: readonly Row[], fields: readonly string[]): string {
  const safe = rows.map((row) =>
    Object.fromEntries(
      fields.map((field) => {
        const value = row[field] ?? null;
        return [field, typeof value === "string" ? toSpreadsheetText(value) : value];
      }),
    ),
  );
  return `\uFEFF${toCsv(safe, fields)}`;
}

/**
 * Rows → CSV for people: titles of columns, names instead of ids, values and periods as they are read on
 * the page. It opens in Excel by a double click, as the one above does.
 */
export function toShownCsv(rows: readonly Row[], columns: readonly ReadableColumn[]): string {
  const fields = columns.map(({ title }) => toSpreadsheetText(title));
  const data = rows.map((row) => columns.map(({ toText }) => toSpreadsheetText(toText(row))));
  const text = Papa.unparse({ fields, data }, { newline: "\r\n" });
  return `\uFEFF${text.trimEnd()}\r\n`;
}

/** Rows → JSON: an array with a record on each line, numbers as numbers, a missing value as null. */
export function toJson(rows: readonly Row[], fields: readonly string[]): string {
  const records = rows.map((row) =>
    JSON.stringify(Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))),
  );
  return records.length > 0 ? `[\n${records.join(",\n")}\n]\n` : "[]\n";
}
