import { memo } from "react";
import { Bar, BarChart, type BarShapeProps, usePlotArea, XAxis, YAxis } from "recharts";
import type { Band, Mark, Series } from "@/data/series";
import { ChartFrame } from "./chart-frame";
import { columnBands, columnShare, heightOf, margins, slotsOf } from "./chart-geometry";
import { ColumnMark, LaneMark, type MarkState, type Scale } from "./chart-mark";

export interface LiveChartProps {
  readonly series: Series;
  readonly state: MarkState;
  readonly label: string;
}

/** The same series in Recharts: it lays out the bands, our marks stand in them. */
function LiveChart(props: LiveChartProps) {
  return props.series.layout === "columns" ? <Columns {...props} /> : <Lanes {...props} />;
}

export default memo(LiveChart);

const gap = `${(100 * (1 - columnShare)) / 2}%`;

function Columns({ series, state, label }: LiveChartProps) {
  const { top } = margins.columns;
  const marks = Array.from(
    { length: slotsOf(series) },
    (_, slot) => (band: Band) => band.marks[slot],
  );
  const part = (band: Band) => band.parts[0];
  const shape = (markOf: (band: Band) => Mark | undefined) => (shape: BarShapeProps) => {
    const mark = markOf(shape.payload);
    if (!mark) return null;
    const { x, width } = shape;
    return (
      <ColumnMark
        mark={mark}
        series={series}
        state={state}
        x={x}
        width={width}
        center={x + width / 2}
        top={top}
      />
    );
  };
  return (
    <BarChart
      className="chart"
      responsive
      height={heightOf(series)}
      data={[...columnBands(series)]}
      margin={margins.columns}
      barCategoryGap={gap}
      barGap={0}
      title={label}
    >
      <XAxis dataKey="key" xAxisId="wholes" hide />
      <XAxis dataKey="key" xAxisId="parts" hide />
      <YAxis hide domain={[0, series.axis.max]} />
      <Frame series={series} top={top} />
      {marks.map((markOf, slot) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
          key={slot}
          xAxisId="wholes"
          dataKey={(band: Band) => topOf(markOf(band))}
          shape={shape(markOf)}
          isAnimationActive={false}
        />
      ))}
      <Bar
        xAxisId="parts"
        dataKey={(band: Band) => topOf(part(band))}
        shape={shape(part)}
        isAnimationActive={false}
      />
    </BarChart>
  );
}

function topOf(mark: Mark | undefined): number | null {
  return mark ? (mark.high ?? mark.low ?? 0) : null;
}

function Lanes({ series, state, label }: LiveChartProps) {
  const { top } = margins.lanes;
  const shape = ({ payload, y, background }: BarShapeProps) => (
    <LaneMark
      band={payload}
      series={series}
      state={state}
      scale={pixels(background?.x ?? 0, background?.width ?? 0)}
      y={y}
    />
  );
  return (
    <BarChart
      className="chart"
      layout="vertical"
      responsive
      height={heightOf(series)}
      data={[...series.bands]}
      margin={margins.lanes}
      barCategoryGap={0}
      title={label}
    >
      <XAxis type="number" hide domain={[0, series.axis.max]} />
      <YAxis type="category" dataKey="key" hide />
      <Frame series={series} top={top} />
      <Bar dataKey={() => series.axis.max} shape={shape} isAnimationActive={false} />
    </BarChart>
  );
}

function Frame({ series, top }: { series: Series; top: number }) {
  const area = usePlotArea();
  return area && <ChartFrame series={series} scale={pixels(area.x, area.width)} top={top} />;
}

function pixels(x: number, width: number): Scale {
  return { at: (share) => x + share * width, size: (share) => share * width };
}
