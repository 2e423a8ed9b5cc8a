import { Fragment } from "react";
import {
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { meanOf } from "@/data/chart/average";
import { type Axis, tickLabel } from "@/data/chart/axis";
import type { Series } from "@/data/chart/mark";
import { panelsOf, type Row } from "@/data/chart/rows";
import { type Length, margins } from "./chart-geometry";
import { labelLines, PanelTitle, RowHead, ValueTick, YearTick } from "./chart-heads";

interface Props {
  readonly series: Series;
  readonly rows: readonly Row[];
}

export const still = { isAnimationActive: false } as const;
export const bare = { tickLine: false, axisLine: false, interval: 0 } as const;

/** An axis of values as Recharts takes it. */
export function valueAxis(axis: Axis, isUpright = false) {
  return {
    ...bare,
    type: "number",
    scale: axis.scale,
    domain: [...axis.domain],
    ticks: [...axis.ticks],
    tickFormatter: (tick: number) => tickLabel(axis, tick, isUpright),
  } as const;
}

/** The space around a chart that its axes leave: those of rows take a pixel each, their labels stand in it. */
export function marginOf(series: Series) {
  const { layout } = series;
  const { top, right, bottom, left } = margins[layout];
  if (layout === "columns") return { top, right, bottom: 0, left: 0 };
  const count = panelsOf(series).length;
  const above = layout === "lanes" ? 0 : count;
  return { top: top - above, right, bottom: bottom - count, left };
}

/** The axes of a chart with its grid, its zero and what it is measured by. */
export function Axes(props: Props) {
  return props.series.layout === "columns" ? <ColumnAxes {...props} /> : <RowAxes {...props} />;
}

function ColumnAxes({ series, rows }: Props) {
  const { axis, kind, title } = series;
  const { bottom, left } = margins.columns;
  const mean = kind === "line" ? meanOf(series) : null;
  return (
    <>
      <CartesianGrid vertical={false} fill="transparent" />
      <XAxis
        dataKey="label"
        height={bottom}
        {...bare}
        tick={({ index, x }) => <LiveYear {...{ series, index, x }} row={rows[index]} />}
      />
      <YAxis
        {...valueAxis(axis, true)}
        width={left}
        label={{ value: title, position: { x: 8, y: -31 }, textAnchor: "start" }}
      />
      <ReferenceLine y={axis.edge} className="zero" />
      {mean && (
        <ReferenceLine
          y={mean.value}
          label={{ value: mean.text, position: "insideBottomRight" }}
          className="mean"
        />
      )}
    </>
  );
}

function LiveYear(props: Omit<React.ComponentProps<typeof YearTick>, "zero">) {
  const zero = useYAxisScale()?.(props.series.axis.edge) ?? 0;
  return <YearTick {...props} zero={zero} />;
}

/** Of one measure, or of two side by side. */
function RowAxes({ series, rows }: Props) {
  const { layout } = series;
  const isTime = layout === "times";
  const [above = 0, below = above] = labelLines(series);
  return panelsOf(series).map((panel, index) => {
    const id = { xAxisId: index, yAxisId: index };
    const axis = { ...valueAxis(panel.axis), ...(isTime ? { dataKey: "day" } : {}), height: 1 };
    const tick =
      (y: number) =>
      ({ x, payload }: { x: Length; payload: { value: number } }) => (
        <ValueTick {...{ panel, series, x, y }} tick={payload.value} />
      );
    return (
      <Fragment key={panel.measure}>
        <CartesianGrid
          {...id}
          {...(index === 0 ? { fill: "transparent" } : {})}
          horizontal={false}
          verticalValues={[...panel.axis.ticks]}
        />
        <XAxis xAxisId={index} {...axis} tick={tick(below)} />
        {layout !== "lanes" && (
          <XAxis
            xAxisId={`above ${index}`}
            orientation="top"
            allowDataOverflow
            {...axis}
            tick={tick(above)}
          />
        )}
        <YAxis
          yAxisId={index}
          {...bare}
          mirror
          {...(isTime ? placesOf(rows) : { type: "category", dataKey: "key" })}
          tick={
            index === 0 &&
            (({ index: at, y, payload: { value } }) => (
              <LiveHead
                row={rows[isTime ? Math.floor(value) : at]}
                layout={layout}
                middle={Number(y)}
              />
            ))
          }
        />
        {!isTime && <ReferenceLine {...id} x={panel.axis.edge} className="zero" />}
        {isTime && panel.axis.edge < panel.axis.from && (
          <ReferenceArea {...id} x2={panel.axis.from} className="edge" />
        )}
        <LiveTitle {...{ panel, series, index }} />
      </Fragment>
    );
  });
}

/** The rows of a time line hold many figures each, so that they are places on an axis of numbers. */
function placesOf(rows: readonly Row[]) {
  const ticks = rows.flatMap(({ label }, at) => (label ? [at + 0.5] : []));
  return {
    type: "number",
    dataKey: "row",
    domain: [0, rows.length],
    ticks,
  } as const;
}

/** The name of a row where Recharts would put the label of its axis. */
function LiveHead(props: Omit<React.ComponentProps<typeof RowHead>, "x" | "width">) {
  const { x = 0, width = 0 } = usePlotArea() ?? {};
  return <RowHead {...props} {...{ x, width }} />;
}

function LiveTitle(props: Omit<React.ComponentProps<typeof PanelTitle>, "at">) {
  const area = usePlotArea();
  return area && <PanelTitle {...props} at={(share) => area.x + share * area.width} />;
}
