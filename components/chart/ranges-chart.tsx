import { Bar, BarChart, CartesianGrid, Rectangle, Tooltip, XAxis, YAxis } from "recharts";
import { gridLook, shownNumber, tooltipLook } from "./plain-tooltip";

interface Range {
  readonly name: string | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface Props {
  readonly ranges: readonly Range[];
  readonly title: string;
  readonly width: number;
}

/** From bound to bound of each row; an open end is pale and reaches to the edge. */
export default function RangesChart({ ranges, title, width }: Props) {
  const bounds = ranges.flatMap(({ low, high }) => [low ?? [], high ?? []].flat());
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
    <BarChart
      width={width}
      height={rows.length * 24 + 70}
      layout="vertical"
      data={rows}
      margin={{ top: 12, right: 24, bottom: 8, left: 8 }}
      title={title}
    >
      <CartesianGrid horizontal={false} {...gridLook} />
      <XAxis
        type="number"
        domain={[least, edge]}
        tickFormatter={shownNumber}
        stroke="var(--quiet)"
      />
      <YAxis
        type="category"
        dataKey="place"
        tickFormatter={(at: number) => nameOf(ranges[at])}
        width={150}
        interval={0}
        stroke="var(--quiet)"
      />
      <Tooltip
        {...tooltipLook}
        cursor={{ fill: "var(--hover)" }}
        labelFormatter={(at) => nameOf(ranges[Number(at)])}
        formatter={(_, __, { payload }) => [said(payload as Range), "States"]}
      />
      <Bar
        dataKey="span"
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
    </BarChart>
  );
}

function nameOf(range: Range | undefined): string {
  const name = range?.name ?? "(missing)";
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}

function said({ low, high }: Range): string {
  if (low === null) return `at most ${shownNumber(high ?? 0)}`;
  if (high === null) return `at least ${shownNumber(low)}`;
  return low === high ? shownNumber(low) : `${shownNumber(low)} to ${shownNumber(high)}`;
}
