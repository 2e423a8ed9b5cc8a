import { Bar, ErrorBar, Line, XAxis, YAxis } from "recharts";
import { type Bounds, colorOf, PlainChart, plainAxis, sayBounds, shownNumber } from "./plain-chart";

/** A group of rows: a number with its bounds for each series, null where an end is open. */
interface Group {
  readonly name: string;
  /** More of it, for the tooltip. */
  readonly says?: string;
  readonly cells: readonly Bounds[];
}

interface Props {
  readonly groups: readonly Group[];
  /** The names of the series; null of the rows that have none. */
  readonly series: readonly (string | null)[];
  /** What the numbers count. */
  readonly title: string;
  readonly height: number;
  /** Steps stand side by side, as bars, as bars that touch or as lines; else groups are below one another. */
  readonly as: "groups" | "steps" | "bins" | "lines";
  /** The parts of a bar come to something together: not means, nor the lowest or highest. */
  readonly isStacked?: boolean;
  readonly onChoose?: (index: number) => void;
}

/** A number for each group of rows. A range is a whisker from its lower bound to its upper one. */
export default function GroupChart(props: Props) {
  const { groups, series, title, height, as, isStacked = false, onChoose } = props;
  const isLying = as === "groups";
  const rows = groups.map(({ cells, ...group }) => ({ ...group, cells: cells.map(toCell) }));
  const names = series.map((name) => (name === "" ? title : (name ?? "(missing)")));
  const numbers = { allowDecimals: as === "lines", tickFormatter: shownNumber, ...plainAxis };
  const looks = names.map((name, at) => ({
    name,
    dataKey: `cells[${at}].value`,
    fill: series[at] === null ? "var(--quiet)" : colorOf(at),
    isAnimationActive: false,
    children: !(isStacked && series.length > 1) && (
      <ErrorBar dataKey={`cells[${at}].reach`} stroke="var(--ink-soft)" isAnimationActive={false} />
    ),
  }));
  return (
    <PlainChart
      {...{ title, names }}
      height={isLying ? Math.max(height, groups.length * 26 + 60) : height}
      layout={isLying ? "vertical" : "horizontal"}
      data={rows}
      barCategoryGap={as === "bins" ? 1 : undefined}
      grid={{ vertical: isLying, horizontal: !isLying }}
      tooltip={{
        labelFormatter: (name, [item]) => item?.payload.says ?? name,
        formatter: (value, name, { dataKey, payload }) => {
          const cell = payload.cells[Number(/\d+/.exec(String(dataKey)))];
          return [cell ? sayBounds(cell) : String(value), name];
        },
      }}
    >
      {isLying ? (
        <XAxis type="number" {...numbers} />
      ) : (
        <XAxis dataKey="name" minTickGap={24} {...plainAxis} />
      )}
      {isLying ? (
        <YAxis type="category" dataKey="name" width={150} interval={0} {...plainAxis} />
      ) : (
        <YAxis width={64} {...numbers} />
      )}
      {looks.map((look, at) =>
        as === "lines" ? (
          <Line
            key={look.name}
            {...look}
            stroke={look.fill}
            strokeDasharray={at < 5 ? undefined : "5 3"}
            strokeWidth={2}
            dot={{ r: 2.5 }}
          />
        ) : (
          <Bar
            key={look.name}
            {...look}
            stackId={isStacked ? "all" : undefined}
            onClick={(_, index) => onChoose?.(index)}
          />
        ),
      )}
    </PlainChart>
  );
}

function toCell({ low, high }: Bounds) {
  const reach = low === null || high === null || low === high ? null : [0, high - low];
  return { low, high, value: low ?? high, reach };
}
