import { neutralize } from "../table/formula";

/** A month in words, "Aug 2021", which spreadsheets take for its first day. */
const monthInWords = /^\p{Lu}\p{Ll}{2} \d{4}$/u;

/** A month as ISO 8601 writes it, which Excel takes for its first day. */
const isoMonth = /^\d{4}-\d{2}$/;

/**
 * Text that a spreadsheet neither runs nor rewrites when it opens or pastes it: "in Aug 2021" for a
 * month in words, an apostrophe before "2021-08" and before what would run as a formula.
 */
export function toSpreadsheetText(text: string): string {
  if (monthInWords.test(text)) return `in ${text}`;
  return isoMonth.test(text) ? `'${text}` : neutralize(text);
}
