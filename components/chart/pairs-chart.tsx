import { CartesianGrid, Legend, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from "recharts";
import { axisLook, colorOf, gridLook, shownNumber, tooltipLook } from "./plain-tooltip";

interface Props {
  readonly points: readonly { readonly x: number; readonly y: number; readonly group: number }[];
  /** The names of the groups; one nameless where the points have one colour. */
  readonly groups: readonly string[];
  readonly across: string;
  readonly upwards: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** Two numbers of each row as points. */
export default function PairsChart(props: Props) {
  const { points, groups, across, upwards, title, width, height } = props;
  const tick = { tickFormatter: shownNumber, ...axisLook };
  return (
    <ScatterChart
      width={width}
      height={height + 40}
      margin={{ top: 24, right: 24, bottom: 24, left: 8 }}
      title={title}
    >
      <CartesianGrid {...gridLook} />
      <XAxis
        type="number"
        dataKey="x"
        name={across}
        domain={["auto", "auto"]}
        label={{ value: across, position: "insideBottom", offset: -12 }}
        {...tick}
      />
      <YAxis
        type="number"
        dataKey="y"
        name={upwards}
        domain={["auto", "auto"]}
        width={64}
        label={{
          value: upwards,
          angle: -90,
          position: "insideLeft",
          style: { textAnchor: "middle" },
        }}
        {...tick}
      />
      <Tooltip {...tooltipLook} cursor={{ strokeDasharray: "2 3" }} />
      {groups.length > 1 && <Legend verticalAlign="top" height={28} />}
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
    </ScatterChart>
  );
}
