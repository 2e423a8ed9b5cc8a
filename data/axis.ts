/** A linear axis from 0 to a round number, with its ticks. */
export interface Axis {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** An axis that holds all values, with two to six round ticks; 0 to 1 where there are none. */
export function toAxis(values: readonly number[]): Axis {
  const highest = Math.max(0, ...values);
  if (highest === 0) return { max: 1, ticks: [0, 1] };
  const step = roundStep(highest / 4);
  const count = Math.ceil(highest / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** The 1, 2 or 5 × 10ⁿ next to a step, never under 1 since most figures count whole things. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((each) => each * power >= step) ?? 10;
  return Math.max(1, factor * power);
}

/** Where a value stands on an axis, from 0 at its start to 1 at its end. */
export function positionOn({ max }: Axis, value: number): number {
  return value / max;
}
