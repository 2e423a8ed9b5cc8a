import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Rectangle,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { axisLook, gridLook, margin, saidRange, shownNumber, tooltipLook } from "./plain-tooltip";

interface Range {
  readonly name: string | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The best estimate between the two, where the table has one. */
  readonly best: number | null;
}

interface Props {
  readonly ranges: readonly Range[];
  readonly title: string;
  readonly width: number;
}

/** From bound to bound of each row; an open end is pale and reaches to the edge. */
export default function RangesChart({ ranges, title, width }: Props) {
  const bounds = ranges.flatMap(({ low, high, best }) =>
    [low, high, best].filter((end) => end !== null),
  );
  const least = Math.min(0, ...bounds);
  const most = Math.max(...bounds);
  // A little beyond the last bound, where an axis has a number that is read at a glance.
  const step = 10 ** Math.floor(Math.log10(most - least || 1)) / 2;
  const edge = Math.ceil((most + step / 10) / step) * step;
  const rows = ranges.map((range, at) => ({
    ...range,
    // Two rows may have one name, and an axis of names would draw them as one.
    place: at,
    span: [range.low ?? least, range.high ?? edge],
  }));
  return (
    <ComposedChart
      width={width}
      height={rows.length * 24 + 70}
      layout="vertical"
      data={rows}
      margin={margin}
      title={title}
    >
      <CartesianGrid horizontal={false} {...gridLook} />
      <XAxis type="number" domain={[least, edge]} tickFormatter={shownNumber} {...axisLook} />
      <YAxis
        type="category"
        dataKey="place"
        tickFormatter={(at: number) => nameOf(ranges[at])}
        width={150}
        interval={0}
        {...axisLook}
      />
      <Tooltip
        {...tooltipLook}
        cursor={{ fill: "var(--hover)" }}
        labelFormatter={(at) => nameOf(ranges[Number(at)])}
        formatter={(value, name, { payload: { low, high } }) =>
          name === "Best" ? [shownNumber(Number(value)), name] : [saidRange(low, high), name]
        }
      />
      <Bar
        dataKey="span"
        name="States"
        fill="var(--color-1)"
        barSize={10}
        minPointSize={4}
        isAnimationActive={false}
        shape={(props) => {
          const { low, high } = (props as { payload?: Range }).payload ?? { low: 0, high: 0 };
          const isOpen = low === null || high === null;
          return <Rectangle {...props} fillOpacity={isOpen ? 0.4 : 1} />;
        }}
      />
      <Scatter
        dataKey="best"
        name="Best"
        fill="var(--paper)"
        stroke="var(--ink)"
        isAnimationActive={false}
      />
    </ComposedChart>
  );
}

function nameOf(range: Range | undefined): string {
  const name = range?.name ?? "(missing)";
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}
