import type { Series } from "@/data/series";
import { ChartFrame } from "./chart-frame";
import { columnBands, columnShare, heightOf, laneHeight, margins, slotsOf } from "./chart-geometry";
import { ColumnMark, LaneMark, type MarkState, type Scale } from "./chart-mark";

interface Props {
  readonly series: Series;
  readonly state: MarkState;
  readonly label: string;
}

const percent = (share: number) => `${Math.round(share * 100000) / 1000}%`;
const scale: Scale = { at: percent, size: percent };

/** The chart as the server sends it: complete, at any width, without a script. */
export function StaticChart({ series, state, label }: Props) {
  const height = heightOf(series);
  return (
    <svg className={`chart static-${series.layout}`} role="img" aria-label={label} height={height}>
      <ChartFrame series={series} scale={scale} top={margins[series.layout].top} />
      {series.layout === "columns" ? (
        <Columns series={series} state={state} />
      ) : (
        series.bands.map((band, index) => (
          <LaneMark
            key={band.key}
            band={band}
            series={series}
            state={state}
            scale={scale}
            y={margins.lanes.top + index * laneHeight}
          />
        ))
      )}
    </svg>
  );
}

function Columns({ series, state }: Omit<Props, "label">) {
  const bands = columnBands(series);
  const bandWidth = 1 / bands.length;
  const width = (bandWidth * columnShare) / slotsOf(series);
  return bands.map((band, index) => {
    const left = index * bandWidth + (bandWidth * (1 - columnShare)) / 2;
    const column = (slot: number) => ({
      x: percent(left + slot * width),
      width: percent(width),
      center: percent(left + (slot + 0.5) * width),
      top: margins.columns.top,
    });
    return (
      <g key={band.key}>
        {band.marks.map((mark, slot) => (
          <ColumnMark key={mark.id} mark={mark} series={series} state={state} {...column(slot)} />
        ))}
        {band.parts.map((mark) => (
          <ColumnMark key={mark.id} mark={mark} series={series} state={state} {...column(0)} />
        ))}
      </g>
    );
  });
}
