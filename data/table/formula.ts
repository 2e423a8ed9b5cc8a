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

/** A text that is wholly a number with its sign, as "-5.00" or "+5 %", or wholly signs that need something after them. */
const computesNothing = /^(?:[+-]\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)? ?%?|[+-]+|[=@])$/;

/**
 * True of text that a spreadsheet could run as a formula: it starts with such a sign, at once, after
 * spaces of any kind, or after what a program may take for the end of a cell or line. A number is no
 * formula, nor is a sign alone.
 */
export function runsAsFormula(text: string): boolean {
  return !computesNothing.test(text) && (first.test(text) || text.search(later) >= 0);
}

/** Text that no spreadsheet runs: an apostrophe before each part that would, and nothing else changed. */
export function neutralize(text: string): string {
  if (!runsAsFormula(text)) return text;
  return (first.test(text) ? "'" : "") + text.replace(later, "$1'");
}
