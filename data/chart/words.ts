import { byId, type Figure } from "../figure/figure";
import { formatNumber, inSentence, joinWith } from "../figure/format";
import type { Names } from "../figure/names";
import { groupBy } from "../table/order";
import { describeFigure, plural } from "../view/describe";
import { yearOfDay } from "./axis";
import { runsOf } from "./gaps";
import { type Gap, type GapReason, type Mark, marksOf, type Series, type Undrawn } from "./mark";
import { describeReach, howMany } from "./reach";
import { panelsOf } from "./rows";
import { describeTrend } from "./trend";

/** What a chart draws: "Killed in attacks and injured in attacks", "dated figures of all measures". */
export function nameChart({ kind, measure, beside }: Series, { measures }: Names): string {
  const title = measures[measure] ?? measure;
  if (kind === "timeline") return "Dated figures of all measures";
  if (kind === "change") return `${title}, change on the year before`;
  return beside ? `${title} and ${inSentence(measures[beside.measure] ?? beside.measure)}` : title;
}

/** A chart's title where it stands alone: "Casualties: killed in attacks and injured in attacks (Place is Kabul)". */
export function titleChart(
  sheet: string,
  series: Series,
  names: Names,
  conditions: string,
): string {
  const drawn = nameChart(series, names);
  const title = drawn.startsWith(sheet) ? drawn : `${sheet}: ${inSentence(drawn)}`;
  return conditions ? `${title} (${conditions})` : title;
}

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
  const sentence = describeSeries(series, names);
  if (marksOf(series).length === 0) return sentence;
  return [
    sentence,
    ...describeGaps(series),
    ...describeOpen(series),
    `${describeSources(series, names)}.`,
  ].join(" ");
}

/** Whose figures are drawn, and what of the sentence is computed from them: "Stated by First". */
export function describeSources(series: Series, names: Names): string {
  const marks = marksOf(series);
  const drawn = series.documents.filter((id) => marks.some(({ document }) => document === id));
  if (drawn.length === 0) return "";
  const sources = joinWith(
    drawn.map((id) => names.documents[id] ?? id),
    "and",
  );
  if (series.kind === "change") return `Computed from counts of ${sources}`;
  const isComputed = /\d%/.test(describeSeries(series, names)) && series.runs.length > 0;
  return `Stated by ${sources}${isComputed ? "; percentages computed" : ""}`;
}

