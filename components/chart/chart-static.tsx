import { ChartFrame } from "./chart-frame";
import type { PlotScale } from "./chart-geometry";
import {
  columnBands,
  columnShare,
  type Drawing,
  heightOf,
  margins,
  rowHeights,
  slotsOf,
} from "./chart-geometry";
import { ColumnMark, type MarkState } from "./chart-mark";
import { ChartRow } from "./chart-row";

interface Props {
  readonly series: Drawing;
  readonly state: MarkState;
  /** What a picture shows; a chart of links is named by what stands around it. */
  readonly label?: string;
}

const percent = (share: number) => `${Math.round(share * 100000) / 1000}%`;
const scale: PlotScale = { at: percent, size: percent };

/** The chart as the server sends it: complete, at any width, without a script. */
export function StaticChart({ series, state, label }: Props) {
  return (
    <svg
      className={`chart static-${series.layout}`}
      role={label ? "img" : undefined}
      aria-label={label}
      height={heightOf(series)}
    >
      <StaticMarks series={series} state={state} />
    </svg>
  );
}

/** All that it holds, to the width of the SVG that is around it. */
export function StaticMarks({ series, state }: Omit<Props, "label">) {
  const { top } = margins[series.layout];
  return (
    <>
      <ChartFrame series={series} scale={scale} top={top} />
      {series.layout === "columns" ? (
        <Columns series={series} state={state} />
      ) : (
        series.bands.map((band, index) => {
          const y = top + index * rowHeights[series.layout];
          return <ChartRow key={band.key} {...{ band, series, state, scale, y }} />;
        })
      )}
    </>
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
