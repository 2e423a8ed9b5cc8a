import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import type { Panel, Series } from "@/data/chart/mark";
import { type Point, type Row, rowsOf } from "@/data/chart/rows";
import { barHeight, heightOf, type Length, margins } from "./chart-geometry";
import { PanelTitle, RowHead, ValueTick } from "./chart-heads";
import { markShapes } from "./chart-mark";
import { Answers, bare, type LayoutProps, still, valueAxis } from "./live-parts";

/** Figures below one another; those of events on two axes side by side. */
export function LiveRows({ series, state }: LayoutProps) {
  const { layout } = series;
  const rows = rowsOf(series);
  return (
    <BarChart {...rowChart(series)} layout="vertical" data={rows} barCategoryGap={0}>
      {axesOf(series)}
      {panelsOf(series).map(([{ measure }, index]) => (
        <YAxis
          key={measure}
          yAxisId={index}
          {...categories}
          tick={index === 0 && headOf(rows, layout)}
        />
      ))}
      {panelsOf(series).map(([panel, index]) => (
        <Bar
          key={panel.measure}
          xAxisId={index}
          yAxisId={index}
          dataKey={`${index === 0 ? "marks" : "beside"}[0].span`}
          barSize={barHeight}
          {...still}
          shape={({ payload: { marks, beside }, y, height }: BarShapeProps) => (
            <LiveRowMark
              {...{ series, state, index }}
              point={(index === 0 ? marks : beside)[0]}
              middle={y + height / 2}
            />
          )}
        />
      ))}
      <Answers series={series} />
    </BarChart>
  );
}

/** A measure, or two beside each other. */
function panelsOf(series: Series): readonly (readonly [panel: Panel, index: 0 | 1])[] {
  return [[series, 0], ...(series.beside ? [[series.beside, 1] as const] : [])];
}

/** What charts of rows have in common. Each axis takes a pixel, its labels stand in the margin. */
export function rowChart(series: Series) {
  const { top, right, bottom, left } = margins[series.layout];
  const count = panelsOf(series).length;
  const above = series.layout === "lanes" ? 0 : count;
  return {
    className: "chart",
    responsive: true,
    height: heightOf(series),
    margin: { top: top - above, right, bottom: bottom - count, left },
    accessibilityLayer: false,
  } as const;
}

export const categories = {
  type: "category",
  dataKey: "key",
  interval: 0,
  mirror: true,
  ...bare,
} as const;

/** The name of each row where Recharts would put the label of its axis. */
export function headOf(rows: readonly Row[], layout: Series["layout"]) {
  return ({ index, y }: { index: number; y: number | string }) =>
    rows[index] ? <LiveHead row={rows[index]} layout={layout} middle={Number(y)} /> : <g />;
}

function LiveHead(props: Omit<React.ComponentProps<typeof RowHead>, "x" | "width">) {
  const { x = 0, width = 0 } = usePlotArea() ?? {};
  return <RowHead {...props} x={x} width={width} />;
}

/** The axes of values of a chart of rows, above and below, and its grid. */
export function axesOf(series: Series) {
  const { layout } = series;
  return panelsOf(series).flatMap(([panel, index]) => {
    const axis = {
      ...valueAxis(panel.axis),
      ...(layout === "times" ? { dataKey: "day" } : {}),
      height: 1,
    };
    const tick =
      (below: number) =>
      ({ x, y, payload }: { x: Length; y: Length; payload: { value: number } }) => (
        <ValueTick {...{ panel, series, x }} tick={payload.value} y={Number(y) + below} />
      );
    const id = { xAxisId: index, yAxisId: index };
    return [
      <CartesianGrid
        key={`grid ${index}`}
        {...id}
        {...(index === 0 ? { fill: "transparent" } : {})}
        horizontal={false}
        verticalValues={[...panel.axis.ticks]}
      />,
      layout !== "times" && (
        <ReferenceLine key={`zero ${index}`} {...id} x={panel.axis.edge} className="zero" />
      ),
      <XAxis key={index} xAxisId={index} {...axis} tick={tick(9)} />,
      layout !== "lanes" && (
        <XAxis
          key={`above ${index}`}
          xAxisId={`above ${index}`}
          orientation="top"
          allowDataOverflow
          {...axis}
          tick={tick(0)}
        />
      ),
      <LivePanelTitle key={`title ${index}`} {...{ panel, series, index }} />,
    ];
  });
}

type TitleProps = Omit<React.ComponentProps<typeof PanelTitle>, "at">;

function LivePanelTitle(props: TitleProps) {
  const area = usePlotArea();
  const { layout, title } = props.series;
  if (!area || layout === "times") return null;
  if (layout === "events")
    return <PanelTitle {...props} at={(share) => area.x + share * area.width} />;
  return (
    <text className="axis-title" x={area.x} y={area.y + area.height + 36}>
      {title}
    </text>
  );
}

interface RowMarkProps extends LayoutProps {
  readonly point: Point | undefined;
  readonly middle: number;
  readonly index: 0 | 1;
}

export function LiveRowMark({ point, series, state, middle, index }: RowMarkProps) {
  const area = usePlotArea();
  const scale = useXAxisScale(index);
  if (!area || !scale || !point) return null;
  const at = (value: number) => scale(value) ?? 0;
  const place = {
    isUpright: false,
    at,
    left: area.x,
    width: area.width,
    unit: "",
    middle,
  } as const;
  const Mark = markShapes[series.layout];
  return <Mark {...{ point, series, state, place, index }} />;
}
