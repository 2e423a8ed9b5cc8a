import { type Point, panelAt, panelOf } from "@/data/chart/rows";
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
import { beyond, FigureShape } from "./shapes/figure-shape";

interface Props {
  readonly point: Point;
  readonly series: Drawing;
  readonly state: MarkState;
  readonly place: Place;
}

type ShapeProps = Props & {
  /** Of its document's sign. */
  readonly number: number;
};

/** A figure as its layout draws it, with its document's sign and its value: a link to itself. */
export function FigureMark(props: Props) {
  const { point, series, state } = props;
  const { Link = MarkLink } = state;
  const Shape = shapes[series.layout];
  return (
    <Link mark={point} state={state}>
      <Shape {...props} number={numberOf(point.document, state)} />
    </Link>
  );
}

/** One column with its value above it and its document's sign below; a part has its sign inside. */
function ColumnMark({ point, series, place, number }: ShapeProps) {
  const { left, width, unit, at } = place;
  const { extent, span, isPart, text } = point;
  const [top, bottom] = [margins.columns.top, bottomOf(series)];
  const share = labelShare(series);
  const { x } = pointAt(place, 0);
  // The sign of a part stands inside its bar.
  const hasRoom = extent?.solid && at(span[0]) - at(span[1]) > 12;
  const hit = { x: `${left}${unit}`, width: `${width}${unit}`, y: top };
  return (
    <>
      <rect className="hit" {...hit} height={isPart ? 0 : bottom - top + 14} />
      <FigureShape {...{ point, place, number, share }} axis={series.axis} layout="columns" />
      {!isPart && extent && (
        <text
          className={`value from-${firstStep(textWidth(text, true), share, "columns")}`}
          x={x}
          y={at(Math.max(series.axis.edge, span[1])) - beyond(extent)}
          textAnchor="middle"
        >
          {text}
        </text>
      )}
      {(isPart ? hasRoom : extent?.point == null) && (
        <At x={x} y={isPart ? (at(span[0]) + at(span[1])) / 2 : bottom + 10}>
          <Sign number={number} className={isPart ? "fill inside" : "fill"} />
        </At>
      )}
    </>
  );
}

/** One lane: its value at the right, below it the bar, the range or the sign. */
function LaneMark({ point, series, place, number }: ShapeProps) {
  const { left, width, unit, middle } = place;
  const [x, y] = [`${left}${unit}`, middle - 28];
  const whole = { x, width: `${width}${unit}` };
  return (
    <>
      <rect className="row" {...whole} y={y} height={rowHeights.lanes} />
      <At x={x} y={y + 11}>
        <Sign number={number} dx={6} />
      </At>
      <text className="value" x={`${left + width}${unit}`} y={y + 15} textAnchor="end">
        {laneValue(point)}
      </text>
      <rect className="track" {...whole} y={middle} height={1} />
      <FigureShape {...{ point, place, number }} axis={series.axis} layout="lanes" share={1} />
    </>
  );
}

/** What stands at the right of a lane: its words stand where its bar would be. */
export function laneValue({ precision, text }: Pick<Point, "precision" | "text">): string {
  return precision === "words" ? "in words" : text;
}

/** One statement on an event: a sign, a bar, and its value behind it. */
function EventMark({ point, series, place, number }: ShapeProps) {
  const { left, width, unit, at, middle } = place;
  const { extent, span, text, slot } = point;
  const panel = panelOf(series.beside !== null, slot);
  const { axis } = panelAt(series, slot);
  const row = {
    x: `${left + panel.start * width}${unit}`,
    y: middle - 10,
    width: `${panel.width * width}${unit}`,
  };
  return (
    <>
      <rect className="row" {...row} height={rowHeights.events} transform="translate(-16)" />
      <At x={row.x} y={middle}>
        <Sign number={number} dx={-10} />
      </At>
      <FigureShape {...{ point, place, number, axis }} layout="events" share={panel.width} />
      {extent && (
        <text className="value" x={`${at(span[1])}${unit}`} dx={beyond(extent)} y={middle + 4}>
          {text}
        </text>
      )}
    </>
  );
}

/** A figure at its days: a sign, on a line as long as it takes. */
function TimeMark({ point: { span, isOfStatement, group }, place, number }: ShapeProps) {
  const { at, unit, middle } = place;
  const [from, to] = [at(span[0]), at(span[1])];
  const days = { x: `${from}${unit}`, width: `${to - from}${unit}` };
  return (
    <>
      {/* The days of a statement are no period of what it states. */}
      {!isOfStatement && <rect className="fill line" {...days} y={middle - 1.5} height={3} />}
      <At x={`${(from + to) / 2}${unit}`} y={middle}>
        <circle className="hit" r={9} />
        <Sign number={number} className={isOfStatement ? "fill open statement" : "fill"} />
        {group && (
          <text className="group" x={8} y={4}>
            +{formatNumber(group.count - 1)}
          </text>
        )}
      </At>
    </>
  );
}

const shapes: {
  readonly [layout in Drawing["layout"]]: React.ComponentType<ShapeProps>;
} = { columns: ColumnMark, lanes: LaneMark, events: EventMark, times: TimeMark };
