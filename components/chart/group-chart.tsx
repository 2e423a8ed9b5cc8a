import { Bar, BarChart, CartesianGrid, Legend, Tooltip, XAxis, YAxis } from "recharts";
import {
  axisLook,
  colorOf,
  gridLook,
  margin,
  saidRange,
  shownNumber,
  tooltipLook,
} from "./plain-tooltip";

/** A group of rows: a number with its bounds for each series, null where an end is open. */
interface BarGroup {
  readonly name: string | null;
  /** How many groups this one holds together. */
  readonly groups?: number;
  readonly cells: readonly { readonly low: number | null; readonly high: number | null }[];
}

export interface Bars {
  readonly groups: readonly BarGroup[];
  /** The names of the series; "" where there is one alone. */
  readonly across: readonly (string | null)[];
  /** The steps of time; null where the groups are none. */
  readonly grain: string | null;
}

interface Props {
  readonly grouped: Bars;
  /** What the bars count, for the axis. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** The parts of a bar come to something together: not means, nor the lowest or highest. */
  readonly isStacked: boolean;
  readonly onChoose: (group: string | null) => void;
}

/** Groups of rows as bars: steps of time side by side, other groups below one another. */
export default function GroupChart({ grouped, title, width, height, isStacked, onChoose }: Props) {
  const { groups, across, grain } = grouped;
  const isTime = grain !== null;
  const rows = groups.map(({ name, groups: held, cells }) => ({
    name: held ? `${shownNumber(held)} others` : (name ?? "(missing)"),
    ...Object.fromEntries(cells.map(({ low, high }, at) => [`v${at}`, low ?? high])),
  }));
  const axes = isTime ? (
    <>
      <XAxis dataKey="name" minTickGap={24} {...axisLook} />
      <YAxis width={56} allowDecimals={false} {...axisLook} />
    </>
  ) : (
    <>
      <XAxis type="number" allowDecimals={false} {...axisLook} />
      <YAxis type="category" dataKey="name" width={150} interval={0} {...axisLook} />
    </>
  );
  return (
    <BarChart
      width={width}
      height={isTime ? height : Math.max(height, groups.length * 26 + 60)}
      layout={isTime ? "horizontal" : "vertical"}
      data={rows}
      margin={margin}
      title={title}
    >
      <CartesianGrid vertical={!isTime} horizontal={isTime} {...gridLook} />
      {axes}
      <Tooltip
        {...tooltipLook}
        cursor={{ fill: "var(--hover)" }}
        formatter={(value, name, { dataKey, payload }) => {
          const at = Number(String(dataKey).slice(1));
          const cell = groups[rows.indexOf(payload)]?.cells[at];
          return [cell ? saidRange(cell.low, cell.high) : String(value), name];
        }}
      />
      {across.length > 1 && <Legend verticalAlign="top" height={48} />}
      {across.map((name, at) => (
        <Bar
          key={name ?? "missing"}
          dataKey={`v${at}`}
          name={name === "" ? title : (name ?? "(missing)")}
          stackId={isStacked ? "all" : undefined}
          fill={name === null ? "var(--quiet)" : colorOf(at)}
          isAnimationActive={false}
          onClick={(_, index) => onChoose(groups[index]?.name ?? null)}
        />
      ))}
    </BarChart>
  );
}
