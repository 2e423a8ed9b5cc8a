import { changeInPercent, type Estimate } from "../figure/estimate";
import { byId, type Figure } from "../figure/figure";
import { formatChange, formatNumber, joinWith, saySign } from "../figure/format";
import type { Names } from "../figure/names";
import { describeFigure, plural } from "../view/describe";
import { yearOfDay } from "./axis";
import type { Mark, Series, Undrawn } from "./mark";
import { marksOf } from "./series";

/** A series as one sentence: first, last and peak of a trend, else how far its figures reach. */
export function describeSeries(series: Series, names: Names): string {
  const measure = names.measures[series.measure] ?? series.measure;
  if (marksOf(series).length === 0)
    return series.undrawn.length === 0
      ? `${measure}: no figure in this view.`
      : `${measure}: no figure of this view has a place in this chart.`;
  return `${sentences[series.kind](series, names)}.`;
}

/** The chart in words: how it runs, what is missing in it, who says it, and what it leaves out. */
export function describeChart(series: Series, names: Names): string {
  const undrawn = undrawnByReason(series).map(({ text }) => `${text}.`);
  return [describeDrawn(series, names), ...undrawn].join(" ");
}

/** The same without what it leaves out. */
export function describeDrawn(series: Series, names: Names): string {
  const marks = marksOf(series);
  const sentence = describeSeries(series, names);
  if (marks.length === 0) return sentence;
  const drawn = series.documents.filter((id) => marks.some(({ document }) => document === id));
  const sources = drawn.map((id) => names.documents[id] ?? id);
  return [
    sentence,
    ...(series.kind === "trend" ? describeRun(series) : []),
    ...describeGaps(series),
    ...describeOpen(series),
    `Stated by ${joinWith(sources, "and")}.`,
  ].join(" ");
}

/** Figures that a chart does not draw, by the reason. */
export function undrawnByReason({ undrawn }: Pick<Series, "undrawn">) {
  const reasons = [...new Set(undrawn.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const ids = undrawn.filter((each: Undrawn) => each.reason === reason).map(({ id }) => id);
    const verb = ids.length === 1 ? "is" : "are";
    return { reason, ids, text: `${plural(ids.length, "figure")} ${reason} ${verb} not drawn` };
  });
}

/** What each mark says, as the source bar does. */
export function wordsOf(
  series: Pick<Series, "bands">,
  figures: readonly Figure[],
  names: Names,
): { readonly [id: string]: string } {
  const known = byId(figures);
  return Object.fromEntries(
    marksOf(series).map(({ id, text }) => {
      const figure = known.get(id);
      return [id, figure ? describeFigure(figure, names) : text];
    }),
  );
}

/** Text in lines of at most so many characters, broken between words. */
export function wrap(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= length)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type Sentence = (series: Series, names: Names) => string;

const reach: Sentence = (series, names) =>
  reachOf(
    series.bands.flatMap(({ marks }) => marks),
    series.measure,
    names,
  );

const sentences: { readonly [kind in Series["kind"]]: Sentence } = {
  trend: (series, names) => trendOf(series, names.measures[series.measure] ?? series.measure),
  change: (series, names) => {
    const measure = names.measures[series.measure] ?? series.measure;
    const changes = series.bands.flatMap(({ label, marks }) =>
      marks.map(({ text }) => `${text} in ${label}`),
    );
    return `${measure}, change on the year before: ${joinWith(changes, "and")}`;
  },
  ranges: reach,
  parts: reach,
  casualties: (series, names) => {
    const { beside, bands } = series;
    const second = bands.flatMap((band) => band.beside);
    const first = bands.some(({ marks }) => marks.length > 0) ? [reach(series, names)] : [];
    return [
      ...first,
      ...(beside && second.length > 0 ? [reachOf(second, beside.measure, names)] : []),
    ].join(". ");
  },
  timeline: (series) => {
    const marks = marksOf(series);
    const years = marks.flatMap(({ high }) => (high === null ? [] : [yearOfDay(high)]));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const most = mostCommon(years);
    const documents = new Set(marks.map(({ document }) => document)).size;
    const span =
      first === last ? `all of ${first}` : `from ${first} to ${last}, most of them of ${most}`;
    return `${plural(marks.length, "dated figure")} from ${plural(documents, "document")}, ${span}`;
  },
};

function mostCommon(values: readonly number[]): number | undefined {
  const times = (value: number) => values.filter((each) => each === value).length;
  return [...new Set(values)].toSorted((a, b) => times(b) - times(a))[0];
}

