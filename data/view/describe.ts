import type { Estimate } from "../figure/estimate";
import type { Figure } from "../figure/figure";
import {
  describeEstimate,
  formatCell,
  formatDate,
  formatNumber,
  formatOption,
  formatPeriod,
  formatTotal,
  inSentence,
} from "../figure/format";
import type { Names } from "../figure/names";
import type { Total } from "../figure/total";
import type { Column } from "./column";
import type { Filter } from "./filter";
import type { Summary } from "./summary";
import type { View } from "./view";

/** A filter in words: "Place is Kabul or Kunar", "Value is 1,000 or more". */
export function describeFilter(filter: Filter, columns: readonly Column[], names: Names): string {
  const title = columns.find(({ name }) => name === filter.column)?.title ?? filter.column;
  return `${title} ${said(filter, names)}`;
}

function said(filter: Filter, names: Names): string {
  if (filter.kind === "text") return `contains “${filter.text}”`;
  if (filter.kind === "values") {
    const options = filter.values.map((value) => formatOption(filter.column, value, names));
    return `is ${joinWith(options, "or")}`;
  }
  const format = filter.kind === "number" ? formatNumber : formatDate;
  const [min, max] = [filter.range.min, filter.range.max].map((bound) =>
    bound === null ? null : (format as (bound: string | number) => string)(bound),
  );
  if (min === max) return `is ${min}`;
  if (max === null) return filter.kind === "number" ? `is ${min} or more` : `is ${min} or later`;
  if (min === null) return filter.kind === "number" ? `is ${max} or less` : `is ${max} or earlier`;
  return `is ${min} to ${max}`;
}

/** What a view leaves of a table: "4 of 35 figures where Place is Kabul; 5 repeats folded". */
export function describeView(
  view: View,
  { shown, total, folded, setAside }: Summary,
  columns: readonly Column[],
  names: Names,
): string {
  const filters = view.filters.map((filter) => describeFilter(filter, columns, names));
  const find = view.find ? [`some cell contains “${view.find}”`] : [];
  const only =
    view.only.length > 0 ? [`it is one of ${plural(view.only.length, "listed figure")}`] : [];
  const where = [...only, ...filters, ...find];
  const repeats = folded > 0 ? `; ${plural(folded, "repeat")} folded` : "";
  const aside = setAside > 0 ? `; ${plural(setAside, "statement")} set aside` : "";
  const condition = where.length > 0 ? ` where ${joinWith(where, "and")}` : "";
  return `${formatNumber(shown)} of ${plural(total, "figure")}${condition}${repeats}${aside}`;
}

/** One figure in one line, as the source bar shows it: what it says, who says it, and where. */
export function describeFigure(figure: Figure, names: Names): string {
  const { claimant, basis, section, document, note, place } = figure;
  const measure = inSentence(names.measures[figure.measure] ?? figure.measure);
  const what = [
    `${describeEstimate(figure)} (${measure}${figure.subject ? `: ${figure.subject}` : ""})`,
    place,
    formatPeriod(figure),
    `${basis}${claimant ? ` by ${claimant}` : ""}`,
    names.compared[figure.id],
  ];
  const where = [names.documents[document] ?? document, section && `“${section}”`];
  return [
    what.filter(Boolean).join(", "),
    `${where.filter(Boolean).join(", ")}, printed as “${figure.as_printed}”`,
    ...(note ? [note] : []),
  ].join(" — ");
}

const shared = ["measure", "event", "actor", "place", "start", "basis", "claimant", "document"];

/** What several figures have in common: "all: Killed in attacks, Crocus City Hall, reported". */
export function describeShared(figures: readonly Figure[], names: Names): string {
  const common = shared.flatMap((column) => {
    const [value, ...others] = new Set(figures.map((figure) => formatCell(figure, column, names)));
    return value && value !== "–" && others.length === 0 ? [value] : [];
  });
  return common.length > 0
    ? `all: ${common.join(", ")}`
    : "they share no measure, place or document";
}

/** What the figures of a total come to, or why they come to nothing: parts of one line. */
export function describeTotal(total: Total): readonly string[] {
  const { sum, mean, median, min, max, refusal, unit } = total;
  const numbers: readonly (readonly [string, Estimate | null])[] = [
    ["Sum", sum],
    ["Mean", mean],
    ["Median", median],
    ["Min", min],
    ["Max", max],
  ];
  const said = numbers.flatMap(([name, value]) =>
    value ? [`${name} ${formatTotal(value, unit)}`] : [],
  );
  return refusal ? [...said, `No sum: ${refusal}`] : said;
}

/** 1 → "1 figure", 2 → "2 figures". */
export function plural(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** "a", "a or b", "a, b or c". */
export function joinWith(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}
