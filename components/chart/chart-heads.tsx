import { positionOn, tickLabel } from "@/data/chart/axis";
import type { Panel, Series } from "@/data/chart/mark";
import { columnsOf, panelOf, type Row } from "@/data/chart/rows";
import {
  bottomOf,
  type Drawing,
  firstStep,
  type Length,
  margins,
  textWidth,
} from "./chart-geometry";
import { laneValue } from "./chart-mark";
import { FittedText } from "./chart-text";

interface HeadProps {
  readonly row: Row | undefined;
  readonly layout: Series["layout"];
  /** Where the plot begins, and the middle of the row in pixels. */
  readonly x: Length;
  readonly width: Length;
  readonly middle: number;
}

/** Where the name of a row stands, from the start of the plot and from the middle of the row. */
const nameAt = {
  columns: [0, 0],
  lanes: [17, -13],
  events: [-16, 4],
  times: [0, 6],
} as const;

/** What a row is called, in words above its bar: the label of the category axis of rows. */
export function RowHead({ row, layout, x, width, middle }: HeadProps) {
  if (!row) return null;
  const { label, detail, relation, tick, slots } = row;
  if (!tick && !label && !detail) return null;
  const [dx, dy] = nameAt[layout];
  const y = middle + dy;
  const first = slots[0]?.[0];
  // The value of a lane stands at the right of its name.
  const value = layout === "lanes" && first ? 11 + textWidth(laneValue(first), true) : 0;
  return (
    <g className="head">
      {tick && (
        <>
          <rect
            className="track"
            {...{ x, width }}
            y={y - 13}
            height={1}
            transform="translate(-16)"
          />
          <text className="tick" x={x} dx={-24} y={y} textAnchor="end">
            {tick}
          </text>
        </>
      )}
      {(label || detail) && (
        <FittedText
          className={layout === "lanes" ? "lane-name" : "heading"}
          before={relation && `${relation} `}
          text={label}
          share={1}
          less={dx + value}
          {...{ detail, layout, x, dx, y }}
        />
      )}
    </g>
  );
}

interface YearProps {
  readonly series: Drawing;
  readonly index: number;
  readonly row: Row | undefined;
  readonly x: Length;
  /** Where zero stands, in pixels. */
  readonly zero: number;
}

/** The year of a column, and a sign where it has none: "–" where nobody states a figure, else "…". */
export function YearTick({ series, index, row, x, zero }: YearProps) {
  if (!row) return null;
  const { label, slots } = row;
  const gap = series.gaps.find(({ year }) => year === label);
  const from = firstStep(textWidth(label) + 4, 1 / columnsOf(series), "columns", index);
  return (
    <g className="head">
      <text className={`tick from-${from}`} x={x} y={bottomOf(series) + 34} textAnchor="middle">
        {label}
      </text>
      {gap && slots.flat().length === 0 && (
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
  const at = named.indexOf(tick);
  // A logarithmic axis says where it begins and where it ends before what is in between.
  const fromEnd = tick < axis.from ? 0 : named.length - 1 - at;
  const index = axis.scale === "log" ? fromEnd : at;
  const step = firstStep(pixels, Math.min(1, ...gaps), layout, index);
  // A year begins at its line.
  const textAnchor = layout === "times" ? "start" : "middle";
  return (
    <text className={`tick from-${step}`} {...{ x, y, textAnchor }}>
      {tickLabel(axis, tick)}
    </text>
  );
}

/** The base lines of the labels of an axis that runs to the right: above the plot, and below it. */
export function labelLines(series: Drawing): readonly number[] {
  const below = bottomOf(series) + 17;
  return series.layout === "lanes" ? [below] : [margins[series.layout].top - 8, below];
}

interface TitleProps {
  readonly panel: Panel;
  readonly series: Drawing;
  readonly index: number;
  /** Turns a share of the plot into a place. */
  readonly at: (share: number) => Length;
}

/** What an axis counts: above the plot of events and of columns, below that of lanes. */
export function PanelTitle({ panel, series, index, at }: TitleProps) {
  const { layout, beside } = series;
  const { start, width } = panelOf(beside !== null, index);
  const dx = { columns: -52, lanes: 0, events: -16, times: 0 }[layout];
  if (layout === "times") return null;
  return (
    <FittedText
      className="axis-title"
      text={panel.title}
      detail={panel.detail}
      isWhole
      share={width}
      less={dx}
      x={at(start)}
      y={layout === "lanes" ? bottomOf(series) + 36 : 14}
      {...{ layout, dx }}
    />
  );
}
