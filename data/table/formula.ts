/** A sign that makes a spreadsheet compute what follows, where a line of a cell starts with it. */
const start = /(^|\r\n|\r(?!\n)|(?<!\r)\n)(?=[\p{Zs}\p{Cf}]*[=+\-@\t\r\n＝＋－＠])/gu;

/**
 * True of text that a spreadsheet could run as a formula: it starts with such a sign, at once, after
 * spaces of any kind, or after a line break in the cell.
 */
export function runsAsFormula(text: string): boolean {
  return text.search(start) >= 0;
}

/** Text that no spreadsheet runs: an apostrophe before each line that would, and nothing else changed. */
export function neutralize(text: string): string {
  return text.replace(start, "$1'");
}
