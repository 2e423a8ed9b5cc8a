import { toAsciiDigits } from "./digits";

/** Which sign parts a whole number from its fraction. */
export type Decimal = "." | ",";

/** How exactly a cell states its number, in the words of the published figures. */
export type Precision =
  | "exact"
  | "about"
  | "at least"
  | "more than"
  | "up to"
  | "fewer than"
  | "range";

/** A number as a cell states it: bounds and best as far as stated, its unit, and what is marked on it. */
export interface Quantity {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly precision: Precision;
  readonly unit: string;
  readonly mark: string;
}

/** The parts of a cell that states a number, before it is known which sign is the decimal one. */
export interface NumberParts {
  readonly precision: Precision;
  readonly first: string;
  readonly second: string | null;
  readonly unit: string;
  readonly mark: string;
}

const words: readonly [RegExp, Precision][] = [
  [/^(?:<=|≤|up to|at most|max\.?)\s*/i, "up to"],
  [/^(?:>=|≥|at least|min\.?)\s*/i, "at least"],
  [/^(?:<|under|below|fewer than|less than)\s*/i, "fewer than"],
  [/^(?:>|over|above|more than)\s*/i, "more than"],
  [/^(?:~|≈|∼|±|ca?\.?(?=[\s\d])|circa|about|approx(?:imately|\.)?|around|est\.?)\s*/i, "about"],
];

const currency =
  "USD|EUR|GBP|CHF|JPY|CNY|INR|PKR|AFN|IRR|RUB|TRY|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD|NZD|ZAR|BRL|AED|SAR|IQD|SYP|KZT|UZS|TJS|RMB|Rs\\.?";
const core = "\\d(?:[\\d.,'’\\u066B\\u066C]|[ \\u00A0\\u202F\\u2009](?=\\d{3}(?!\\d)))*";
const sign = "(?:[-+−–]\\s?)?";
const shape = new RegExp(
  `^(${sign})(\\p{Sc}|[A-Z]{0,2}\\p{Sc}|${currency})?\\s?(${sign})(${core}|[.,]\\d+)(?:\\s?(?:[-–—]|to)\\s?(${core}))?` +
    `(?:[eE]([-+]\\d+|\\d+))?(\\+)?\\s?(%|‰|\\p{Sc}|pp|${currency}|°[CF]?|[kcm]?m[²³]?|kg|g|t|ha|km)?(\\.)?` +
    `\\s?([*†‡§¹²³]+|\\((?:e|est|p|r|b|prov|f)\\.?\\)|\\[\\w{1,3}\\]|(?<=\\s)[a-z])?$`,
  "u",
);

/** The parts of a cell that states a number; null where it does not. */
export function matchNumber(text: string): NumberParts | null {
  if (text.length > 80) return null;
  const plain = toAsciiDigits(text.trim())
    .replace(/^\((\p{Sc}?\s?\d[\d.,]*)\)$/u, "-$1")
    // Some accounting programs print the minus behind the number.
    .replace(/^(\d[\d.]*,\d+|\d[\d,]*\.\d+)-$/, "-$1");
  const word = words.find(([pattern]) => pattern.test(plain));
  const rest = word ? plain.replace(word[0], "") : plain;
  const match = shape.exec(rest);
  if (!match) return null;
  const [, before = "", money, between = "", digits = "", second, exponent, plus, unit, dot, mark] =
    match;
  if (dot !== undefined && unit === undefined) return null;
  const isRange = second !== undefined;
  if (exponent !== undefined && (isRange || (!/[.,]/.test(digits) && !/^[-+]/.test(exponent)))) {
    return null;
  }
  const isGuess = mark !== undefined && /^\((?:e|est)/.test(mark);
  const own = isRange ? "range" : plus ? "at least" : isGuess ? "about" : "exact";
  const minus = /[-−–]/.test(before + between) ? "-" : "";
  return {
    precision: word ? word[1] : own,
    first: minus + digits + (exponent === undefined ? "" : `e${exponent}`),
    second: second ?? null,
    unit: unit ?? money ?? "",
    mark: mark ?? "",
  };
}

/** A number in digits, with one sign for decimals and others for thousands; null where it is none. */
export function parseDigits(digits: string, decimal: Decimal): number | null {
  const [, minus = "", body = "", exponent = ""] = /^(-?)(.*?)(e[-+]?\d+)?$/.exec(digits) ?? [];
  const known = body.replaceAll("\u066C", "").replace("\u066B", decimal);
  const single = joinSpaced(known);
  if (single === null) return null;
  const other = decimal === "." ? "," : ".";
  const [whole = "", fraction, ...more] = single.split(decimal);
  if (more.length > 0 || fraction?.includes(other)) return null;
  if (whole.includes(other) && !isGrouped(whole.split(other))) return null;
  const plain = whole.replaceAll(other, "");
  if (plain === "" && !fraction) return null;
  return Number(`${minus}${plain || "0"}.${fraction || "0"}${exponent}`);
}

/** Groups parted by spaces or apostrophes, joined; null where they are not groups of three. */
function joinSpaced(digits: string): string | null {
  if (!/[ \u00A0\u202F\u2009'’]/.test(digits)) return digits;
  const isSound = /^\d{1,3}(?:[ \u00A0\u202F\u2009'’]\d{3})+(?:[.,]\d*)?$/.test(digits);
  return isSound ? digits.replace(/[ \u00A0\u202F\u2009'’]/g, "") : null;
}

/** 1,234,567 or 12,34,567: groups of three, or of two before the last three. */
function isGrouped([first = "", ...groups]: readonly string[]): boolean {
  if (first.length < 1 || first.length > 3) return false;
  const isThrees = groups.every((group) => group.length === 3);
  const isLakh = groups.at(-1)?.length === 3 && groups.slice(0, -1).every((g) => g.length === 2);
  return isThrees || (isLakh && first.length < 3);
}

const bounds: Readonly<Record<Precision, (first: number, second: number | null) => Bounds>> = {
  exact: (first) => ({ low: first, best: first, high: first }),
  about: (first, second) => ({ low: second && first, best: second ? null : first, high: second }),
  "at least": (first) => ({ low: first, best: null, high: null }),
  "more than": (first) => ({ low: first, best: null, high: null }),
  "up to": (first) => ({ low: null, best: null, high: first }),
  "fewer than": (first) => ({ low: null, best: null, high: first }),
  range: (first, second) => ({ low: first, best: null, high: second }),
};

type Bounds = Pick<Quantity, "low" | "best" | "high">;

/** A cell → the number it states, once the decimal sign is known; null where it states none. */
export function castNumber(text: string, decimal: Decimal): Quantity | null {
  const parts = matchNumber(text);
  if (!parts) return null;
  const first = parseDigits(parts.first, decimal);
  const second = parts.second === null ? null : parseDigits(parts.second, decimal);
  if (first === null || (parts.second !== null && (second === null || second < first))) return null;
  const { precision, unit, mark } = parts;
  return { ...bounds[precision](first, second), precision, unit, mark };
}
