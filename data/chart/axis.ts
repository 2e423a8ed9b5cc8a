import { firstDay, type Span } from "../table/period";
import type { ScaleName } from "../view/view";

/** A scale from `min` to a round `max`, and the values that are named along it. */
export interface Axis {
  readonly scale: "linear" | "log" | "time";
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /**
   * The share of its length before `min`, for what its scale cannot hold: zero on a logarithmic
   * axis, earlier years on a time axis.
   */
  readonly edge: number;
}

/** An axis of numbers; where there are none, one that names no values. */
export const toNumberAxis: { readonly [scale in ScaleName]: (values: readonly number[]) => Axis } =
  {
    linear: toAxis,
    log: toLogAxis,
  };

/** A linear axis that holds 0 and all values, with two to six round ticks. */
export function toAxis(values: readonly number[]): Axis {
  if (values.length === 0) return linear(0, 1, []);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (lowest === highest) return linear(0, 1, [0, 1]);
  const step = roundStep((highest - lowest) / 4);
  const [from, to] = [Math.floor(lowest / step), Math.ceil(highest / step)];
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
  return linear(from * step, to * step, ticks);
}

function linear(min: number, max: number, ticks: readonly number[]): Axis {
  return { scale: "linear", min, max, ticks, edge: 0 };
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
  const [min, max] = [powerOfTen(from), powerOfTen(to)];
  return { scale: "log", min, max, ticks: [0, ...powers], edge: 0.1 };
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
  const [min, max] = [firstDayOf(first), firstDayOf(last + 1)];
  const stride = Math.ceil((last + 1 - first) / 12);
  const count = Math.floor((last + 1 - first) / stride) + 1;
  const ticks = Array.from({ length: count }, (_, index) => firstDayOf(first + index * stride));
  const isEarlier = spans.some(({ from }) => dayOf(from) < min);
  return { scale: "time", min, max, ticks, edge: isEarlier ? 0.12 : 0 };
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

/** Where a value stands on an axis, from 0 at its start to 1 at its end. */
export function positionOn(axis: Axis, value: number): number {
  const { min, edge } = axis;
  if (edge > 0 && value < min) return edges[axis.scale] * edge;
  return edge + (1 - edge) * shares[axis.scale](axis, value);
}

type Places = { readonly [scale in Axis["scale"]]: number };

/** Zero stands at the start of a logarithmic axis, earlier years in the middle of their place. */
const edges: Places = { linear: 0, log: 0, time: 0.5 };

const share = ({ min, max }: Axis, value: number) => (value - min) / (max - min);

const shares: { readonly [scale in Axis["scale"]]: typeof share } = {
  linear: share,
  time: share,
  log: ({ min, max }, value) => Math.log10(value / min) / Math.log10(max / min),
};

/** The value that stands at a share of an axis that is not logarithmic; at its edge, the first one. */
export function valueAt({ min, max, edge }: Axis, position: number): number {
  return min + (max - min) * Math.max(0, (position - edge) / (1 - edge));
}
