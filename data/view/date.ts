import { isPartialDate } from "../table/period";
import { type Parsed, quote } from "../table/problem";
import { foldShort } from "./fold";

const months = [
  ..."january february march april may june july august september october november december".split(
    " ",
  ),
];

type Parts = readonly [year?: string, month?: string, day?: string];

/** The ways in which people write a date, each with its year, month and day; a month may be a word. */
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => Parts])[] = [
  // 2021, 2021-08, 2021/8/26, 2021.08.26
  [/^(\d{4})(?:([-/. ])(\d{1,2})(?:\2(\d{1,2}))?)?$/, ([year, , month, day]) => [year, month, day]],
  // 08/2021
  [/^(\d{1,2})[-/. ](\d{4})$/, ([month, year]) => [year, month]],
  // 26.08.2021: with points the day comes first
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, ([day, month, year]) => [year, month, day]],
  // Aug 2021
  [/^([a-z]{3,9})\.?,?[- ](\d{4})$/, ([month, year]) => [year, month]],
  // 26 August 2021, 26th of August, 2021
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[- ](?:of )?([a-z]{3,9})\.?,?[- ](\d{4})$/,
    ([day, month, year]) => [year, month, day],
  ],
  // August 26, 2021
  [
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    ([month, day, year]) => [year, month, day],
  ],
  // 2021 Aug 26
  [/^(\d{4}),?[- ]([a-z]{3,9})\.?(?:[- ](\d{1,2}))?$/, ([year, month, day]) => [year, month, day]],
];

/**
 * A date as people type it → ISO 8601 at its precision, or why it is none. "04/05/2021" is a day in May
 * here and in April there, so it is asked about.
 */
export function parseDate(typed: string): Parsed<string> {
  const text = foldShort(typed);
  const [, a = "", b = "", year = ""] = /^(\d{1,2})[-/ ](\d{1,2})[-/ ](\d{4})$/.exec(text) ?? [];
  if (year && Number(a) <= 12 && Number(b) <= 12 && a !== b)
    return { problem: whichOf(typed, a, b, year) };
  if (year) return toDate(typed, Number(a) > 12 ? [year, b, a] : [year, a, b]);
  for (const [form, toParts] of forms) {
    const [, ...parts] = form.exec(text) ?? [];
    if (parts.length > 0) return toDate(typed, toParts(parts));
  }
  return notDate(typed);
}

function toDate(typed: string, [year = "", month, day]: Parts): Parsed<string> {
  const parts = [year, month && numberOf(month), day].filter((part) => part !== undefined);
  const date = parts.map((part) => part.padStart(2, "0")).join("-");
  return isPartialDate(date) ? date : notDate(typed);
}

/** "8", "aug" and "august" are 8; "sept" is 9. */
function numberOf(month: string): string {
  if (/^\d/.test(month)) return month;
  return String(months.findIndex((name) => name.startsWith(month)) + 1);
}

function notDate(typed: string): { problem: string } {
  const examples = "2021, 2021-08, Aug 2021 or 26 Aug 2021";
  return { problem: `expected a date that exists, such as ${examples}, found ${quote(typed)}` };
}

function whichOf(typed: string, a: string, b: string, year: string): string {
  const [one, other] = [toDate(typed, [year, b, a]), toDate(typed, [year, a, b])];
  return `${quote(typed)} may be ${one} or ${other}: expected one of these`;
}
