import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  Line,
  ReferenceLine,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { meanOf } from "@/data/chart/average";
import { type Point, rowsOf } from "@/data/chart/rows";
import { bottomOf, columnShare, heightOf, margins, slotsOf } from "./chart-geometry";
import { YearTick } from "./chart-heads";
import { markShapes } from "./chart-mark";
import { Answers, bare, type LayoutProps, still, valueAxis } from "./live-parts";

/** Years side by side. */
export function LiveColumns({ series, state }: LayoutProps) {
  const { axis, kind, title } = series;
  const { top, right, bottom, left } = margins.columns;
  const rows = rowsOf(series);
  const mean = kind === "line" ? meanOf(series) : null;
  return (
    <BarChart
      className="chart"
      responsive
      height={heightOf(series)}
      data={rows}
      margin={{ top, right, bottom: 0, left: 0 }}
      barCategoryGap={`${50 * (1 - columnShare)}%`}
      barGap={0}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} fill="transparent" />
      <XAxis
        dataKey="label"
        height={bottom}
        interval={0}
        {...bare}
        tick={({ index, x }) => <Year {...{ series, index, x }} row={rows[index]} />}
      />
      <YAxis
        {...valueAxis(axis, true)}
        width={left}
        label={{ value: title, position: { x: 8, y: -31 }, textAnchor: "start" }}
      />
      <ReferenceLine y={axis.edge} className="zero" />
      {kind === "line" &&
        series.runs.map(({ ids: [id] }, run) => (
          <Line key={id} dataKey={`runs[${run}]`} dot={false} {...still} />
        ))}
      {mean && (
        <ReferenceLine
          y={mean.value}
          label={{ value: mean.text, position: "insideBottomRight" }}
          className="mean"
        />
      )}
      {Array.from({ length: slotsOf(series) }, (_, slot) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
          key={slot}
          dataKey={`marks[${slot}].span`}
          {...still}
          shape={({ payload: { marks, parts }, x, width }: BarShapeProps) => (
            <Column
              {...{ series, state, x, width }}
              points={[marks[slot], ...(slot === 0 ? parts : [])]}
            />
          )}
        />
      ))}
      <Answers series={series} />
    </BarChart>
  );
}

interface ColumnProps extends LayoutProps {
  /** The figure of the column, and the parts that stand inside it. */
  readonly points: readonly Point[];
  readonly x: number;
  readonly width: number;
}

function Column({ points, series, state, x, width }: ColumnProps) {
  const scale = useYAxisScale();
  const at = (value: number) => scale?.(value) ?? 0;
  const place = { isUpright: true, at, left: x, width, unit: "", middle: 0 } as const;
  return points.map((point) => (
    <markShapes.columns key={point.id} {...{ point, series, state, place, index: 0 }} />
  ));
}

type YearProps = Omit<React.ComponentProps<typeof YearTick>, "bottom" | "zero">;

function Year(props: YearProps) {
  const { series } = props;
  const zero = useYAxisScale()?.(series.axis.edge) ?? 0;
  return <YearTick {...props} bottom={bottomOf(series)} zero={zero} />;
}
