import { dayOf, positionOn, yearOfDay } from "@/data/chart/axis";
import type { Series } from "@/data/chart/mark";
import { columnsOf } from "@/data/chart/rows";
import { allYears } from "@/data/figure/yearly";
import type { ValueRange } from "@/data/view/value-range";

export type Period = ValueRange<string>;

/** A year along the plot. */
interface PlottedYear {
  /** "" of all that is over before the first year of a time axis. */
  readonly year: string;
  /** Shares of the plot. */
  readonly from: number;
  readonly to: number;
  /** The same as values of the axis. */
  readonly start: number | string;
  readonly end: number | string;
}

/** Along which side of the plot a reader can brush over years; null where a chart has no years. */
export function brushOf({ layout }: Series): "x" | "y" | null {
  if (layout === "lanes") return null;
  return layout === "events" ? "y" : "x";
}

/** The years along the plot; where the time axis runs down only the first row of a year names it. */
function yearsAlong(series: Series): readonly PlottedYear[] {
  const { layout, bands, axis } = series;
  if (layout === "times") {
    const [earliest, last] = axis.domain;
    const years = allYears([axis.from, last - 1].map((day) => String(yearOfDay(day))));
    const starts = [earliest, ...years.map(dayOf), last];
    return ["", ...years].map((year, at) => {
      const [start = earliest, end = last] = starts.slice(at);
      return { year, start, end, from: positionOn(axis, start), to: positionOn(axis, end) };
    });
  }
  const count = layout === "columns" ? columnsOf(series) : bands.length;
  let year = "";
  return bands.map(({ key, label, tick }, at) => {
    year = layout === "columns" ? label : tick || year;
    return { year, from: at / count, to: (at + 1) / count, start: key, end: key };
  });
}

/** The years that a brush may end at, in the order of time. */
export function brushYears(series: Series): readonly string[] {
  return [...new Set(yearsAlong(series).map(({ year }) => year))].filter(Boolean).toSorted();
}

/** The years between two shares of the plot; open towards the earlier ones, null where there is none. */
export function yearsBetween(series: Series, a: number, b: number): Period | null {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const inside = yearsAlong(series).filter((each) => each.to > from && each.from < to);
  const [min, ...more] = inside.map(({ year }) => year).toSorted();
  const max = more.at(-1) ?? min;
  return max ? { min: min || null, max } : null;
}

/** The year of a mark, as the brush walks over years from it. */
export function yearOfMark(series: Series, id: string): string {
  const marks = series.bands.map((band) => band.marks.find((mark) => mark.id === id));
  const at = marks.findIndex(Boolean);
  if (series.layout === "times") return String(yearOfDay(marks[at]?.low ?? 0));
  return yearsAlong(series)[at]?.year ?? "";
}

type Area = { readonly [side in "x1" | "x2" | "y1" | "y2"]?: number | string };

/** A period as an area of the plot, in values of its axes. */
export function areaOf(series: Series, { min, max }: Period): Area | null {
  const inside = yearsAlong(series).filter(
    ({ year }) => year >= (min ?? "") && year <= (max ?? "9999"),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  return brushOf(series) === "y"
    ? { y1: first.start, y2: last.end }
    : { x1: first.start, x2: last.end };
}