/** Figures that a chart does not draw, by the reason. */
export function undrawnByReason({ undrawn }: Pick<Series, "undrawn">) {
  return [...groupBy(undrawn, ({ reason }: Undrawn) => reason)].map(([reason, rows]) => {
    const ids = rows.map(({ id }) => id);
    return { reason, ids, text: `${plural(ids.length, "row")} not shown (${reason})` };
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
    marksOf(series).map(({ id, text, group }) => {
      const figure = known.get(id);
      const words = figure ? describeFigure(figure, names) : text;
      // A mark of a time line may stand for others, too.
      const more = group && `One of ${formatNumber(group.count)} figures here of ${group.period}.`;
      return [id, more ? `${words} ${more}` : words];
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

/** How far the figures of each measure reach. */
const reach: Sentence = (series, names) =>
  panelsOf(series)
    .flatMap((panel, index) => {
      const marks = marksOf(series).filter(({ slot }) => slot === index);
      return marks.length > 0 ? [describeReach(marks, panel, names)] : [];
    })
    .join(". ");

const sentences: { readonly [kind in Series["kind"]]: Sentence } = {
  trend: describeTrend,
  line: describeTrend,
  change: (series, names) => {
    const measure = names.measures[series.measure] ?? series.measure;
    const changes = series.bands.flatMap(({ label, marks }) =>
      marks.map((mark) => ({ mark, text: `${mark.text} in ${label}` })),
    );
    return `${measure}, change on the year before: ${listChanges(changes)}`;
  },
  ranges: reach,
  parts: reach,
  casualties: reach,
  timeline: (series) => {
    const marks = marksOf(series);
    const dated = marks.filter(({ isOfStatement }) => !isOfStatement);
    const others = marks.length - dated.length;
    const number = dated.length === 0 ? "all" : formatNumber(others);
    const said = [
      dated.length > 0 ? describeYears(dated, others === 0) : "",
      others > 0 ? `${number} dated by the statement alone` : "",
    ];
    return `${howMany(marks, series, "dated figure")}, ${said.filter(Boolean).join("; ")}`;
  },
};

/** So many changes are named one by one. */
const mostChanges = 12;

function listChanges(changes: readonly { readonly mark: Mark; readonly text: string }[]): string {
  const texts = changes.map(({ text }) => text);
  if (texts.length <= mostChanges) return joinWith(texts, "and");
  const size = ({ mark: { low, high } }: (typeof changes)[number]) => low ?? high ?? 0;
  const sorted = changes.toSorted((a, b) => size(a) - size(b));
  return `${formatNumber(texts.length)}, from ${sorted[0]?.text} to ${sorted.at(-1)?.text}`;
}

/** From which year to which some marks of a time line reach, and the year that most of them touch. */
function describeYears(marks: readonly Mark[], isAll: boolean): string {
  const years = marks.flatMap(({ low, high }) => {
    const [from = 0, to = 0] = [low ?? 0, high ?? 0].map(yearOfDay);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (first === last)
    return isAll ? `all of ${first}` : `${formatNumber(marks.length)} of ${first}`;
  const of = isAll ? "" : `${formatNumber(marks.length)} of periods `;
  return `${of}from ${first} to ${last}${describeMost(years, marks.length)}`;
}

/** "Most" is more than half; where no year has so many, the number of the fullest one is said. */
function describeMost(years: readonly number[], all: number): string {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const times = (value: number) => counts.get(value) ?? 0;
  const [most] = [...counts.keys()].toSorted((a, b) => times(b) - times(a));
  if (most === undefined || times(most) < 2) return "";
  if (times(most) === all) return `, all of them touching ${most}`;
  const number = formatNumber(times(most));
  return times(most) * 2 > all
    ? `, most of them (${number}) touching ${most}`
    : `, ${number} of them touching ${most}`;
}

/** Years between others without a figure: what nobody states, what is not shown, what a longer period has. */
function describeGaps({ kind, gaps }: Series): readonly string[] {
  if (kind === "change") {
    const years = listYears(gaps);
    return years ? [`No change is computed for ${years}.`] : [];
  }
  return (Object.keys(gapWords) as GapReason[]).flatMap((reason) => {
    const own = gaps.filter((gap) => gap.reason === reason);
    return own.length > 0 ? [gapWords[reason](listYears(own), own.length)] : [];
  });
}

const gapWords: {
  readonly [reason in GapReason]: (years: string, count: number) => string;
} = {
  unstated: (years) => `No figure for ${years}.`,
  covered: (years, count) => `${years} ${count === 1 ? "is" : "are"} within a longer period.`,
  hidden: (years) => `Figures for ${years} are not shown here.`,
};

function listYears(gaps: readonly Gap[]): string {
  const years = runsOf(gaps).map(({ first, last }) =>
    first === last ? first : `${first}–${last}`,
  );
  return joinWith(years, "and");
}

/** How many of several figures are no single number. */
function describeOpen(series: Series): readonly string[] {
  const marks = marksOf(series);
  if (series.layout === "times" || marks.length < 2) return [];
  const unequal = marks.filter(({ low, high, precision }) => low !== high && precision !== "words");
  const ranges = unequal.filter(({ low, high }) => low !== null && high !== null).length;
  const bounded = unequal.length - ranges;
  const said = [
    ...(bounded > 0 ? [`${formatNumber(bounded)} with one bound only`] : []),
    ...(ranges > 0 ? [plural(ranges, "range")] : []),
  ];
  return said.length > 0 ? [`Among them ${joinWith(said, "and")}.`] : [];
}
