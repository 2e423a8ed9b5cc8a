import type { Row } from "../table/table";
import type { Value } from "../table/value";
import { type Estimate, precisionOf } from "./estimate";
import { type Figure, type Precision, precisions } from "./figure";
import type { Names } from "./names";
import { formatPosition, measuredUnits, unitAfter } from "./unit";

/** Months by their short names, January first. */
export const months: readonly string[] = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(
  " ",
);

/** `2024-03-22` → "22 Mar 2024", `2024-03` → "Mar 2024", `2024` → "2024". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month && months[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

/** The days a figure speaks of: "2021", "3–28 Jan 2024", "as of Jun 2023"; "" where none is stated. */
export function formatPeriod({ start, end, as_of }: Row): string {
  if (typeof start === "string") return formatSpan(start, typeof end === "string" ? end : start);
  return typeof as_of === "string" ? `as of ${formatDate(as_of)}` : "";
}

/** Says the year, and the month, once where both ends share them. */
function formatSpan(start: string, end: string): string {
  if (start === end) return formatDate(start);
  const sameYear = start.length > 4 && end.length > 4 && start.slice(0, 4) === end.slice(0, 4);
  const sameMonth =
    start.length === 10 && end.length === 10 && start.slice(0, 7) === end.slice(0, 7);
  const [day = "", month = ""] = formatDate(start).split(" ");
  const from = sameMonth
    ? day
    : sameYear
      ? [day, month].slice(0, start.length === 10 ? 2 : 1).join(" ")
      : formatDate(start);
  return `${from}–${formatDate(end)}`;
}

const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** 1700 → "1,700"; at most one decimal, as no figure is stated with more. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** A precision as the sign before a number; a range needs none, its dash is the sign. */
export const glyphs: { readonly [precision in Precision]: string } = {
  exact: "",
  about: "≈",
  "at least": "≥",
  "more than": ">",
  "up to": "≤",
  "fewer than": "<",
  range: "",
  "about range": "≈",
  words: "",
};

const words: { readonly [precision in Precision]: string } = {
  exact: "",
  about: "about ",
  "at least": "at least ",
  "more than": "more than ",
  "up to": "up to ",
  "fewer than": "fewer than ",
  range: "",
  "about range": "about ",
  words: "",
};

type Stated = Pick<Figure, "low" | "best" | "high" | "precision" | "as_printed" | "unit">;

/** How a figure is known and by whom: "reported", "claimed by Taliban", "estimated, from unnamed estimates". */
export function describeBasis({ basis, claimant }: Pick<Figure, "basis" | "claimant">): string {
  if (!claimant) return basis;
  return /(?:reports|estimates)$/.test(claimant)
    ? `${basis}, from ${claimant}`
    : `${basis} by ${claimant}`;
}

/** The estimate as a cell shows it: "≈ 1,100", "4,000–6,000", "≥ 17", or the words as printed. */
export function formatEstimate(figure: Stated): string {
  if (figure.precision === "words") return `“${figure.as_printed}”`;
  const glyph = glyphs[figure.precision];
  return `${glyph}${glyph && " "}${numbersOf(figure, "–")}`;
}

/** The estimate as a sentence says it: "about 1,100", "4,000 to 6,000", "at least 17". */
export function describeEstimate(figure: Stated): string {
  if (figure.precision === "words") return `“${figure.as_printed}”`;
  return `${wordsBefore(figure.precision, figure.unit)}${numbersOf(figure, " to ")}`;
}

/** The same with what it counts: "about 1,100 people", "1 person", "40%", "21st". */
export function describeQuantity(figure: Stated): string {
  return [describeEstimate(figure), unitBehind(figure)].filter(Boolean).join(" ");
}

/** The estimate as a cell shows it, with what it counts: "≈ 1,100 people", "1 person", "40%", "21st". */
export function formatQuantity(figure: Stated): string {
  return [formatEstimate(figure), unitBehind(figure)].filter(Boolean).join(" ");
}

