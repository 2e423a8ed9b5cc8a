import { dayOf, positionOn, yearOfDay } from "@/data/chart/axis";
import type { Series } from "@/data/chart/mark";
import { marksOf } from "@/data/chart/series";
import { allYears } from "@/data/figure/yearly";
import type { ValueRange } from "@/data/view/value-range";

export type Period = ValueRange<string>;

/** A year along the plot, as shares of it, and the band that stands for it where there is one. */
interface PlottedYear {
  readonly year: string;
  readonly from: number;
  readonly to: number;
  readonly band?: Series["bands"][number];
}

/** Along which side of the plot a reader can brush over years; null where a chart has no years. */
export function brushOf({ layout }: Series): "x" | "y" | null {
  if (layout === "lanes") return null;
  return layout === "events" ? "y" : "x";
}

/** The years along the plot; where the time axis runs down only the first row of a year names it. */
function yearsAlong({ layout, bands, axis }: Series): readonly PlottedYear[] {
  if (layout === "times")
    return yearsOnAxis(axis).map((year) => {
      const [from, to] = [year, nextYear(year)].map((each) => positionOn(axis, dayOf(each)));
      return { year, from: from ?? 0, to: to ?? 1 };
    });
  const count = layout === "columns" ? Math.max(4, bands.length) : bands.length;
  let year = "";
  return bands.map((band, at) => {
    year = layout === "columns" ? band.label : band.tick || year;
    return { year, band, from: at / count, to: (at + 1) / count };
  });
}

function yearsOnAxis({ from, domain }: Series["axis"]): readonly string[] {
  return allYears([from, domain[1] - 1].map((day) => String(yearOfDay(day))));
}

function nextYear(year: string): string {
  return String(Number(year) + 1);
}

/** The years that a brush may end at, in the order of time. */
export function brushYears(series: Series): readonly string[] {
  return [...new Set(yearsAlong(series).map(({ year }) => year))].filter(Boolean).toSorted();
}

/** The years between two shares of the plot; open towards the earlier ones, null where there is none. */
export function yearsBetween(series: Series, a: number, b: number): Period | null {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const years = yearsAlong(series);
  const inside = years.filter((each) => each.year && each.to > from && each.from < to);
  const [min, ...more] = inside.map(({ year }) => year).toSorted();
  if (min === undefined) return null;
  const isEarlier = series.layout === "times" && from < (years[0]?.from ?? 0);
  return { min: isEarlier ? null : min, max: more.at(-1) ?? min };
}

/** The year of a mark, as the brush walks over years from it. */
export function yearOfMark(series: Series, id: string): string {
  const isHere = (mark: { readonly id: string }) => mark.id === id;
  const mark = marksOf(series).find(isHere);
  if (series.layout === "times") return String(yearOfDay(mark?.low ?? 0));
  const years = yearsAlong(series);
  return years.find(({ band }) => band?.marks.some(isHere))?.year ?? "";
}

type Area = { readonly [side in "x1" | "x2" | "y1" | "y2"]?: number | string };

/** A period as an area of the plot, in values of its axes. */
export function areaOf(series: Series, { min, max }: Period): Area | null {
  if (series.layout === "times")
    return {
      ...(min === null ? {} : { x1: dayOf(min) }),
      ...(max === null ? {} : { x2: dayOf(nextYear(max)) }),
    };
  const inside = yearsAlong(series).filter(
    ({ year }) => year >= (min ?? "") && year <= (max ?? "9999"),
  );
  const [first, last] = [inside[0]?.band, inside.at(-1)?.band];
  if (!first || !last) return null;
  return series.layout === "events"
    ? { y1: first.key, y2: last.key }
    : { x1: first.label, x2: last.label };
}
