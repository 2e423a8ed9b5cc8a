import Papa from "papaparse";
import type { Row } from "./table";

/**
 * Rows → CSV (RFC 4180, CRLF): a header of field names, raw numbers, an empty cell for a missing
 * value, nothing formatted. Reads back as the same rows.
 */
export function toCsv(rows: readonly Row[], fields: readonly string[]): string {
  // PapaParse ends the header of a table without rows by itself.
  if (rows.length === 0) return `${fields.join(",")}\r\n`;
  const data = rows.map((row) => fields.map((field) => row[field] ?? ""));
  return `${Papa.unparse({ fields: [...fields], data }, { newline: "\r\n" })}\r\n`;
}
