import { meanOf } from "@/data/chart/average";
import { positionOn, tickLabel } from "@/data/chart/axis";
import type { Panel } from "@/data/chart/mark";
import { columnsOf, panelAt, panelsOf, type Row, rowsOf, slotsOf } from "@/data/chart/rows";
import {
  bottomOf,
  columnShare,
  type Drawing,
  heightOf,
  margins,
  middleOf,
  type Place,
  slicesOf,
} from "./chart-geometry";
import { labelLines, PanelTitle, RowHead, ValueTick, YearTick } from "./chart-heads";
import { FigureMark } from "./chart-mark";
import type { MarkState } from "./mark-link";

interface Props {
  readonly series: Drawing;
  readonly state: MarkState;
  /** What a picture shows; a chart of links is named by what stands around it. */
  readonly label?: string;
}

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

/** A tall chart on paper: cut between rows into pictures that a page can part from one another. */
export function PaperChart({ series, state }: Props) {
  return slicesOf(series).map(({ from, to }) => (
    <svg
      key={from}
      role="presentation"
      className={`chart slice static-${series.layout}`}
      height={to - from}
    >
      <g transform={`translate(0 ${-from})`}>
        <StaticMarks series={series} state={state} />
      </g>
    </svg>
  ));
}

/** All that it holds, to the width of the SVG that is around it: what Recharts draws in the browser. */
export function StaticMarks({ series, state }: Omit<Props, "label">) {
  const { layout, kind, axis } = series;
  const { top } = margins[layout];
  const zero = scaleOf(series, series)(axis.edge);
  const rows = rowsOf(series);
  return (
    <>
      <rect className="plot" x={0} y={top} width="100%" height={bottomOf(series) - top} />
      {panelsOf(series).map((panel, index) => (
        <StaticAxis key={panel.measure} {...{ panel, index, series }} />
      ))}
      {kind === "line" && <StaticLine series={series} rows={rows} />}
      {rows.map((row, at) => (
        <g key={row.key}>
          {row.slots.flat().map((point) => (
            <FigureMark
              key={point.id}
              {...{ point, series, state }}
              place={placeOf(series, at, point.slot)}
            />
          ))}
          {layout === "columns" ? (
            <YearTick {...{ series, row, zero }} index={at} x={percent(centerOf(series, at))} />
          ) : (
            <RowHead {...{ row, layout }} x="0%" width="100%" middle={middleOf(series, at)} />
          )}
        </g>
      ))}
    </>
  );
}

/** Where a value stands along its axis: down in pixels, or to the right in per cent. */
function scaleOf(series: Drawing, { axis }: Panel) {
  const [top, bottom] = [margins[series.layout].top, bottomOf(series)];
  return (value: number) =>
    series.layout === "columns"
      ? bottom - (bottom - top) * positionOn(axis, value)
      : 100 * positionOn(axis, value);
}

/** The middle of a column, in per cent. */
function centerOf(series: Drawing, index: number): number {
  return (100 * (index + 0.5)) / columnsOf(series);
}

function placeOf(series: Drawing, index: number, slot: number): Place {
  const at = scaleOf(series, panelAt(series, slot));
  if (series.layout !== "columns")
    return {
      isUpright: false,
      at,
      left: 0,
      width: 100,
      unit: "%",
      middle: middleOf(series, index),
    };
  const slots = slotsOf(series);
  const width = (100 / columnsOf(series)) * (columnShare / slots);
  const left = centerOf(series, index) + (slot - slots / 2) * width;
  return { isUpright: true, at, left, width, unit: "%", middle: 0 };
}

interface AxisProps {
  readonly panel: Panel;
  readonly index: number;
  readonly series: Drawing;
}

/** An axis of values: its title, its grid lines and what they stand for. */
function StaticAxis({ panel, index, series }: AxisProps) {
  const { axis } = panel;
  const [top, bottom] = [margins[series.layout].top, bottomOf(series)];
  const isUpright = series.layout === "columns";
  const scale = scaleOf(series, panel);
  const place = (value: number) => (isUpright ? scale(value) : percent(scale(value)));
  return (
    <>
      <PanelTitle {...{ panel, series, index }} at={(share) => percent(100 * share)} />
      {axis.scale === "time" && axis.edge < axis.from && (
        <rect className="edge" x={0} y={top} width={place(axis.from)} height={bottom - top} />
      )}
      {axis.ticks.map((tick) => {
        const at = place(tick);
        const ends = isUpright
          ? { x1: "0%", x2: "100%", y1: at, y2: at }
          : { x1: at, x2: at, y1: top, y2: bottom };
        return (
          <g key={tick}>
            <line className={tick === axis.edge ? "grid zero" : "grid"} {...ends} />
            {isUpright ? (
              <text className="tick" x={0} dx={-8} y={scale(tick) + 4} textAnchor="end">
                {tickLabel(axis, tick, true)}
              </text>
            ) : (
              labelLines(series).map((y) => (
                <ValueTick key={y} {...{ panel, series, tick, y }} x={at} />
              ))
            )}
          </g>
        );
      })}
    </>
  );
}

/** From year to year of each run, which a year without one number parts; and the mean of the years. */
function StaticLine({ series, rows }: { series: Drawing; rows: readonly Row[] }) {
  const at = scaleOf(series, series);
  const mean = meanOf(series);
  const x = (index: number) => percent(centerOf(series, index));
  return (
    <>
      {series.runs.map(({ ids: [id] }, run) =>
        rows.map(({ key, runs }, index) => {
          const [before = null, value = null] = [rows[index - 1]?.runs[run], runs[run]];
          const line = { x1: x(index - 1), x2: x(index), y1: at(before ?? 0), y2: at(value ?? 0) };
          return (
            before !== null &&
            value !== null && <line key={`${id} ${key}`} className="run" {...line} />
          );
        }),
      )}
      {mean && (
        <g className="mean">
          <line x1="0%" x2="100%" y1={at(mean.value)} y2={at(mean.value)} />
          <text x="100%" dx={-5} y={at(mean.value) - 5} textAnchor="end">
            {mean.text}
          </text>
        </g>
      )}
    </>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 1000}%`;
}
