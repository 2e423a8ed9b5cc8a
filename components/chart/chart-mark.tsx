import type { Band, Mark, Panel, Series } from "@/data/chart/mark";
import {
  barHeight,
  barTop,
  type ColumnShape,
  columnOf,
  type Drawing,
  extentOf,
  firstStep,
  fromTop,
  type Length,
  labelShare,
  type PlotScale,
  plotHeight,
  rowHeights,
  textWidth,
} from "./chart-geometry";
import { At, Sign } from "./chart-sign";
import { FittedText } from "./chart-text";
import type { Colors } from "./colors";

/** What tells a mark apart: whose it is, what it says, and whether the reader chose it. */
export interface MarkState {
  /** The number of each document's colour and sign, from 1 on. */
  readonly colors: Colors;
  readonly words: { readonly [id: string]: string };
  readonly selected: readonly string[];
  /** Where a mark leads; a chart without it is a picture. */
  readonly hrefOf?: ((id: string) => string) | undefined;
  /** The one mark that the Tab key reaches; without a script each is reached. */
  readonly stop?: string | null | undefined;
  /** What draws the link of a mark, where it is not the usual one. */
  readonly Link?: React.ComponentType<LinkProps>;
}

export interface LinkProps {
  readonly mark: Mark;
  readonly state: MarkState;
  readonly children: React.ReactNode;
}

/** A mark as a link to the view that selects its figure; what a click does beside, the panel knows. */
export function MarkLink(props: LinkProps) {
  const { Link = UsualLink } = props.state;
  return <Link {...props} />;
}

export function UsualLink({ mark, state, children }: LinkProps) {
  const { id, document, isPart, precision } = mark;
  const isSelected = state.selected.includes(id);
  const names = [
    "mark",
    `color-${numberOf(document, state)}`,
    isPart && "part",
    (precision === "about" || precision === "about range") && "about",
    isSelected && "selected",
  ];
  const props = { className: names.filter(Boolean).join(" "), "data-figure": id };
  const { hrefOf, stop, words } = state;
  if (!hrefOf) return <g {...props}>{children}</g>;
  return (
    <a
      {...props}
      href={hrefOf(id)}
      aria-label={words[id] ?? mark.text}
      aria-current={isSelected ? "true" : undefined}
      tabIndex={stop === undefined ? undefined : stop === id ? 0 : -1}
    >
      {stop === undefined && <title>{words[id]}</title>}
      {children}
    </a>
  );
}

/** The number of a document's colour and sign. */
export function numberOf(document: string, { colors }: Pick<MarkState, "colors">): number {
  return colors[document] ?? 1;
}

interface ColumnProps {
  readonly mark: Mark;
  readonly series: Drawing;
  readonly state: MarkState;
  readonly x: Length;
  readonly width: Length;
  /** The middle of the column, where its label stands. */
  readonly center: Length;
  /** The plot's upper edge in pixels. */
  readonly top: number;
}

/** One column with its value above it and its document's sign below; a part is hatched. */
export function ColumnMark({ mark, series, state, x, width, center, top }: ColumnProps) {
  const column = columnOf(mark, series);
  const bottom = plotHeight(series);
  const bar = ([from, to]: readonly [number, number]) => ({
    x,
    y: top + from,
    width,
    height: Math.max(1, to - from),
  });
  const step = firstStep(textWidth(mark.text, true), labelShare(series), "columns");
  return (
    <MarkLink mark={mark} state={state}>
      <rect className="hit" x={x} y={top} width={width} height={mark.isPart ? 0 : bottom + 14} />
      {column?.range && <rect className="range" {...bar(column.range)} rx={2} />}
      {column?.solid && <rect className="fill" {...bar(column.solid)} rx={mark.isPart ? 0 : 3} />}
      {column?.solid && mark.isPart && <rect className="hatch" {...bar(column.solid)} />}
      {column && column.point !== null && (
        <At x={center} y={top + column.point}>
          <circle className="fill" r={5} />
        </At>
      )}
      {column && column.limit !== null && (
        <rect className="fill" {...bar([column.limit, column.limit + 2])} />
      )}
      {column && isNothing(column) && (
        <rect className="fill" {...bar([fromTop(series, 0) - 2, fromTop(series, 0)])} />
      )}
      {column?.open && (
        <At
          x={center}
          y={top + (column.limit ?? (column.range ?? column.solid ?? [column.point ?? bottom])[0])}
        >
          <path
            className="arrow"
            d={column.open === "up" ? "M0 0V-14M-5-9L0-15L5-9" : "M0 0V14M-5 9L0 15L5 9"}
          />
        </At>
      )}
      {!column && <ColumnWords mark={mark} series={series} x={x} width={width} top={top} />}
      {!mark.isPart && column && (
        <text
          className={`value from-${step}`}
          x={center}
          y={top + column.label - 8}
          textAnchor="middle"
        >
          {mark.text}
        </text>
      )}
      {!mark.isPart && (
        <At x={center} y={top + bottom + 10}>
          <Sign number={numberOf(mark.document, state)} />
        </At>
      )}
    </MarkLink>
  );
}

