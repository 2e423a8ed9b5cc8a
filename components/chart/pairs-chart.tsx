import { Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { colorOf, PlainChart, plainAxis, shownNumber } from "./plain-chart";

interface Props {
  readonly points: readonly { readonly x: number; readonly y: number; readonly group: number }[];
  /** The names of the groups; one nameless where the points have one colour. */
  readonly groups: readonly string[];
  readonly across: string;
  readonly upwards: string;
  readonly title: string;
  readonly height: number;
}

/** Two numbers of each row as points. */
export default function PairsChart(props: Props) {
  const { points, groups, across, upwards, title, height } = props;
  const axis = {
    type: "number",
    domain: ["auto", "auto"],
    tickFormatter: shownNumber,
    ...plainAxis,
  } as const;
  const middle = { textAnchor: "middle" } as const;
  return (
    <PlainChart
      Chart={ScatterChart}
      {...{ title, names: groups }}
      height={height + 40}
      margin={{ top: 24, right: 24, bottom: 24, left: 8 }}
      tooltip={{ cursor: { strokeDasharray: "2 3" } }}
    >
      <XAxis
        dataKey="x"
        name={across}
        label={{ value: across, position: "insideBottom", offset: -12 }}
        {...axis}
      />
      <YAxis
        dataKey="y"
        name={upwards}
        width={64}
        label={{ value: upwards, angle: -90, position: "insideLeft", style: middle }}
        {...axis}
      />
      {groups.map((name, at) => (
        <Scatter
          key={name}
          name={name || title}
          data={points.filter(({ group }) => group === at)}
          fill={colorOf(at)}
          fillOpacity={0.65}
          isAnimationActive={false}
        />
      ))}
    </PlainChart>
  );
}
