import { changeInPercent, type Estimate, exactly, toEstimate } from "../figure/estimate";
import { formatChange, formatNumber, inSentence, saySign } from "../figure/format";
import type { Names } from "../figure/names";
import type { Mark, Run, Series } from "./mark";

interface TrendPoint {
  readonly year: string;
  readonly value: number;
  readonly mark: Mark;
}

/** How each run of yearly counts goes: from the first over the peak to the last. */
export function describeTrend(series: Series, { measures }: Names): string {
  const measure = measures[series.measure] ?? series.measure;
  const points = pointsByRun(series);
  const runs = largestOf(series.runs, points);
  const said = runs.flatMap((run) => describeRun(run, points(run), measure));
  const left = series.runs.length - runs.length;
  const others = left > 0 ? [`${formatNumber(left)} more series in this chart`] : [];
  return said.length > 0 ? [...said, ...others].join(". ") : `${measure}: in words only`;
}

/** So many series are told one by one. */
const mostRuns = 6;

/** The series with the largest counts, in their order. */
function largestOf(runs: readonly Run[], points: (run: Run) => readonly TrendPoint[]) {
  if (runs.length <= mostRuns) return runs;
  const sizes = runs.map((run) => Math.max(-1, ...points(run).map(({ value }) => value)));
  const bySize = [...sizes.keys()].toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const largest = new Set(bySize.slice(0, mostRuns));
  return runs.filter((_, at) => largest.has(at));
}

/** The points of each run, one a year in the order of time; a year of two statements counts by its first. */
export function pointsByRun({ bands, runs }: Series): (run: Run) => readonly TrendPoint[] {
  const runOf = new Map(runs.flatMap((run) => run.ids.map((id) => [id, run] as const)));
  const points = new Map<Run, TrendPoint[]>(runs.map((run) => [run, []]));
  for (const { label, marks } of bands)
    for (const mark of marks) {
      const own = points.get(runOf.get(mark.id) as Run);
      if ((mark.low ?? mark.high) !== null && own?.at(-1)?.year !== label)
        own?.push({ year: label, value: mark.low ?? mark.high ?? 0, mark });
    }
  return (run) => points.get(run) ?? [];
}

/** A change is said of the whole series; of a part it is said as of the years that are shown. */
function describeRun({ title, isPart }: Run, points: readonly TrendPoint[], measure: string) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const name = nameOf(measure, title);
  if (first === last) return [`${name}: ${textOf(first)} in ${first.year}`];
  const isExact = points.every(({ mark: { low, high } }) => low !== null && low === high);
  const course = isExact ? describeCourse(points, first, last) : null;
  const subject = isPart ? `Of the years shown, ${inSentence(name)}` : name;
  return [course ? `${subject} ${course}` : `${subject}: ${describeBounds(first, last)}`];
}

/** What a run counts: "Attacks claimed by ISK (Khyber Pakhtunkhwa)", "Attacks, suicide bombings (Kabul)". */
function nameOf(measure: string, title: string): string {
  if (!title) return measure;
  if (title.startsWith("(")) return `${measure} ${title}`;
  const isSaid = title.toLowerCase().startsWith(measure.toLowerCase());
  return isSaid ? `${title.charAt(0).toUpperCase()}${title.slice(1)}` : `${measure}, ${title}`;
}

/** "rose from 83 (2020) to 353 (2021), then fell to 45 (2023): 87% below the peak, 46% below 2020" */
function describeCourse(
  points: readonly TrendPoint[],
  first: TrendPoint,
  last: TrendPoint,
): string {
  const peak = points.reduce((most, point) => (point.value > most.value ? point : most));
  const onFirst = compare(last, first, first.year);
  if (peak !== first && peak.value > last.value) {
    const onPeak = compare(last, peak, "the peak");
    return `rose from ${at(first)} to ${at(peak)}, then fell to ${at(last)}: ${onPeak}, ${onFirst}`;
  }
  if (first.value === last.value) return `stood at ${at(first)} and ${at(last)}`;
  const verb = last.value < first.value ? "fell" : "rose";
  return `${verb} from ${at(first)} to ${at(last)}: ${onFirst}`;
}

function compare(last: TrendPoint, base: TrendPoint, name: string): string {
  if (last.value === base.value) return `as in ${name}`;
  const direction = last.value < base.value ? "below" : "above";
  if (base.value === 0) return `${direction} ${name}`;
  const percent = Math.round((Math.abs(last.value - base.value) / base.value) * 100);
  const isAbout = [last, base].some(({ mark }) => mark.precision === "about");
  const number = percent === 0 ? "less than 1" : percent.toLocaleString("en-GB");
  return `${isAbout ? "about " : ""}${number}% ${direction} ${name}`;
}

/** Between bounds and ranges no rise is certain: both as they are, and how much it may be. */
function describeBounds(first: TrendPoint, last: TrendPoint): string {
  const change = changeInPercent(estimateOf(first.mark), estimateOf(last.mark));
  const ends = `${textOf(first)} in ${first.year}, ${textOf(last)} in ${last.year}`;
  return change ? `${ends}, a change of ${formatChange(change)}` : ends;
}

function at(point: TrendPoint): string {
  return `${textOf(point)} (${point.year})`;
}

function textOf({ mark }: TrendPoint): string {
  return saySign(mark.text);
}

/** What a mark with a number states. */
export function estimateOf(mark: Mark): Estimate {
  return toEstimate({ ...mark, best: null, unit: "" }) ?? exactly(0);
}
