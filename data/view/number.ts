import { type Parsed, quote } from "../table/problem";
import { foldShort } from "./fold";

const halves: { readonly [sign: string]: number } = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/** The ways in which people of different countries write a number, each with how it is made plain. */
const forms: readonly (readonly [RegExp, (text: string) => string])[] = [
  // 1000, 33.3
  [/^\d+(\.\d+)?$/, (text) => text],
  // 1,000 and 1,000.5, and 1,00,000 of South Asia
  [/^[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d+)?$/, (text) => text.replaceAll(",", "")],
  // 1 000,5, 1’000.5 and 1٬000٫5; a space may be any
  [
    /^[1-9]\d{0,2}([ '٬])\d{3}(\1\d{3})*([.,٫]\d+)?$/,
    (text) => text.replace(/[ '٬]/g, "").replace(/[,٫]/, "."),
  ],
  // 1.000.000 and 1.000,5
  [/^[1-9]\d{0,2}(\.\d{3})+(\.\d{3}|,\d+)$/, (text) => text.replaceAll(".", "").replace(",", ".")],
  // 33,3, and half a number without its 0
  [/^\d*[.,،٫]\d+$/, (text) => text.replace(/[,،٫]/, ".")],
];

/**
 * A number as it is typed anywhere → the number, or why it is none. The page is in English: "1,000" is
 * a thousand and "33,3" can only be 33.3. "1.000" would be 1 here and a thousand to many readers, so
 * it is asked about; "1.125" is what we write ourselves.
 */
export function parseNumber(typed: string): Parsed<number> {
  const [, whole, half = ""] = /^\s*(\d*) ?([½¼¾])\s*$/.exec(typed) ?? [];
  if (half) return Number(whole) + (halves[half] ?? 0);
  const [, sign = "", text = ""] = /^([-+]?) ?(.*?)( ?[%٪])?$/.exec(foldShort(typed)) ?? [];
  if (/^[1-9]\d{0,2}\.\d\d0$/.test(text)) return { problem: whichOf(typed, text) };
  const [form, toPlain] = forms.find(([form]) => form.test(text)) ?? [];
  const number = form && toPlain ? Number(toPlain(text)) : Number.NaN;
  if (!Number.isFinite(number))
    return { problem: `expected a number such as 1000 or 33.3, found ${quote(typed)}` };
  return sign === "-" && number !== 0 ? -number : number;
}

function whichOf(typed: string, text: string): string {
  const [one, thousand] = [Number(text), text.replace(".", "")];
  return `${quote(typed)} may be ${one} or ${thousand}: expected one of these`;
}

/** A number in digits alone, without an exponent or separators, so that it reads back as it is. */
export function formatPlain(number: number): string {
  const [, sign = "", whole = "", decimals = "", power] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(number)) ?? [];
  if (power === undefined) return String(number);
  const digits = whole + decimals;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}
