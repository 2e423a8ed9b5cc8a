/** How a tooltip of Recharts looks here. */
export const tooltipLook = {
  isAnimationActive: false,
  contentStyle: { background: "var(--paper)", borderColor: "var(--line)" },
  labelStyle: { color: "var(--ink)" },
  itemStyle: { color: "var(--ink)" },
} as const;

/** The lines behind a chart. */
export const gridLook = { stroke: "var(--line)", strokeDasharray: "2 3" } as const;

/** The colour of the so many-th series. */
export function colorOf(at: number): string {
  return `var(--color-${(at % 6) + 1})`;
}

/** A number as it is shown: digits in threes. */
export function shownNumber(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

/** A number with what is open about it: "at least 10", "10 to 19". */
export function saidRange(low: number | null, high: number | null): string {
  if (low === null) return high === null ? "no number" : `at most ${shownNumber(high)}`;
  if (high === null) return `at least ${shownNumber(low)}`;
  return low === high ? shownNumber(low) : `${shownNumber(low)} to ${shownNumber(high)}`;
}

/** The axis of a chart of a reader's own table. */
export const axisLook = { stroke: "var(--quiet)" } as const;

/** The room around its plot. */
export const margin = { top: 12, right: 24, bottom: 8, left: 8 } as const;
