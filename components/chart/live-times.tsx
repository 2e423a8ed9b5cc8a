import { ReferenceArea, Scatter, ScatterChart, type ScatterShapeProps, YAxis } from "recharts";
import { rowsOf } from "@/data/chart/rows";
import { Answers, type LayoutProps, still } from "./live-parts";
import { axesOf, categories, headOf, LiveRowMark, rowChart } from "./live-rows";

/** All dated figures at their days. */
export function LiveTimes({ series, state }: LayoutProps) {
  const rows = rowsOf(series);
  const points = rows.flatMap(({ marks }, row) =>
    marks.map((point) => ({ ...point, row: row + 0.5, day: (point.span[0] + point.span[1]) / 2 })),
  );
  const heads = rows.flatMap(({ label }, row) => (label ? [row + 0.5] : []));
  return (
    <ScatterChart {...rowChart(series)}>
      {axesOf(series)}
      <YAxis
        yAxisId={0}
        {...categories}
        type="number"
        dataKey="row"
        domain={[0, rows.length]}
        reversed
        ticks={heads}
        tick={headOf(
          rows.filter(({ label }) => label),
          series.layout,
        )}
      />
      {series.axis.edge < series.axis.from && (
        <ReferenceArea xAxisId={0} yAxisId={0} x2={series.axis.from} className="edge" />
      )}
      <Scatter
        xAxisId={0}
        yAxisId={0}
        data={points}
        {...still}
        shape={({ payload, cy }: ScatterShapeProps) => (
          <LiveRowMark {...{ series, state, index: 0 }} point={payload} middle={cy ?? 0} />
        )}
      />
      <Answers series={series} />
    </ScatterChart>
  );
}
