import { type Axis, positionOn, yearOfDay } from "@/data/chart/axis";
import type { Panel, Series } from "@/data/chart/mark";
import { formatNumber } from "@/data/figure/format";
import type { PlotScale } from "./chart-geometry";
import {
  columnBands,
  type Drawing,
  fromTop,
  panelOf,
  plotHeight,
  signWidth,
  textWidth,
  tickStep,
} from "./chart-geometry";
import { At } from "./chart-sign";
import { FittedText } from "./chart-text";

interface Props {
  readonly series: Drawing;
  readonly scale: PlotScale;
  /** The plot's upper edge in pixels. */
  readonly top: number;
}

/** Grid lines, tick labels, the title of each axis and the names of bands, of every layout. */
export function ChartFrame(props: Props) {
  const Layout = layouts[props.series.layout];
  const { series, scale, top } = props;
  return (
    <g className="frame">
      <rect
        className="plot"
        x={scale.at(0)}
        y={top}
        width={scale.size(1)}
        height={plotHeight(series)}
      />
      <Layout {...props} />
    </g>
  );
}

const layouts = { columns: Columns, lanes: Lanes, events: Events, times: Times };

function Columns({ series, scale, top }: Props) {
  const bands = columnBands(series);
  const bottom = top + plotHeight(series);
  const isGap = ({ label, marks, parts }: (typeof bands)[number]) =>
    label !== "" && marks.length + parts.length === 0;
  return (
    <>
      <At x={scale.at(0)} y={14}>
        <text className="axis-title" x={-52}>
          {series.title}
        </text>
      </At>
      {series.axis.ticks.map((tick) => {
        const y = top + fromTop(series, tick);
        return (
          <g key={tick}>
            <line
              className={tick === 0 ? "zero" : undefined}
              x1={scale.at(0)}
              x2={scale.at(1)}
              y1={y}
              y2={y}
            />
            <At x={scale.at(0)} y={y}>
              <text x={-8} y={4} textAnchor="end">
                {tickLabel(series.axis, tick)}
              </text>
            </At>
          </g>
        );
      })}
      {bands.map((band, index) => {
        const x = scale.at((index + 0.5) / bands.length);
        const isHidden = series.gaps.some(({ year, reason }) => {
          return year === band.label && reason !== "unstated";
        });
        const from = tickStep(index, textWidth(band.label) + 4, 1 / bands.length, "columns");
        return (
          <g key={band.key}>
            <text className={`from-${from}`} x={x} y={bottom + 34} textAnchor="middle">
              {band.label}
            </text>
            {isGap(band) && (
              <text className="gap" x={x} y={top + fromTop(series, 0) - 6} textAnchor="middle">
                {isHidden ? "…" : "–"}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function Lanes({ series, scale, top }: Props) {
  const bottom = top + plotHeight(series);
  return (
    <>
      <Ticks
        panel={series}
        layout="lanes"
        scale={scale}
        top={top}
        bottom={bottom}
        labels={[bottom + 16]}
      />
      <text className="axis-title" x={scale.at(0)} y={bottom + 36}>
        {series.title}
      </text>
    </>
  );
}

function Events({ series, scale, top }: Props) {
  const bottom = top + plotHeight(series);
  const panels = [series, ...(series.beside ? [series.beside] : [])];
  return panels.map((panel, number) => {
    const { start, width, bar } = panelOf(series, number === 0 ? 0 : 1);
    const within: PlotScale = {
      at: (share) => scale.at(start + share * bar),
      size: (share) => scale.size(share * bar),
    };
    return (
      <g key={panel.measure}>
        <FittedText
          className="axis-title"
          text={panel.title}
          detail={panel.detail}
          isWhole
          share={width}
          layout="events"
          x={scale.at(start)}
          y={14}
        />
        <g transform={`translate(${signWidth} 0)`}>
          <Ticks
            panel={panel}
            layout="events"
            scale={within}
            share={bar}
            top={top}
            bottom={bottom}
            labels={[top - 8, bottom + 18]}
          />
        </g>
      </g>
    );
  });
}

function Times({ series, scale, top }: Props) {
  const bottom = top + plotHeight(series);
  const { edge } = series.axis;
  return (
    <>
      {edge > 0 && (
        <>
          <rect
            className="edge"
            x={scale.at(0)}
            y={top}
            width={scale.size(edge)}
            height={plotHeight(series)}
          />
          {[top - 10, bottom + 18].map((y) => (
            <text key={y} x={scale.at(0)} y={y}>
              earlier
            </text>
          ))}
        </>
      )}
      <Ticks
        panel={series}
        layout="times"
        scale={scale}
        top={top}
        bottom={bottom}
        labels={[top - 10, bottom + 18]}
      />
    </>
  );
}

interface TicksProps {
  readonly panel: Panel;
  readonly layout: Series["layout"];
  readonly scale: PlotScale;
  /** The share of the plot that the axis takes. */
  readonly share?: number;
  readonly top: number;
  readonly bottom: number;
  /** The base lines of the labels. */
  readonly labels: readonly number[];
}

/** Upright grid lines; where labels would touch, every other one is left out. */
function Ticks({ panel: { axis }, layout, scale, share = 1, top, bottom, labels }: TicksProps) {
  const { ticks } = axis;
  const places = ticks.map((tick) => positionOn(axis, tick)).slice(axis.scale === "log" ? 1 : 0);
  const gap = Math.min(...places.slice(1).map((place, index) => place - (places[index] ?? 0)));
  const pixels = Math.max(...ticks.map((tick) => textWidth(tickLabel(axis, tick)))) + 6;
  return ticks.map((tick, index) => {
    const x = scale.at(positionOn(axis, tick));
    const isHidden = hasNoLabel(axis, index);
    const from = tickStep(index, pixels, gap * share, layout);
    return (
      <g key={tick}>
        <line className={tick === 0 ? "zero" : undefined} x1={x} x2={x} y1={top} y2={bottom} />
        {!isHidden &&
          labels.map((y) => (
            <text
              key={y}
              className={`from-${from}`}
              x={x}
              y={y}
              textAnchor={anchorOf(axis, index, layout)}
            >
              {tickLabel(axis, tick)}
            </text>
          ))}
      </g>
    );
  });
}

/** Beside what stands at the edge there is no room for the first label, nor for a year that is over. */
function hasNoLabel({ scale, edge, ticks }: Axis, index: number): boolean {
  if (scale === "time") return index === ticks.length - 1 || (edge > 0 && index === 0);
  return scale === "log" && index === 1;
}

/** The last label of a lane chart ends where the plot ends, those of a year begin with it. */
function anchorOf({ ticks, scale }: Axis, index: number, layout: Series["layout"]) {
  if (scale === "time" || index === 0) return "start";
  return layout === "lanes" && index === ticks.length - 1 ? "end" : "middle";
}

function tickLabel({ scale }: Axis, tick: number): string {
  if (scale === "time") return String(yearOfDay(tick));
  const text = Math.abs(tick) < 1e6 ? formatNumber(tick) : `${formatNumber(tick / 1e6)} M`;
  return text.replace("-", "−");
}
