import { meanOf } from "@/data/chart/average";
import { positionOn, tickLabel } from "@/data/chart/axis";
import type { Panel } from "@/data/chart/mark";
import { type Point, type Row, rowsOf } from "@/data/chart/rows";
import {
  bottomOf,
  columnShare,
  type Drawing,
  heightOf,
  margins,
  type Place,
  slicesOf,
  slotsOf,
} from "./chart-geometry";
import { middleOf, PanelTitle, RowHead, ValueTick, YearTick } from "./chart-heads";
import { markShapes } from "./chart-mark";
import { At } from "./chart-sign";
import type { MarkState } from "./mark-link";

interface Props {
  readonly series: Drawing;
  readonly state: MarkState;
  /** What a picture shows; a chart of links is named by what stands around it. */
  readonly label?: string;
}

const percent = (share: number) => `${Math.round(share * 100000) / 1000}%`;

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

/** All that it holds, to the width of the SVG that is around it. */
export function StaticMarks(props: Omit<Props, "label">) {
  const { series } = props;
  const rows = rowsOf(series);
  const { top } = margins[series.layout];
  return (
    <>
      <rect className="plot" x={0} y={top} width="100%" height={bottomOf(series) - top} />
      {series.layout === "columns" ? (
        <Columns {...props} rows={rows} />
      ) : (
        <Rows {...props} rows={rows} />
      )}
    </>
  );
}

type LayoutProps = Omit<Props, "label"> & { readonly rows: readonly Row[] };

function Columns({ series, state, rows }: LayoutProps) {
  const { axis, title, kind } = series;
  const [top, bottom] = [margins.columns.top, bottomOf(series)];
  const at = (value: number) => bottom - (bottom - top) * positionOn(axis, value);
  const slots = slotsOf(series);
  const width = (100 / rows.length) * (columnShare / slots);
  const center = (index: number) => (index + 0.5) / rows.length;
  const mean = kind === "line" ? meanOf(series) : null;
  const place = (index: number, slot: number): Place => ({
    isUpright: true,
    at,
    left: 100 * center(index) + (slot - slots / 2) * width,
    width,
    unit: "%",
    middle: 0,
  });
  const draw = (point: Point, index: number, slot: number) => (
    <markShapes.columns
      key={point.id}
      {...{ point, series, state, index: 0 }}
      place={place(index, slot)}
    />
  );
  return (
    <>
      <text className="axis-title" x={0} dx={-52} y={14}>
        {title}
      </text>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line className={lineOf(tick, series)} x1="0%" x2="100%" y1={at(tick)} y2={at(tick)} />
          <text className="tick" x={0} dx={-8} y={at(tick) + 4} textAnchor="end">
            {tickLabel(axis, tick, true)}
          </text>
        </g>
      ))}
      {kind === "line" && <RunLines rows={rows} at={at} center={center} />}
      {mean && (
        <g className="mean">
          <line x1="0%" x2="100%" y1={at(mean.value)} y2={at(mean.value)} />
          <text x="100%" dx={-5} y={at(mean.value) - 5} textAnchor="end">
            {mean.text}
          </text>
        </g>
      )}
      {rows.map(({ key, marks, parts }, index) => (
        <g key={key}>
          {marks.map((point, slot) => draw(point, index, slot))}
          {parts.map((point) => draw(point, index, 0))}
        </g>
      ))}
      {rows.map((row, index) => (
        <YearTick
          key={row.key}
          {...{ series, index, row, bottom }}
          x={percent(center(index))}
          zero={at(axis.edge)}
        />
      ))}
    </>
  );
}

interface LineProps {
  readonly rows: readonly Row[];
  readonly at: (value: number) => number;
  readonly center: (index: number) => number;
}

/** From year to year of each run; a year without one number parts the line. */
function RunLines({ rows, at, center }: LineProps) {
  return rows.flatMap(({ key, runs }, index) =>
    runs.map((value, run) => {
      const before = rows[index - 1]?.runs[run] ?? null;
      if (value === null || before === null) return null;
      return (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is its index
          key={`${key} ${run}`}
          className="run"
          x1={percent(center(index - 1))}
          x2={percent(center(index))}
          y1={at(before)}
          y2={at(value)}
        />
      );
    }),
  );
}

function lineOf(tick: number, { axis }: Panel): string {
  return tick === axis.edge ? "grid zero" : "grid";
}

/** The base lines of labels above the plot of an axis that runs to the right. */
const labelLines = { columns: [], lanes: [], events: [-8], times: [-8] } as const;

function Rows({ series, state, rows }: LayoutProps) {
  const { layout } = series;
  const Mark = markShapes[layout];
  const panels = [series, ...(series.beside ? [series.beside] : [])];
  const draw = (points: readonly Point[], { axis }: Panel, row: number, index: 0 | 1) =>
    points.map((point) => (
      <Mark
        key={point.id}
        {...{ point, series, state, index }}
        place={{
          isUpright: false,
          at: (value) => 100 * positionOn(axis, value),
          left: 0,
          width: 100,
          unit: "%",
          middle: middleOf(series, row),
        }}
      />
    ));
  return (
    <>
      {panels.map((panel, index) => (
        <g key={panel.measure}>
          {layout === "events" && (
            <PanelTitle {...{ panel, series, at: percent }} index={index === 0 ? 0 : 1} />
          )}
          <Ticks panel={panel} series={series} />
        </g>
      ))}
      {rows.map((row, index) => (
        <g key={row.key}>
          {draw(row.marks, series, index, 0)}
          {draw(row.beside, series.beside ?? series, index, 1)}
          <RowHead {...{ row, layout }} x="0%" width="100%" middle={middleOf(series, index)} />
        </g>
      ))}
    </>
  );
}

/** Upright grid lines, and what they stand for. */
function Ticks({ panel, series }: { panel: Panel; series: Drawing }) {
  const { layout } = series;
  const { axis } = panel;
  const [top, bottom] = [margins[layout].top, bottomOf(series)];
  return (
    <>
      {layout === "times" && axis.edge < axis.from && (
        <rect
          className="edge"
          x={0}
          y={top}
          width={percent(positionOn(axis, axis.from))}
          height={bottom - top}
        />
      )}
      {axis.ticks.map((tick) => {
        const x = percent(positionOn(axis, tick));
        return (
          <g key={tick}>
            <line className={lineOf(tick, panel)} x1={x} x2={x} y1={top} y2={bottom} />
            {[...labelLines[layout].map((y) => top + y), bottom + 17].map((y) => (
              <ValueTick key={y} {...{ panel, series, tick, x, y }} />
            ))}
          </g>
        );
      })}
      {layout === "lanes" && (
        <At x="0%" y={bottom + 36}>
          <text className="axis-title">{panel.title}</text>
        </At>
      )}
    </>
  );
}
