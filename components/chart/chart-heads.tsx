import { positionOn, tickLabel } from "@/data/chart/axis";
import type { Panel, Series } from "@/data/chart/mark";
import { panelOf, type Row } from "@/data/chart/rows";
import { type Length, margins, rowHeights, textWidth, tickStep } from "./chart-geometry";
import { laneValue } from "./chart-mark";
import { At } from "./chart-sign";
import { FittedText } from "./chart-text";

interface HeadProps {
  readonly row: Row;
  readonly layout: Series["layout"];
  /** Where the plot begins, and the middle of the row in pixels. */
  readonly x: Length;
  readonly width: Length;
  readonly middle: number;
}

/** What a row is called, in words above its bar: the label of the category axis of rows. */
export function RowHead({ row, layout, x, width, middle }: HeadProps) {
  const y = middle + { columns: 0, lanes: -13, events: 4, times: 6 }[layout];
  const { label, detail, relation, tick, marks } = row;
  const isLane = layout === "lanes";
  const value = isLane && marks[0] ? laneValue(marks[0]) : "";
  return (
    <g className="head">
      {tick && (
        <rect
          className="track"
          x={x}
          y={y - 13}
          width={width}
          height={1}
          transform="translate(-16)"
        />
      )}
      {tick && (
        <At x={x} y={y}>
          <text className="tick" x={-24} textAnchor="end">
            {tick}
          </text>
        </At>
      )}
      {(label || detail) && (
        <FittedText
          className={isLane ? "lane-name" : "heading"}
          before={relation && `${relation} `}
          text={label}
          detail={detail}
          share={1}
          less={{ columns: 0, lanes: 28 + textWidth(value, true), events: -16, times: 0 }[layout]}
          layout={layout}
          x={x}
          dx={{ columns: 0, lanes: 17, events: -16, times: 0 }[layout]}
          y={y}
        />
      )}
    </g>
  );
}

interface YearProps {
  readonly series: Series;
  readonly index: number;
  readonly row: Row | undefined;
  readonly x: Length;
  /** The lower edge of the plot, and where zero stands, in pixels. */
  readonly bottom: number;
  readonly zero: number;
}

/** The year of a column, and a sign where it has none: "–" where nobody states a figure, else "…". */
export function YearTick({ series, index, row, x, bottom, zero }: YearProps) {
  if (!row) return null;
  const { label, marks, parts } = row;
  const gap = series.gaps.find(({ year }) => year === label);
  const share = 1 / Math.max(4, series.bands.length);
  const from = tickStep(index, textWidth(label) + 4, share, "columns");
  return (
    <g className="head">
      <text className={`tick from-${from}`} x={x} y={bottom + 34} textAnchor="middle">
        {label}
      </text>
      {gap && marks.length + parts.length === 0 && (
        <text className="tick gap" x={x} y={zero - 6} textAnchor="middle">
          {gap.reason === "unstated" ? "–" : "…"}
        </text>
      )}
    </g>
  );
}

interface ValueProps {
  readonly panel: Panel;
  readonly series: Series;
  readonly tick: number;
  readonly x: Length;
  readonly y: number;
}

/** The label of a value on an axis that runs to the right; where labels would touch, every other one is left out. */
export function ValueTick({ panel: { axis }, series: { layout }, tick, x, y }: ValueProps) {
  const named = axis.ticks.filter((each) => tickLabel(axis, each) !== "");
  const places = named.map((each) => positionOn(axis, each));
  const gaps = places.slice(2).map((place, index) => place - (places[index + 1] ?? 0));
  const pixels = Math.max(...named.map((each) => textWidth(tickLabel(axis, each)))) + 6;
  const step = tickStep(named.indexOf(tick), pixels, Math.min(1, ...gaps), layout);
  // A year begins at its line.
  const textAnchor = layout === "times" ? "start" : "middle";
  return (
    <text className={`tick from-${step}`} {...{ x, y, textAnchor }}>
      {tickLabel(axis, tick)}
    </text>
  );
}

interface TitleProps {
  readonly panel: Panel;
  readonly series: Series;
  readonly index: 0 | 1;
  /** Turns a share of the plot into a place. */
  readonly at: (share: number) => Length;
}

/** What a panel of events counts. */
export function PanelTitle({ panel, series, index, at }: TitleProps) {
  const { start, width } = panelOf(series.beside !== null, index);
  return (
    <FittedText
      className="axis-title"
      text={panel.title}
      detail={panel.detail}
      isWhole
      share={width}
      layout="events"
      x={at(start)}
      dx={-16}
      y={14}
    />
  );
}

/** The middle of a row in pixels. */
export function middleOf({ layout }: Pick<Series, "layout">, index: number): number {
  return margins[layout].top + (index + 0.5) * rowHeights[layout];
}
