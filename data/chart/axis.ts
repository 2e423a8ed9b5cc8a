import { formatNumber } from "../figure/format";
import { firstDay, type Span } from "../table/period";

/** A scale with round ends, and the values that are named along it. */
export interface Axis {
  readonly scale: "linear" | "log" | "time";
  /** The values at both ends of the plot, which may have room beside the ticks. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** The least value that the scale holds; what is less stands at the edge. */
  readonly from: number;
  /** Where zero stands on a logarithmic axis, and what is over on a time axis, as a value. */
  readonly edge: number;
}

/**
 * A linear axis that holds 0 and all values, with round ticks about as many steps apart as are asked
 * for; where there are no values, one that names none.
 */
export function toAxis(values: readonly number[], steps = 4): Axis {
  if (values.length === 0) return linear(0, 1, []);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (lowest === highest) return linear(0, 1, [0, 1]);
  // On both sides of zero an axis is rounded at both ends.
  const step = roundStep((highest - lowest) / (lowest < 0 && highest > 0 ? steps + 1 : steps));
  const [from, to] = [Math.floor(lowest / step), Math.ceil(highest / step)];
  // No tick stands below zero where nothing comes near it.
  const isReached = lowest <= (from + 0.5) * step;
  const first = isReached ? from : from + 1;
  const ticks = Array.from({ length: to - first + 1 }, (_, index) => (first + index) * step);
  return linear((isReached ? from : from + 0.5) * step, to * step, ticks);
}

function linear(min: number, max: number, ticks: readonly number[]): Axis {
  return { scale: "linear", domain: [min, max], ticks, from: Number.NEGATIVE_INFINITY, edge: 0 };
}

/** The 1, 2 or 5 × 10ⁿ next to a step, never under 1 since most figures count whole things. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((each) => each * power >= step) ?? 10;
  return Math.max(1, factor * power);
}

/** A logarithmic axis of whole powers of ten; 0, which has no logarithm, stands at its edge. */
export function toLogAxis(values: readonly number[]): Axis {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return linear(0, 1, values.length === 0 ? [] : [0, 1]);
  const from = Math.floor(Math.log10(Math.min(...positive)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...positive))));
  const stride = Math.ceil((to - from) / 4);
  const powers = Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, index) =>
    powerOfTen(from + index * stride),
  );
  const [first, last] = [powerOfTen(from), powerOfTen(to)];
  const bare: Axis = { scale: "log", domain: [first, last], ticks: powers, from: first, edge: 0 };
  const { domain } = within(bare, 0.1, 1);
  return { ...bare, domain, ticks: [domain[0], ...powers], edge: domain[0] };
}

/** Written out, as 10 ** -1 is not 0.1 in every engine. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

/**
 * A time axis in days, a tick each January. At most one span in twenty ends before its first year;
 * these stand at its edge, so that a war of the 1990s does not squeeze all others into a corner.
 */
export function toTimeAxis(spans: readonly Span[]): Axis {
  const ends = spans.map(({ to }) => yearOfDay(dayOf(to))).toSorted((a, b) => a - b);
  const first = ends[Math.floor((ends.length - 1) / 20)] ?? 2000;
  const last = ends.at(-1) ?? first;
  const [from, to] = [firstDayOf(first), firstDayOf(last + 1)];
  const stride = Math.ceil((last + 1 - first) / 12);
  const count = Math.floor((last + 1 - first) / stride) + 1;
  const ticks = Array.from({ length: count }, (_, index) => firstDayOf(first + index * stride));
  const bare: Axis = { scale: "time", domain: [from, to], ticks, from, edge: from };
  if (spans.every(({ from: day }) => dayOf(day) >= from)) return bare;
  const { domain } = within(bare, 0.12, 1);
  return { ...bare, domain, ticks: [domain[0], ...ticks], edge: (domain[0] + from) / 2 };
}

/** The day of a date as a number on a time axis: days since 1970. */
export function dayOf(date: string): number {
  return Date.parse(firstDay(date)) / 86_400_000;
}

/** The year of a day on a time axis. */
export function yearOfDay(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

function firstDayOf(year: number): number {
  return dayOf(String(year));
}

type Scale = readonly [to: (value: number) => number, back: (place: number) => number];
const even: Scale = [(value) => value, (place) => place];
const powers: Scale = [Math.log10, (place) => 10 ** place];
const scales: { readonly [scale in Axis["scale"]]: Scale } = {
  linear: even,
  time: even,
  log: powers,
};

/** The same axis on a share of its plot, the rest of which is room. */
export function within(axis: Axis, start: number, end: number): Axis {
  const [to, back] = scales[axis.scale];
  const [first, last] = [to(axis.domain[0]), to(axis.domain[1])];
  const size = (last - first) / (end - start);
  return { ...axis, domain: [back(first - start * size), back(last + (1 - end) * size)] };
}

/** A value as its axis draws it: what the scale cannot hold stands at the edge. */
export function placeOn({ from, edge }: Axis, value: number): number {
  return value < from ? edge : value;
}

/** Where a value stands in the plot of an axis, from 0 at its start to 1 at its end. */
export function positionOn(axis: Axis, value: number): number {
  const [to] = scales[axis.scale];
  const [first, last] = axis.domain.map(to) as [number, number];
  return (to(placeOn(axis, value)) - first) / (last - first);
}

/**
 * What a tick says; nothing of a year that is over nor, unless labels stand above one another, beside the
 * edge, where there is no room.
 */
export function tickLabel({ scale, ticks, from }: Axis, tick: number, isUpright = false): string {
  const index = ticks.indexOf(tick);
  const isEdge = tick < from;
  const isBesideEdge = !isUpright && index === 1 && (ticks[0] ?? 0) < from;
  if (scale === "time")
    return isEdge
      ? "earlier"
      : isBesideEdge || index === ticks.length - 1
        ? ""
        : String(yearOfDay(tick));
  if (isBesideEdge) return "";
  if (isEdge) return "0";
  const text = Math.abs(tick) < 1e6 ? formatNumber(tick) : `${formatNumber(tick / 1e6)} M`;
  return text.replace("-", "−");
}
