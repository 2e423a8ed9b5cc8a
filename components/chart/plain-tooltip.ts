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
  return `var(--color-${(at % 5) + 1})`;
}

/** A number as it is shown: digits in threes. */
export function shownNumber(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}
