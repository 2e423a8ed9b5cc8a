import { describeCounted } from "../figure/counted";
import type { Figure } from "../figure/figure";
import {
  describeBasis,
  describeBounds,
  describeSum,
  formatCell,
  formatDate,
  formatNumber,
  formatOption,
  formatPeriod,
  inSentence,
  joinWith,
} from "../figure/format";
import type { Names } from "../figure/names";
import { describeScope } from "../figure/scope";
import type { Total } from "../figure/total";
import type { Column } from "./column";
import { type CountingRule, countingRules, everyStatement } from "./counting-rule";
import { type Filter, rangesOf, type TextFilter } from "./filter";
import { toWords } from "./search";
import type { Summary } from "./summary";
import type { ValueRange } from "./value-range";
import type { View } from "./view";

/**
 * A filter in words that say what it does: "Place is Kabul or Kunar", "Countries include PK", "Period
 * touches 2023", "Value could be 1,000 or more".
 */
export function describeFilter(filter: Filter, columns: readonly Column[], names: Names): string {
  const column = columns.find(({ name }) => name === filter.column);
  return `${column?.title ?? filter.column} ${said(filter, column?.many ?? false, names)}`;
}

function said(filter: Filter, isMany: boolean, names: Names): string {
  if (filter.kind === "text") return saidOfText(filter);
  if (filter.kind === "values") {
    const options = filter.values.map((value) =>
      value === "" ? "empty" : formatOption(filter.column, value, names),
    );
    if (options.length === 0) return filter.except ? "is anything" : "is none of its values";
    const isEmpty = filter.values.every((value) => value === "");
    const [is, isNot] = !isMany
      ? ["is", "is not"]
      : isEmpty
        ? ["are", "are not"]
        : ["include", "do not include"];
    return `${filter.except ? isNot : is} ${joinWith(options, "or")}`;
  }
  if (filter.kind === "period") {
    const dates = rangesOf(filter).map((range) => saidOfRange(range, formatDate, dateWords));
    return `touches ${joinWith(dates, "or")}`;
  }
  const verb = filter.column === "value" ? "could be" : "is";
  return `${verb} ${saidOfRange(filter.range, formatNumber, numberWords)}`;
}

/** "contains “x”", "is not “x”", "is empty": what a filter of a text keeps. */
function saidOfText({ text, whole, except }: TextFilter): string {
  if (!whole) return `${except ? "does not contain" : "contains"} “${text}”`;
  return `${except ? "is not" : "is"} ${text ? `“${text}”` : "empty"}`;
}

const numberWords = { more: "more", less: "less" };
const dateWords = { more: "later", less: "earlier" };

function saidOfRange<T extends string | number>(
  range: ValueRange<T>,
  format: (bound: T) => string,
  { more, less }: typeof numberWords,
): string {
  const [min, max] = [range.min, range.max].map((bound) => (bound === null ? null : format(bound)));
  if (min === max) return `${min}`;
  if (max === null) return `${min} or ${more}`;
  return min === null ? `${max} or ${less}` : `${min} to ${max}`;
}

/** All that a view leaves out of a table or its chart, a phrase each: filters, search, list, rule, muted documents. */
export function describeConditions(
  view: View,
  columns: readonly Column[],
  names: Names,
): readonly string[] {
  return [
    ...describeNarrowing(view, columns, names),
    ...describeRule(view.count, names),
    ...view.mute.map((id) => `without ${names.documents[id] ?? id}`),
  ];
}

function describeNarrowing(view: View, columns: readonly Column[], names: Names) {
  return [
    ...(view.only.length > 0 ? [listed(view.only.length)] : []),
    ...view.filters.map((filter) => describeFilter(filter, columns, names)),
    ...describeFind(view.find).map((words) => `the row holds ${words}`),
  ];
}

function listed(rows: number): string {
  return rows === 1
    ? "the row is the one picked by hand"
    : `the row is one of ${formatNumber(rows)} picked by hand`;
}

/** The words that a search looks for, "“kabul” and “2023”"; none where it looks for none. */
export function describeFind(find: string): readonly string[] {
  const words = asTyped(find).map((word) => `“${word}”`);
  return words.length > 0 ? [joinWith(words, "and")] : [];
}

/** The words of a search as the reader typed them; as the search reads them where that is not the same number. */
function asTyped(find: string): readonly string[] {
  const typed = find.replace(/[“”]/g, '"').match(/"[^"]+"?|[^\s"]+/g) ?? [];
  const plain = typed.map((word) => word.replaceAll('"', "").trim());
  const words = toWords(find);
  return plain.length === words.length ? plain : words;
}

/** A counting rule as the switch offers it: "use the lowest", "use Dawn"; null where every statement counts. */
export function titleOfRule(count: CountingRule, { documents }: Names): string | null {
  if (count === everyStatement) return null;
  const title = Object.hasOwn(countingRules, count) ? countingRules[count]?.title : undefined;
  return title ? `use the ${title.toLowerCase()}` : `use ${documents[count] ?? count}`;
}

