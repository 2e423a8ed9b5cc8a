/** Signs that make a spreadsheet compute what follows, with those that compatibility makes of them, and whitespace that it skips. */
const signs = "=⁼₌﹦＝+⁺₊﬩﹢＋\\-﹣－@﹫＠\\t\\r\\n";

/** Spaces of any kind and signs that do not show; a spreadsheet may look past them. */
const runs = `[\\p{Zs}\\p{Cf}]*[${signs}]`;

const first = new RegExp(`^${runs}`, "u");

/**
 * What a program may take for the end of a cell or line: any control sign, the line ends of Unicode,
 * and the semicolon, which parts cells where the comma is a decimal sign.
 */
const later = new RegExp(`(\\r\\n|\\r(?!\\n)|(?!\\r)[\\p{Cc}\\p{Zl}\\p{Zp};；])(?=${runs})`, "gu");

/**
 * True of text that a spreadsheet could run as a formula: it starts with such a sign, at once, after
 * spaces of any kind, or after what a program may take for the end of a cell or line.
 */
export function runsAsFormula(text: string): boolean {
  return first.test(text) || text.search(later) >= 0;
}

/** Text that no spreadsheet runs: an apostrophe before each part that would, and nothing else changed. */
export function neutralize(text: string): string {
  return (first.test(text) ? "'" : "") + text.replace(later, "$1'");
}
