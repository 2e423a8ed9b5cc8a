import { positionOn } from "@/data/axis";
import { formatNumber } from "@/data/format";
import type { Series } from "@/data/series";
import { columnBands, fromTop, plotHeight } from "./chart-geometry";
import type { Scale } from "./chart-mark";

interface Props {
  readonly series: Series;
  readonly scale: Scale;
  /** The plot's upper edge in pixels. */
  readonly top: number;
}

/** Grid lines, tick labels and the names of bands, of either layout. */
export function ChartFrame(props: Props) {
  return props.series.layout === "columns" ? <Rows {...props} /> : <Columns {...props} />;
}

function Rows({ series, scale, top }: Props) {
  const bands = columnBands(series);
  return (
    <g className="frame">
      {bands.map(({ key, label }, index) => (
        <text
          key={key}
          x={scale.at((index + 0.5) / bands.length)}
          y={top + plotHeight(series) + 20}
          textAnchor="middle"
        >
          {label}
        </text>
      ))}
      {series.axis.ticks.map((tick) => {
        const y = top + fromTop(series, tick);
        return (
          <g key={tick}>
            <line x1={scale.at(0)} x2={scale.at(1)} y1={y} y2={y} />
            <svg x={scale.at(0)} y={y} width={1} height={1} overflow="visible" aria-hidden="true">
              <text x={-8} y={4} textAnchor="end">
                {formatNumber(tick)}
              </text>
            </svg>
          </g>
        );
      })}
    </g>
  );
}

function Columns({ series, scale, top }: Props) {
  const bottom = top + plotHeight(series);
  const { ticks } = series.axis;
  return (
    <g className="frame">
      {ticks.map((tick, index) => {
        const x = scale.at(positionOn(series.axis, tick));
        const anchor = index === 0 ? "start" : index === ticks.length - 1 ? "end" : "middle";
        return (
          <g key={tick}>
            <line x1={x} x2={x} y1={top} y2={bottom} />
            <text x={x} y={bottom + 18} textAnchor={anchor}>
              {formatNumber(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
