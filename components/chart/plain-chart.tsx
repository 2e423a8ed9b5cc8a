import { BarChart, CartesianGrid, Legend, Tooltip, type TooltipProps } from "recharts";

interface Props extends React.ComponentProps<typeof BarChart> {
  /** Another chart than that of groups. */
  readonly Chart?: typeof BarChart;
  /** The names of what it draws; one alone needs no legend. */
  readonly names: readonly string[];
  readonly grid?: React.ComponentProps<typeof CartesianGrid>;
  readonly tooltip?: Partial<TooltipProps>;
}

/** A chart of a reader's own table: its grid, its tooltip and its legend, and what it draws. */
export function PlainChart({ Chart = BarChart, names, grid, tooltip, children, ...chart }: Props) {
  return (
    <Chart
      responsive
      style={{ width: "100%" }}
      margin={{ top: 12, right: 24, bottom: 8, left: 8 }}
      {...chart}
    >
      <CartesianGrid stroke="var(--line)" strokeDasharray="2 3" {...grid} />
      <Tooltip
        isAnimationActive={false}
        contentStyle={{ background: "var(--paper)", borderColor: "var(--line)" }}
        labelStyle={ink}
        itemStyle={ink}
        cursor={{ fill: "var(--hover)" }}
        {...tooltip}
      />
      {names.length > 1 && <Legend verticalAlign="top" height={names.length > 4 ? 48 : 28} />}
      {children}
    </Chart>
  );
}

const ink = { color: "var(--ink)" } as const;

/** The look of an axis of it. */
export const plainAxis = { stroke: "var(--quiet)" } as const;

/** The colour of the so many-th series. */
export function colorOf(at: number): string {
  return `var(--color-${(at % 6) + 1})`;
}

/** A number as it is shown: digits in threes. */
export function shownNumber(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

/** A number with what is open about it. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** In words: "at least 10", "10 to 19". */
export function sayBounds({ low, high }: Bounds): string {
  if (low === null) return high === null ? "no number" : `at most ${shownNumber(high)}`;
  if (high === null) return `at least ${shownNumber(low)}`;
  return low === high ? shownNumber(low) : `${shownNumber(low)} to ${shownNumber(high)}`;
}