/** Zero on a linear axis has no length: a line stands for it. */
function isNothing({ solid, range, point, limit }: ColumnShape): boolean {
  return solid === null && range === null && point === null && limit === null;
}

type WordsProps = Omit<ColumnProps, "state" | "center">;

/** Words have no height: they stand at the axis, in a box without a top. */
function ColumnWords({ mark, series, x, width, top }: WordsProps) {
  const y = top + fromTop(series, 0) - 18;
  return (
    <>
      <rect className="no-number" x={x} y={y} width={width} height={18} />
      <FittedText
        className="words"
        text={`“${mark.text}”`}
        share={labelShare(series)}
        layout="columns"
        x={x}
        y={y - 6}
      />
    </>
  );
}

export interface ChartRowProps {
  readonly band: Band;
  readonly series: Series;
  readonly state: MarkState;
  readonly scale: PlotScale;
  /** The row's upper edge in pixels. */
  readonly y: number;
}

/** One lane: name and value in a line, below them the bar, the range or the point. */
export function LaneMark({ band, series, state, scale, y }: ChartRowProps) {
  const [mark] = band.marks;
  if (!mark) return null;
  const value = mark.precision === "words" ? "in words" : mark.text;
  return (
    <MarkLink mark={mark} state={state}>
      <rect className="row" x={scale.at(0)} y={y} width={scale.size(1)} height={rowHeights.lanes} />
      <At x={scale.at(0)} y={y + 11}>
        <g transform="translate(6 0)">
          <Sign number={numberOf(mark.document, state)} />
        </g>
      </At>
      <FittedText
        className="lane-name"
        before={band.relation && `${band.relation} `}
        text={band.label}
        detail={band.detail}
        share={1}
        less={18 + textWidth(value, true) + 10}
        layout="lanes"
        x={scale.at(0)}
        dx={17}
        y={y + 15}
      />
      <text className="value" x={scale.at(1)} y={y + 15} textAnchor="end">
        {value}
      </text>
      <rect
        className="track"
        x={scale.at(0)}
        y={y + barTop + barHeight / 2}
        width={scale.size(1)}
        height={1}
      />
      <LaneBar
        mark={mark}
        panel={series}
        kind={series.kind}
        layout="lanes"
        scale={scale}
        y={y + barTop}
      />
    </MarkLink>
  );
}

interface LaneBarProps {
  readonly mark: Mark;
  readonly panel: Panel;
  readonly kind: Series["kind"];
  readonly layout: Series["layout"];
  readonly scale: PlotScale;
  readonly y: number;
}

/** A bar from zero, a range, a point or an arrow; words stand as words where the axis begins. */
export function LaneBar({ mark, panel, kind, layout, scale, y }: LaneBarProps) {
  const extent = extentOf(mark, kind, panel);
  const middle = y + barHeight / 2;
  if (!extent)
    return (
      <FittedText
        className="words"
        text={`“${mark.text}”`}
        share={1}
        layout={layout}
        x={scale.at(0)}
        y={middle + 4}
      />
    );
  const { from, to, open, isPoint } = extent;
  const bar = {
    x: scale.at(from),
    y,
    width: scale.size(Math.max(0, to - from)),
    height: barHeight,
  };
  return (
    <>
      {!isPoint && <rect className="fill" {...bar} rx={2} />}
      {!isPoint && mark.isPart && <rect className="hatch" {...bar} />}
      {isPoint && (
        <At x={scale.at(to)} y={middle}>
          <circle className="fill" r={5} />
        </At>
      )}
      {open && (
        <At x={scale.at(to)} y={middle}>
          <path
            className="arrow"
            d={open === "right" ? "M0 0H14M9-5L15 0L9 5" : "M0 0H-14M-9-5L-15 0L-9 5"}
          />
        </At>
      )}
    </>
  );
}

/** The pattern of parts, once a page; charts of the server and of the browser share it by its id. */
export function Hatch() {
  return (
    <svg className="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false">
      <HatchPattern />
    </svg>
  );
}

/** The same, for a chart that stands alone. */
export function HatchPattern() {
  return (
    <defs>
      <pattern
        id="hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className="hatch-line" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
    </defs>
  );
}
