import type { Series } from "@/data/chart/mark";
import { type Point, panelOf } from "@/data/chart/rows";
import { numberOf } from "@/data/figure/document-sign";
import { formatNumber } from "@/data/figure/format";
import {
  bottomOf,
  type Drawing,
  firstStep,
  labelShare,
  margins,
  type Place,
  pointAt,
  rowHeights,
  textWidth,
} from "./chart-geometry";
import { At, Sign } from "./chart-sign";
import { MarkLink, type MarkState } from "./mark-link";
import { FigureShape } from "./shapes/figure-shape";

interface Props {
  readonly point: Point;
  readonly series: Drawing;
  readonly state: MarkState;
  readonly place: Place;
}

/** One column with its value above it and its document's sign below; a part has its sign inside. */
function ColumnMark({ point, series, state, place }: Props) {
  const { left, width, unit, at } = place;
  const { extent, span, isPart, text, document } = point;
  const [top, bottom] = [margins.columns.top, bottomOf(series)];
  const number = numberOf(document, state);
  const share = labelShare(series);
  const { x } = pointAt(place, 0);
  const isPoint = extent?.point != null;
  // The sign of a part stands inside its bar.
  const hasRoom = extent?.solid && at(span[0]) - at(span[1]) > 12;
  const above = extent?.open === "more" ? (isPoint ? 26 : 24) : isPoint ? 12 : 8;
  const label = at(Math.max(series.axis.edge, span[1])) - above;
  const hit = { x: `${left}${unit}`, width: `${width}${unit}`, y: top };
  return (
    <MarkLink mark={point} state={state}>
      <rect className="hit" {...hit} height={isPart ? 0 : bottom - top + 14} />
      <FigureShape {...{ point, place, number, share }} panel={series} layout="columns" />
      {!isPart && extent && (
        <text
          className={`value from-${firstStep(textWidth(text, true), share, "columns")}`}
          x={x}
          y={label}
          textAnchor="middle"
        >
          {text}
        </text>
      )}
      {(isPart ? hasRoom : !isPoint) && (
        <At x={x} y={isPart ? (at(span[0]) + at(span[1])) / 2 : bottom + 10}>
          <Sign number={number} className={isPart ? "fill inside" : "fill"} />
        </At>
      )}
    </MarkLink>
  );
}

/** One lane: its value at the right, below it the bar, the range or the sign. */
function LaneMark({ point, series, state, place }: Props) {
  const { left, width, unit, middle } = place;
  const [x, y] = [`${left}${unit}`, middle - 28];
  const number = numberOf(point.document, state);
  const whole = { x, width: `${width}${unit}` };
  return (
    <MarkLink mark={point} state={state}>
      <rect className="row" {...whole} y={y} height={rowHeights.lanes} />
      <At x={x} y={y + 11}>
        <g transform="translate(6 0)">
          <Sign number={number} />
        </g>
      </At>
      <text className="value" x={`${left + width}${unit}`} y={y + 15} textAnchor="end">
        {laneValue(point)}
      </text>
      <rect className="track" {...whole} y={middle} height={1} />
      <FigureShape {...{ point, place, number }} panel={series} layout="lanes" share={1} />
    </MarkLink>
  );
}

/** What stands at the right of a lane: its words stand where its bar would be. */
export function laneValue({ precision, text }: Pick<Point, "precision" | "text">): string {
  return precision === "words" ? "in words" : text;
}

/** One statement on an event: a sign, a bar, and its value behind it. */
function EventMark({ index, ...props }: Props & { readonly index: 0 | 1 }) {
  const { point, series, state, place } = props;
  const { left, width, unit, at, middle } = place;
  const panel = panelOf(series.beside !== null, index);
  const x = `${left + panel.start * width}${unit}`;
  const number = numberOf(point.document, state);
  const { extent, span } = point;
  const row = { x, y: middle - 10, width: `${panel.width * width}${unit}` };
  return (
    <MarkLink mark={point} state={state}>
      <rect className="row" {...row} height={rowHeights.events} transform="translate(-16)" />
      <At x={x} y={middle}>
        <g transform="translate(-10 0)">
          <Sign number={number} />
        </g>
      </At>
      <FigureShape
        {...{ point, place, number }}
        panel={index === 1 && series.beside ? series.beside : series}
        layout="events"
        share={panel.width}
      />
      {extent && (
        <text
          className="value"
          x={`${at(span[1])}${unit}`}
          dx={
            extent.open === "more"
              ? extent.point === null
                ? 21
                : 27
              : extent.point === null
                ? 5
                : 10
          }
          y={middle + 4}
        >
          {point.text}
        </text>
      )}
    </MarkLink>
  );
}

/** A figure at its days: a sign, on a line as long as it takes. */
function TimeMark({ point, state, place }: Omit<Props, "series">) {
  const { at, unit, middle } = place;
  const [from, to] = [at(point.span[0]), at(point.span[1])];
  const days = { x: `${from}${unit}`, width: `${to - from}${unit}` };
  // The days of a statement are no period of what it states.
  const isOfStatement = point.isOfStatement === true;
  return (
    <MarkLink mark={point} state={state}>
      {!isOfStatement && <rect className="fill line" {...days} y={middle - 1.5} height={3} />}
      <At x={`${(from + to) / 2}${unit}`} y={middle}>
        <circle className="hit" r={9} />
        <Sign
          number={numberOf(point.document, state)}
          className={isOfStatement ? "fill open statement" : "fill"}
        />
        {point.group && (
          <text className="group" x={8} y={4}>
            +{formatNumber(point.group.count - 1)}
          </text>
        )}
      </At>
    </MarkLink>
  );
}

/** What draws a mark in each layout; `index` is that of its panel. */
export const markShapes: {
  readonly [layout in Series["layout"]]: React.ComponentType<Props & { readonly index: 0 | 1 }>;
} = { columns: ColumnMark, lanes: LaneMark, events: EventMark, times: TimeMark };
