import type { Figure } from "../figure/figure";
import type { Names } from "../figure/names";
import { changeOnYearBefore, yearlyIds } from "../figure/yearly";
import type { Chart, ChartKind } from "../table/descriptor";
import { keptByName } from "../table/kept";
import { spanOf } from "../table/period";
import type { View } from "../view/view";
import { type Mark, marksOf, type Series } from "./mark";

interface Kind {
  /** What a reader chooses it by. */
  readonly title: string;
  /** What it shows, as a tip. */
  readonly says: string;
  readonly suits: (figures: readonly Figure[], names: Names) => boolean;
}

function hasYears(figures: readonly Figure[]): boolean {
  return yearlyIds(figures).size > 0;
}

/** The kinds of chart in the order in which a measure takes the first that suits its figures. */
export const kinds: { readonly [kind in ChartKind]: Kind } = {
  trend: {
    title: "By year",
    says: "Each year beside the others, where a source counts every year",
    suits: hasYears,
  },
  line: {
    title: "Line",
    says: "A line from year to year, and the mean of the years",
    suits: hasYears,
  },
  change: {
    title: "Yearly change",
    says: "By how many per cent each year differs from the year before",
    suits: (figures) => {
      const yearly = yearlyIds(figures);
      return figures.some((figure) => changeOnYearBefore(figure, figures, yearly));
    },
  },
  casualties: {
    title: "By event",
    says: "Events in order of time, with every source’s number for each",
    suits: ([first, ...more], { kinds }) =>
      kinds[first?.measure ?? ""]?.kind === "flow" &&
      [first, ...more].some((figure) => figure?.event),
  },
  parts: {
    title: "Breakdown",
    says: "Numbers with their parts below them",
    suits: (figures) => {
      const ids = new Set(figures.map(({ id }) => id));
      return figures.some(({ part_of }) => part_of !== null && ids.has(part_of));
    },
  },
  ranges: {
    title: "List",
    says: "Every number of the table on one scale, in its order",
    suits: ({ length }) => length > 0,
  },
  timeline: {
    title: "Timeline",
    says: "When each number was true, from its first day to its last",
    suits: (figures) => figures.some(spanOf),
  },
};

/** The kinds that make sense for the figures of a measure; kept a sheet, since each view asks. */
export const kindsOf = keptByName(
  (figures: readonly Figure[], measure, names: Names): readonly ChartKind[] => {
    const own = figures.filter((figure) => figure.measure === measure);
    return (Object.keys(kinds) as ChartKind[]).filter((kind) => kinds[kind].suits(own, names));
  },
);

/**
 * How a view draws: as its reader asks, else as the sheet's descriptor says, else as first suits the
 * measure. A time line shows all measures, so a reader who asks for one measure leaves it.
 */
export function kindOf(
  view: Pick<View, "chart" | "measure">,
  chart: Chart,
  figures: readonly Figure[],
  names: Names,
): ChartKind {
  const known = kindsOf(figures, view.measure ?? chart.measure, names);
  const said = view.chart ?? (view.measure && chart.kind === "timeline" ? null : chart.kind);
  return known.find((kind) => kind === said) ?? known[0] ?? "ranges";
}

/** True where the axis of a kind may be logarithmic: a change may be negative, and time is no number. */
export function hasScale({ kind }: Pick<Series, "kind">): boolean {
  return kind !== "change" && kind !== "timeline";
}

/** Where the largest number is so many times the smallest, bars to a linear scale hide the small ones. */
const wide = 20;

/** Whether a logarithmic scale would show what a linear one does not; one that is chosen can be left. */
export function suitsLog(series: Series): boolean {
  if (!hasScale(series)) return false;
  if (series.axis.scale === "log") return true;
  const stated = marksOf(series).flatMap(numbersOf);
  return stated.length > 1 && Math.max(...stated) > wide * Math.min(...stated);
}

function numbersOf({ low, high }: Mark): readonly number[] {
  return [low, high].filter((value) => value !== null && value > 0) as number[];
}
