import { type Figure, isFigure } from "../figure/figure";
import { formatCell, formatEstimate } from "../figure/format";
import type { Names } from "../figure/names";
import { orderUnits } from "../figure/unit";
import type { Row } from "../table/table";
import type { Column } from "../view/column";
import { escapeHtml } from "./html";
import { toSpreadsheetText } from "./spreadsheet-text";

type Cells = readonly (readonly string[])[];

/**
 * Cells as they are copied: dates and ids as people read them, an exact number raw (353, not "1,100")
 * so that it stays a number, and a number with its sign as text, so that "≥ 17" never becomes 17. Text
 * that a spreadsheet would run or rewrite is kept from that: "'+325% on 2020", "in Aug 2021".
 */
export function toCells(
  rows: readonly Row[],
  columns: readonly Column[],
  names: Names,
  withHeaders: boolean,
): Cells {
  const head = withHeaders ? [columns.map(({ title }) => toSpreadsheetText(title))] : [];
  return [...head, ...rows.map((row) => columns.map(({ name }) => copied(row, name, names)))];
}

function copied(row: Row, column: string, names: Names): string {
  if (column === "value" && isFigure(row)) return copiedValue(row);
  const value = row[column];
  if (typeof value === "number") return String(value);
  const text = formatCell(row, column, names);
  return text === "–" ? "" : toSpreadsheetText(text);
}

/** An exact amount raw; a position as it reads, since 2 places would be another thing than the 2nd. */
function copiedValue(figure: Figure): string {
  const isAmount = figure.precision === "exact" && !orderUnits.includes(figure.unit);
  return isAmount ? String(figure.best) : toSpreadsheetText(formatEstimate(figure));
}

/**
 * Cells as tab-separated text; tabs and line breaks inside a cell become spaces. An empty cell alone is
 * a blank line, as browsers put no empty text on the clipboard.
 */
export function toTsv(cells: Cells): string {
  const text = cells
    .map((row) =>
      row.map((cell) => cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, " ")).join("\t"),
    )
    .join("\n");
  return text || "\n";
}

/**
 * Cells as an HTML table, which spreadsheets prefer to text when pasted. No cell has a style that says it
 * is text: a browser applies the page's policy to what it puts on the clipboard, and refuses one.
 */
export function toHtmlTable(cells: Cells): string {
  const cell = (text: string) => `<td>${escapeHtml(text)}</td>`;
  return `<table>${cells.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}
