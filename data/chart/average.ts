import { loosen, roundQuotient } from "../figure/digits";
import { add, divide, type Estimate, exactly, multiply, subtract } from "../figure/estimate";
import { formatChange, formatTotal } from "../figure/format";
import type { Series } from "./mark";
import { estimateOf, pointsByRun } from "./trend";

interface Span {
  readonly first: string;
  readonly last: string;
  readonly counts: readonly Estimate[];
}

/** The counts of a chart that draws one series, a count for each year of it; else null. */
function toSpan(series: Series): Span | null {
  const [run, ...others] = series.runs;
  const points = run && others.length === 0 && !run.isPart ? pointsByRun(series)(run) : [];
  const [first, last] = [points[0]?.year, points.at(-1)?.year];
  if (!first || !last || first === last || points.length < series.bands.length) return null;
  return { first, last, counts: points.map(({ mark }) => estimateOf(mark)) };
}

/** The mean of yearly counts where it is one number, with the words that say what it is. */
export function meanOf(series: Series): { readonly value: number; readonly text: string } | null {
  const span = toSpan(series);
  if (!span) return null;
  const mean = (of: (count: Estimate) => Estimate) =>
    multiply(span.counts.map(of).reduce(add), 1 / span.counts.length);
  const found = roundQuotient(
    mean((count) => count),
    mean(loosen),
  );
  if (found.low !== found.high) return null;
  return { value: found.low, text: `mean ${span.first}–${span.last}: ${formatTotal(found, null)}` };
}

/** The even change a year from the first count to the last, with its bounds; null where the first may be 0. */
export function averageChange(series: Series): string | null {
  const span = toSpan(series);
  const [first, last] = [span?.counts[0], span?.counts.at(-1)];
  if (!span || !first || !last) return null;
  const years = Number(span.last) - Number(span.first);
  const between = (of: (count: Estimate) => Estimate) => {
    const ratio = divide(of(last), of(first));
    const root = (value: number) => value ** (1 / years);
    const yearly = ratio && { ...ratio, low: root(ratio.low), high: root(ratio.high) };
    return yearly && subtract(multiply(yearly, 100), exactly(100));
  };
  const [change, loose] = [between((count) => count), between(loosen)];
  const said = change && loose && formatChange(roundQuotient(change, loose));
  return said && `On average ${said} a year from ${span.first} to ${span.last}, computed.`;
}