/** A counting rule in words, none where every statement counts: "of each fact the lowest statement". */
export function describeRule(count: CountingRule, { documents }: Names): readonly string[] {
  if (count === everyStatement) return [];
  const title = Object.hasOwn(countingRules, count) ? countingRules[count]?.title : undefined;
  return [
    title
      ? `of each fact the ${inSentence(title)} statement`
      : `of each fact the statement of ${documents[count] ?? count}, else the median one`,
  ];
}

/** What a view leaves of a table: "4 of 35 figures where Place is Kabul; 5 repeats folded". */
export function describeView(
  view: View,
  { shown, total, folded, setAside }: Summary,
  columns: readonly Column[],
  names: Names,
): string {
  const where = describeNarrowing(view, columns, names);
  const [rule] = describeRule(view.count, names);
  const repeats = folded > 0 ? `; ${plural(folded, "repeat")} folded` : "";
  const kept = rule ? `; ${rule}` : "";
  const aside = setAside > 0 ? `, ${formatNumber(setAside)} set aside` : "";
  const condition = where.length > 0 ? ` where ${joinWith(where, "and")}` : "";
  return `${formatNumber(shown)} of ${plural(total, "figure")}${condition}${repeats}${kept}${aside}`;
}

/** One figure in one line, as the source bar shows it: what it says, who says it, and where. */
export function describeFigure(figure: Figure, names: Names): string {
  const { section, document, note, place } = figure;
  const what = [
    describeCounted(figure, names),
    place,
    formatPeriod(figure),
    names.compared[figure.id],
    describeBasis(figure),
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
    // A document by its name alone: who it cites may differ from figure to figure.
    const said = figures.map((figure) =>
      column === "document"
        ? formatOption(column, figure.document, names)
        : formatCell(figure, column, names),
    );
    const [value, ...others] = new Set(said);
    return value && value !== "–" && others.length === 0 ? [value] : [];
  });
  return common.length > 0
    ? `all: ${common.join(", ")}`
    : "they share no measure, place or document";
}

/** Which figures a total is of: those selected, those in the chart, or all in the view. */
export type TotalOf = "selected" | "in the chart" | "in this view";

/**
 * What the figures of a total come to, or why they come to nothing: parts of one line. First what they
 * are of, in words, and that it is computed; a single figure stands for itself.
 */
export function describeTotal(total: Total, of: TotalOf): readonly string[] {
  const { counted, inWords, scope, refusal } = total;
  if (counted === 0) return inWords > 0 ? [`Not added: no number ${of}`] : [];
  if (!scope) return [`Not added: ${refusal}`];
  const isComputed = counted > 1 && (total.sum ?? total.mean ?? total.min) !== null;
  const isAdded = total.sum !== null;
  const words = isAdded && inWords > 0 ? ` and ${formatNumber(inWords)} in words` : "";
  const what = `${plural(counted, "figure")}${words} ${of}: ${describeScope(scope, isAdded)}`;
  return [
    isComputed ? `Computed from ${what}` : what,
    ...sumOf(total),
    ...meansOf(total),
    ...endsOf(total),
    ...(counted === 1 && refusal && inWords > 0 ? [`${formatNumber(inWords)} more in words`] : []),
    ...(refusal && counted > 1 ? [`Not added: ${refusal}`] : []),
  ];
}

function sumOf({ sum, counted, inWords, unit }: Total): readonly string[] {
  if (!sum || !unit || (counted === 1 && inWords === 0)) return [];
  const words = inWords > 0 ? `; ${formatNumber(inWords)} in words not counted` : "";
  return [`Sum ${describeSum(sum, unit)}${words}`];
}

function meansOf({ mean, median, per, unit }: Total): readonly string[] {
  if (!mean || !median || !unit) return [];
  return [`Mean ${describeSum(mean, unit)} ${per}`, `Median ${describeBounds(median, unit)}`];
}

function endsOf({ min, max, unit, inWords }: Total): readonly string[] {
  if (!min || !max || !unit) return [];
  const words = inWords > 0 ? ", of those in numbers" : "";
  const [lowest, highest] = [describeBounds(min, unit), describeSum(max, unit)];
  if (lowest === describeBounds(max, unit)) return [`Each ${highest}${words}`];
  return [`Lowest ${lowest}${words}`, `Highest ${highest}${words}`];
}

/** 1 → "1 figure", 2 → "2 figures". */
export function plural(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** "154 figures", or "140 of 154 figures" where some are left out. */
export function countOf(number: number, all: number, noun: string): string {
  return number < all ? `${formatNumber(number)} of ${plural(all, noun)}` : plural(all, noun);
}
