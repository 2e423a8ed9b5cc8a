/** Rows → CSV as RFC 4180 has it, with LF: cells as printed, quoted where they must be. */
export function formatCsv(names: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [formatRow(names)];
  for (const row of rows) lines.push(formatRow(row));
  return `${lines.join("\n")}\n`;
}

/** A row as a line of CSV, without its end. */
export function formatRow(cells: readonly string[]): string {
  // A single empty cell would be a blank line, which readers skip.
  if (cells.length === 1 && cells[0] === "") return '""';
  return cells.map(formatCell).join(",");
}

function formatCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
