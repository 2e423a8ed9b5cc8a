import { Bar, type BarShapeProps, Rectangle, Scatter, XAxis, YAxis } from "recharts";
import { shorten } from "./chart-geometry";
import { type Bounds, PlainChart, plainAxis, sayBounds, shownNumber } from "./plain-chart";

interface Range extends Bounds {
  readonly name: string | null;
  /** The best estimate between the two, where the table has one. */
  readonly best: number | null;
}

interface Props {
  readonly ranges: readonly Range[];
  readonly title: string;
}

/** From bound to bound of each row; an open end is pale and reaches to the edge. */
export default function RangesChart({ ranges, title }: Props) {
  const bounds = ranges.flatMap(({ low, high, best }) =>
    [low, high, best].filter((end) => end !== null),
  );
  const [least, most] = [Math.min(0, ...bounds), Math.max(...bounds)];
  // A little beyond the last bound, where an axis has a number that is read at a glance.
  const step = 10 ** Math.floor(Math.log10(most - least || 1)) / 2;
  const edge = Math.ceil((most + step / 10) / step) * step;
  const rows = ranges.map((range, place) => ({
    ...range,
    // Two rows may have one name, and an axis of names would draw them as one.
    place,
    span: [range.low ?? least, range.high ?? edge],
  }));
  const nameAt = (at: unknown) => shorten(ranges[Number(at)]?.name ?? "(missing)", 166);
  return (
    <PlainChart
      title={title}
      names={[title]}
      height={rows.length * 24 + 70}
      layout="vertical"
      data={rows}
      grid={{ horizontal: false }}
      tooltip={{
        labelFormatter: nameAt,
        formatter: (value, name, { payload }) => [
          name === "Best" ? shownNumber(Number(value)) : sayBounds(payload),
          name,
        ],
      }}
    >
      <XAxis type="number" domain={[least, edge]} tickFormatter={shownNumber} {...plainAxis} />
      <YAxis
        type="category"
        dataKey="place"
        tickFormatter={nameAt}
        width={150}
        interval={0}
        {...plainAxis}
      />
      <Bar
        dataKey="span"
        name="States"
        fill="var(--color-1)"
        barSize={10}
        minPointSize={4}
        isAnimationActive={false}
        shape={(props: BarShapeProps) => {
          const { low, high } = props.payload;
          return <Rectangle {...props} fillOpacity={low === null || high === null ? 0.4 : 1} />;
        }}
      />
      <Scatter
        dataKey="best"
        name="Best"
        fill="var(--paper)"
        stroke="var(--ink)"
        isAnimationActive={false}
      />
    </PlainChart>
  );
}