interface Point {
  readonly year: string;
  readonly value: number;
  readonly mark: Mark;
}

/** One point a year, in the order of time; a year of two statements counts by its first. */
function pointsOf({ bands }: Series): readonly Point[] {
  return bands
    .flatMap(({ label, marks: [mark] }) => {
      const value = mark ? (mark.low ?? mark.high) : null;
      return mark && value !== null ? [{ year: label, value, mark }] : [];
    })
    .toSorted((a, b) => Number(a.year) - Number(b.year));
}

function trendOf(series: Series, measure: string): string {
  const points = pointsOf(series);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${measure}: in words only`;
  if (first === last) return `${measure}: ${saySign(first.mark.text)} in ${first.year}`;
  const peak = points.reduce((most, point) => (point.value > most.value ? point : most));
  return `${measure}: ${saySign(first.mark.text)} in ${first.year}, ${saySign(last.mark.text)} in ${last.year}${sincePeak(peak, last)}`;
}

function sincePeak(peak: Point, last: Point): string {
  if (peak.value === last.value) return peak === last ? `, the most in ${last.year}` : "";
  const said = `; the peak was ${saySign(peak.mark.text)} in ${peak.year}`;
  if (!isOneNumber(peak.mark) || !isOneNumber(last.mark)) return said;
  const fall = Math.round((1 - last.value / peak.value) * 100);
  return `${said}, ${last.year} is ${fall === 0 ? "less than 1" : fall}% below it`;
}

function isOneNumber({ low, high }: Mark): boolean {
  return low !== null && low === high;
}

/** The change from the first year to the last; between ranges a range. */
function describeRun(series: Series): readonly string[] {
  const points = pointsOf(series);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return [];
  const change = changeInPercent(estimateOf(first.mark), estimateOf(last.mark));
  return change ? [`From ${first.year} to ${last.year} that is ${formatChange(change)}.`] : [];
}

function estimateOf({ low, high, precision }: Mark): Estimate {
  return {
    low: low ?? 0,
    high: high ?? Number.POSITIVE_INFINITY,
    isLowStrict: precision === "more than",
    isHighStrict: precision === "fewer than",
    isAbout: precision.startsWith("about"),
  };
}

/** Years without a figure between years with one. */
function describeGaps({ layout, bands }: Series): readonly string[] {
  if (layout !== "columns" && layout !== "events") return [];
  const isEmpty = ({ label, tick, marks, parts }: Series["bands"][number]) =>
    layout === "events" ? tick !== "" && label === "" : marks.length + parts.length === 0;
  const years = bands.filter(isEmpty).map(({ key }) => key);
  return years.length > 0 ? [`No figure for ${joinWith(years, "and")}.`] : [];
}

/** How many of the figures are no single number. */
function describeOpen(series: Series): readonly string[] {
  if (series.layout === "times") return [];
  const marks = marksOf(series);
  const open = marks.filter(({ low, high }) => low !== high && (low === null || high === null));
  const ranges = marks.filter(({ low, high }) => low !== null && high !== null && low !== high);
  const bounded = open.filter(({ precision }) => precision !== "words");
  const said = [
    bounded.length > 0 ? `${formatNumber(bounded.length)} with one bound only` : null,
    ranges.length > 0 ? plural(ranges.length, "range") : null,
  ].filter((each) => each !== null);
  return said.length > 0 && marks.length > 1 ? [`Among them ${joinWith(said, "and")}.`] : [];
}

function reachOf(marks: readonly Mark[], id: string, { measures }: Names): string {
  const documents = new Set(marks.map(({ document }) => document)).size;
  const numbered = marks.filter(({ low, high }) => low !== null || high !== null);
  const sorted = numbered.toSorted((a, b) => sizeOf(a) - sizeOf(b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  const reach =
    least && most && least.text !== most.text
      ? `, from ${saySign(least.text)} to ${saySign(most.text)}`
      : least
        ? `, ${numbered.length > 1 ? "each " : ""}${saySign(least.text)}`
        : "";
  const worded = marks.length - numbered.length;
  const words = worded > 0 ? `; ${worded} in words only` : "";
  return `${measures[id] ?? id}: ${plural(marks.length, "figure")} from ${plural(documents, "document")}${reach}${words}`;
}

function sizeOf({ low, high }: Mark): number {
  return high ?? low ?? 0;
}
