import { positionOn } from "@/data/chart/axis";
import type { Mark } from "@/data/chart/mark";
import type { PlotScale } from "./chart-geometry";
import { barHeight, extentOf, panelOf, rowHeights, signWidth } from "./chart-geometry";
import { type ChartRowProps, LaneBar, LaneMark, MarkLink, numberOf } from "./chart-mark";
import { At, Sign } from "./chart-sign";
import { FittedText } from "./chart-text";

/** One row of a chart whose bands stand below one another. */
export function ChartRow(props: ChartRowProps) {
  const Layout = layouts[props.series.layout];
  return <Layout {...props} />;
}

const layouts = { columns: LaneMark, lanes: LaneMark, events: EventRow, times: TimeRow };

/** A heading of an event, a statement of each panel, or a year without either. */
function EventRow({ band, series, state, scale, y }: ChartRowProps) {
  const { label, detail, tick, marks, beside } = band;
  const base = y + 14;
  return (
    <g>
      {tick && (
        <>
          <rect className="track" x={scale.at(0)} y={y + 1} width={scale.size(1)} height={1} />
          <At x={scale.at(0)} y={base}>
            <text className="tick" x={-8} textAnchor="end">
              {tick}
            </text>
          </At>
        </>
      )}
      {(label || detail) && (
        <FittedText
          className="heading"
          text={label}
          detail={detail}
          share={1}
          layout="events"
          x={scale.at(0)}
          y={base}
        />
      )}
      {marks.map((mark) => (
        <EventMark key={mark.id} mark={mark} index={0} {...{ series, state, scale, y }} />
      ))}
      {beside.map((mark) => (
        <EventMark key={mark.id} mark={mark} index={1} {...{ series, state, scale, y }} />
      ))}
    </g>
  );
}

interface EventMarkProps extends Omit<ChartRowProps, "band"> {
  readonly mark: Mark;
  /** Of the panel that it stands in. */
  readonly index: 0 | 1;
}

function EventMark({ mark, index, series, state, scale, y }: EventMarkProps) {
  const { start, width, bar } = panelOf(series, index);
  const panel = index === 1 && series.beside ? series.beside : series;
  const within: PlotScale = {
    at: (share) => scale.at(start + share * bar),
    size: (share) => scale.size(share * bar),
  };
  const extent = extentOf(mark, "casualties", panel);
  return (
    <MarkLink mark={mark} state={state}>
      <rect
        className="row"
        x={scale.at(start)}
        y={y}
        width={scale.size(width)}
        height={rowHeights.events}
      />
      <At x={scale.at(start)} y={y + 10}>
        <g transform="translate(6 0)">
          <Sign number={numberOf(mark.document, state)} />
        </g>
      </At>
      <g transform={`translate(${signWidth} 0)`}>
        {extent ? (
          <>
            <LaneBar
              mark={mark}
              panel={panel}
              kind="casualties"
              layout="events"
              scale={within}
              y={y + 10 - barHeight / 2}
            />
            <text
              className="value"
              x={within.at(extent.to)}
              dx={extent.open === "right" ? 21 : 5}
              y={y + 14}
            >
              {mark.text}
            </text>
          </>
        ) : (
          <FittedText
            className="words"
            text={`“${mark.text}”`}
            share={width}
            less={signWidth}
            layout="events"
            x={scale.at(start)}
            y={y + 14}
          />
        )}
      </g>
    </MarkLink>
  );
}

/** A heading, or figures at their days: a sign for each, on a line as long as it takes. */
function TimeRow({ band, series, state, scale, y }: ChartRowProps) {
  return (
    <g>
      {band.label && (
        <FittedText
          className="heading"
          text={band.label}
          detail={band.detail}
          share={1}
          layout="times"
          x={scale.at(0)}
          y={y + 14}
        />
      )}
      {band.marks.map((mark) => (
        <TimeMark key={mark.id} {...{ mark, series, state, scale, y }} />
      ))}
    </g>
  );
}

type TimeMarkProps = Omit<ChartRowProps, "band"> & { readonly mark: Mark };

function TimeMark({ mark, series, state, scale, y }: TimeMarkProps) {
  const [from, to] = [mark.low, mark.high].map((day) => positionOn(series.axis, day ?? 0));
  if (from === undefined || to === undefined) return null;
  const middle = y + rowHeights.times / 2;
  return (
    <MarkLink mark={mark} state={state}>
      <rect
        className="fill line"
        x={scale.at(from)}
        y={middle - 1.5}
        width={scale.size(Math.max(0, to - from))}
        height={3}
      />
      <At x={scale.at((from + to) / 2)} y={middle}>
        <circle className="hit" r={9} />
        <Sign number={numberOf(mark.document, state)} />
      </At>
    </MarkLink>
  );
}
