import { dateOf } from "./store";

/** How long a step of a time axis is. */
export const grains = ["year", "quarter", "month", "week", "day"] as const;
export type Grain = (typeof grains)[number];

const daysIn: { readonly [grain in Grain]: number } = {
  year: 365.25,
  quarter: 91.3,
  month: 30.44,
  week: 7,
  day: 1,
};

/** The finest steps that cut a span of days into at most 60. */
export function grainFor(days: number): Grain {
  return grains.toReversed().find((grain) => days / daysIn[grain] <= 60) ?? "year";
}

/** The number of the step that a day lies in: steps that follow one another differ by 1. */
export function stepOf(day: number, grain: Grain): number {
  if (grain === "day") return day;
  // 5 January 1970 was a Monday.
  if (grain === "week") return Math.floor((day - 4) / 7);
  const [year = 0, month = 1] = dateOf(day).split("-").map(Number);
  if (grain === "year") return year;
  return grain === "quarter" ? year * 4 + Math.ceil(month / 3) - 1 : year * 12 + month - 1;
}

/** A step in words: 2024, 2024 Q1, Jan 2024, the Monday of a week, a day. */
export function nameStep(step: number, grain: Grain): string {
  if (grain === "year") return String(step);
  if (grain === "quarter") return `${Math.floor(step / 4)} Q${(step % 4) + 1}`;
  if (grain === "month") return `${months[step % 12]} ${Math.floor(step / 12)}`;
  return dateOf(grain === "week" ? step * 7 + 4 : step);
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The range of days that a step in words covers, as a filter has it. */
export function rangeOfStep(name: string, grain: Grain): string {
  const [first = "", second = ""] = name.split(" ");
  if (grain === "month") return `${second}-${twoDigits(months.indexOf(first) + 1)}`;
  if (grain === "quarter") {
    const last = Number(second.slice(1)) * 3;
    return `${first}-${twoDigits(last - 2)}..${first}-${twoDigits(last)}`;
  }
  if (grain !== "week") return name;
  return `${name}..${dateOf(Date.parse(`${name}T00:00:00Z`) / 86_400_000 + 6)}`;
}

const twoDigits = (value: number) => String(value).padStart(2, "0");