/** The unit that stands behind an estimate; "" where the number or the words say it themselves. */
export function unitBehind({ precision, low, best, high, unit }: Stated): string {
  return precision === "words" ? "" : unitAfter(high ?? best ?? low, unit);
}

/** What is measured is less than a number, what is counted fewer. */
function wordsBefore(precision: Precision, unit: string | null): string {
  return precision === "fewer than" && measuredUnits.includes(unit ?? "")
    ? "less than "
    : words[precision];
}

/** An estimate of a cell with its sign in words, for a sentence: "≥ 17" → "at least 17". */
export function saySign(text: string): string {
  const precision = precisions.find((each) => glyphs[each] && text.startsWith(`${glyphs[each]} `));
  return precision ? `${words[precision]}${text.slice(glyphs[precision].length + 1)}` : text;
}

function numbersOf({ low, best, high, precision, unit }: Stated, dash: string): string {
  const values = precision === "exact" ? [best] : [low, best, high];
  return joinNumbers(
    values.filter((value) => value !== null),
    dash,
    unit,
  );
}

/** Numbers as their unit writes them: "4–6", "20–50%", "21st", "rank 162". */
function joinNumbers(values: readonly number[], dash: string, unit: string | null): string {
  const format = (value: number) => formatPosition(value, unit) ?? formatNumber(value);
  return `${values.map(format).join(dash)}${unit === "percent" ? "%" : ""}`;
}

/**
 * A computed estimate as a cell shows it: "698", "> 229", "≈ 1,100", "4,000–6,000", "≤ 1,700". Where
 * one sign does not say it, words do: "at least ≈ 219", "more than 90, at most 94".
 */
export function formatTotal(bounds: Estimate, unit: string | null): string {
  const precision = precisionOf(withoutCap(bounds, unit));
  const isOneSided = ["at least", "more than", "up to", "fewer than"].includes(precision);
  if (isOneSided && bounds.isAbout)
    return `${wordsBefore(precision, unit)}≈ ${endsOf(bounds, "–", unit)}`;
  if (isMixed(bounds, unit)) return describeBounds(bounds, unit);
  const glyph = glyphs[precision];
  return `${glyph}${glyph && " "}${endsOf(bounds, "–", unit)}`;
}

/** A computed estimate in words: "698", "at least 75", "more than about 180", "4,000 to 6,000". */
export function describeBounds(bounds: Estimate, unit: string | null): string {
  const about = bounds.isAbout ? "about " : "";
  if (isMixed(bounds, unit)) {
    const [from, to] = [bounds.low, bounds.high].map((end) => joinNumbers([end], "", unit));
    const than = bounds.isHighStrict ? wordsBefore("fewer than", unit) : "at most ";
    return `${bounds.isLowStrict ? "more than" : "at least"} ${about}${from}, ${than}${about}${to}`;
  }
  const before = wordsBefore(precisionOf(withoutCap(bounds, unit)), unit);
  const vague = bounds.isAbout && before !== "about " ? about : "";
  return `${before}${vague}${endsOf(bounds, " to ", unit)}`;
}

/** The same with what it counts, in the singular after 1. */
export function describeSum(bounds: Estimate, unit: string): string {
  const number = Number.isFinite(bounds.high) ? bounds.high : bounds.low;
  const noun = unitAfter(number, unit);
  return `${describeBounds(bounds, unit)}${noun && ` ${noun}`}`;
}

/** A percentage without an upper bound ends at 100, which nobody stated. */
function withoutCap(bounds: Estimate, unit: string | null): Estimate {
  const isCapped = unit === "percent" && bounds.high === 100 && bounds.low < 100;
  return isCapped ? { ...bounds, high: Number.POSITIVE_INFINITY } : bounds;
}

