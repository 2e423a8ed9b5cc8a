import { memo, useEffect, useMemo, useState } from "react";
import { Bar, BarChart, Line, Scatter, usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { Series } from "@/data/chart/mark";
import { type Point, panelIndex, type Row, rowsOf, slotsOf } from "@/data/chart/rows";
import type { Figure } from "@/data/figure/figure";
import { useLatest } from "../controls/use-latest";
import type { AtOnce } from "../state/at-once";
import { barHeight, columnShare, heightOf } from "./chart-geometry";
import { FigureMark } from "./chart-mark";
import { Answers, LiveLink, Moving, State } from "./live-answers";
import { Axes, marginOf, still } from "./live-axes";
import type { MarkState } from "./mark-link";

interface LayoutProps {
  readonly series: Series;
  /** What marks have in common as long as they are not drawn anew. */
  readonly state: MarkState;
}

interface PlotProps extends LayoutProps {
  /** The width of the frame that the chart stands in, in CSS pixels. */
  readonly widthNow: () => number;
}

type Props = PlotProps & React.ContextType<typeof Moving> & { readonly atOnce: AtOnce<Figure> };

/** The series in Recharts; a hover or a selection reaches the parts that show it without a new drawing. */
export default function LiveChart({ series, state, pointed, brushed, widthNow, atOnce }: Props) {
  const { colors, words } = state;
  const same = useMemo(() => ({ colors, words, selected: [], Link: LiveLink }), [colors, words]);
  const moving = useMemo(() => ({ pointed, brushed }), [pointed, brushed]);
  const now = useSelectedAtOnce(state, atOnce);
  return (
    <State value={now}>
      <Moving value={moving}>
        {/* Of another layout Recharts would keep the scales of the last one for a moment. */}
        <LivePlot key={series.layout} series={series} state={same} widthNow={widthNow} />
      </Moving>
    </State>
  );
}

/** The state of marks with the selection that was asked for last, also before the state has it. */
function useSelectedAtOnce(state: MarkState, { shown }: AtOnce<Figure>): MarkState {
  const [asked, setAsked] = useState({ of: state, selected: state.selected });
  const now = useMemo(
    () => (asked.of === state ? { ...state, selected: asked.selected } : state),
    [asked, state],
  );
  const latest = useLatest({ now, state });
  useEffect(
    () =>
      shown.hear(({ view: { select } }) => {
        const { now, state: of } = latest();
        if (select.join() !== now.selected.join()) setAsked({ of, selected: select });
      }),
    [shown, latest],
  );
  return now;
}

/** Its axes, its grid and its places; our shapes of what a figure states. */
const LivePlot = memo(function LivePlot({ series, state, widthNow }: PlotProps) {
  // Recharts begins with this width, where it would draw nothing before it has measured; then it follows the frame.
  const [width] = useState(widthNow);
  const rows = rowsOf(series);
  const isUpright = series.layout === "columns";
  const draw = (slot: number) => (drawn: DrawnProps) => (
    <LiveMarks {...drawn} {...{ series, state }} index={panelIndex(series, slot)} />
  );
  return (
    <BarChart
      className="chart"
      responsive
      style={{ width, minWidth: "100%", maxWidth: "100%" }}
      layout={isUpright ? "horizontal" : "vertical"}
      height={heightOf(series)}
      data={rows}
      margin={marginOf(series)}
      barCategoryGap={isUpright ? `${50 * (1 - columnShare)}%` : 0}
      barGap={0}
      accessibilityLayer={false}
    >
      <Axes series={series} rows={rows} />
      {series.kind === "line" &&
        series.runs.map(({ ids: [id] }, run) => (
          <Line key={id} {...ids(0)} dataKey={`runs[${run}]`} dot={false} {...still} />
        ))}
      {series.layout === "times" ? (
        <Scatter
          {...ids(0)}
          {...still}
          data={daysOf(rows)}
          shape={({ payload, cy }) => draw(0)({ points: [payload], y: cy ?? 0 })}
        />
      ) : (
        Array.from({ length: slotsOf(series) }, (_, slot) => `slots[${slot}]`).map((key, slot) => (
          <Bar
            key={key}
            {...ids(panelIndex(series, slot))}
            {...still}
            dataKey={`${key}[0].span`}
            barSize={isUpright ? undefined : barHeight}
            shape={({ payload, ...place }) => draw(slot)({ ...place, points: payload.slots[slot] })}
          />
        ))
      )}
      <Answers series={series} />
    </BarChart>
  );
});

/** The axes of a panel. */
const ids = (index: number) => ({ xAxisId: index, yAxisId: index });

/** The figures of a time line, each at the middle of its days and of its row. */
function daysOf(rows: readonly Row[]) {
  return rows.flatMap(({ slots }, row) =>
    slots
      .flat()
      .map((point) => ({ ...point, row: row + 0.5, day: (point.span[0] + point.span[1]) / 2 })),
  );
}

interface DrawnProps {
  readonly points: readonly Point[];
  /** Where Recharts draws them. */
  readonly x?: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

function LiveMarks(props: DrawnProps & LayoutProps & { readonly index: number }) {
  const { points, series, state, index, x = 0, y, width = 0, height = 0 } = props;
  const area = usePlotArea();
  const [across, up] = [useXAxisScale(index), useYAxisScale(index)];
  const isUpright = series.layout === "columns";
  const scale = isUpright ? up : across;
  if (!area || !scale) return null;
  const place = {
    ...(isUpright ? { left: x, width } : { left: area.x, width: area.width }),
    isUpright,
    at: (value: number) => scale(value) ?? 0,
    unit: "",
    middle: y + height / 2,
  } as const;
  return points.map((point) => <FigureMark key={point.id} {...{ point, series, state, place }} />);
}