/** True of a range of which one end is not itself meant. */
function isMixed(bounds: Estimate, unit: string | null): boolean {
  const { low, high } = withoutCap(bounds, unit);
  const isRange = low !== high && Number.isFinite(low) && Number.isFinite(high);
  const isUpper = low === 0 && !bounds.isLowStrict;
  return isRange && !isUpper && (bounds.isLowStrict || bounds.isHighStrict);
}

/** The ends that an estimate is said by: of an open one the other. */
function endsOf(bounds: Estimate, dash: string, unit: string | null): string {
  const open = withoutCap(bounds, unit);
  const ends = [open.low, open.high].filter(Number.isFinite);
  const isUpper = ["up to", "fewer than"].includes(precisionOf(open));
  return joinNumbers(isUpper ? ends.slice(-1) : [...new Set(ends)], dash, unit);
}

/** A title inside a sentence: "Killed in attacks" → "killed in attacks"; "GDP rank" stays. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A change in per cent with its sign: "+325%", "−39%", "≈ +10%", "+10% to +20%". */
export function formatChange({ low, high, isAbout }: Estimate): string {
  const about = isAbout ? "≈ " : "";
  if (!Number.isFinite(high)) return `${about}${signed(low)} or more`;
  if (!Number.isFinite(low)) return `${about}${signed(high)} or less`;
  const [from, to] = [signed(low), signed(high)];
  return `${about}${from === to ? from : `${from} to ${to}`}`;
}

/** In whole per cent; a decimal where a whole one would say nothing or everything. */
function signed(value: number): string {
  const size = Math.abs(value);
  const whole = Math.round(size);
  const isFalse = whole !== size && (whole === 0 || (whole === 100 && value < 0));
  const sign = value > 0 ? "+" : value < 0 ? "−" : "±";
  return `${sign}${isFalse ? roundedAway(size) : formatNumber(whole)}%`;
}

/** To one decimal, but neither to 0 nor to 100. */
function roundedAway(size: number): string {
  return Math.min(99.9, Math.max(0.1, size)).toFixed(1);
}

/** Any value as text for people; missing is "–". */
export function formatValue(value: Value): string {
  if (value === null) return "–";
  return typeof value === "number" ? formatNumber(value) : value;
}

/** A cell as people read it: ids by their names, dates in words, the estimate with its precision. */
export function formatCell(row: Row, column: string, names: Names): string {
  const format = cells[column];
  return (format ? format(row, names) : formatValue(row[column] ?? null)) || "–";
}

const cells: { readonly [column: string]: (row: Row, names: Names) => string } = {
  start: formatPeriod,
  value: (row) => formatQuantity(row as Figure),
  paragraph: (row) => String(row.paragraph ?? ""),
  end: (row) => formatDate(String(row.end ?? "")),
  as_of: (row) => formatDate(String(row.as_of ?? "")),
  published: (row) => formatDate(String(row.published ?? "")),
  date: (row) => formatDate(String(row.date ?? "")),
  sheet: (row, { sheets }) => nameOf(row.sheet, sheets),
  measure: (row, { measures }) => nameOf(row.measure, measures),
  event: (row, { events }) => nameOf(row.event, events),
  document: (row, { documents }) =>
    [nameOf(row.document, documents), accordingTo(row)].filter(Boolean).join(", "),
  compared: (row, { compared }) => compared[String(row.id)] ?? "",
};

/** "according to ACLED", where a document says that a number is somebody else's; "" elsewhere. */
export function accordingTo({ claimant }: Row): string {
  return typeof claimant === "string" ? `according to ${claimant}` : "";
}

function nameOf(id: Value | undefined, names: { readonly [id: string]: string }): string {
  return typeof id === "string" ? (names[id] ?? id) : "";
}

/** One value of a column as a filter names it: an id by its name, a missing value as "(none)". */
export function formatOption(column: string, value: string, names: Names): string {
  return value === "" ? "(none)" : formatCell({ [column]: value }, column, names);
}

/** "a", "a or b", "a, b or c". */
export function joinWith(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}
