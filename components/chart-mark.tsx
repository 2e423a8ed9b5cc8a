import type { Band, Mark, Series } from "@/data/series";
import { barHeight, barTop, extentOf, fromTop, laneHeight, plotHeight } from "./chart-geometry";

/** A place or a length along the plot: per cent of its width on the server, pixels in the browser. */
export type Length = string | number;

/** Turns shares of the plot's width (0 to 1) into places and lengths. */
export interface Scale {
  readonly at: (share: number) => Length;
  readonly size: (share: number) => Length;
}

/** What tells a mark apart: whose it is, and how the reader has pointed at it. */
export interface MarkState {
  readonly colors: { readonly [document: string]: number };
  readonly selected: readonly string[];
  readonly hovered: string | null;
  readonly onHover?: (id: string | null) => void;
  readonly onSelect?: (id: string, isAdded: boolean) => void;
}

function markProps({ id, document, isPart, precision }: Mark, state: MarkState) {
  const names = [
    "mark",
    `color-${state.colors[document] ?? 0}`,
    isPart && "part",
    (precision === "about" || precision === "about range") && "about",
    state.selected.includes(id) && "selected",
    state.hovered === id && "hovered",
  ];
  return {
    className: names.filter(Boolean).join(" "),
    "data-figure": id,
    onMouseEnter: () => state.onHover?.(id),
    onMouseLeave: () => state.onHover?.(null),
    onClick: (event: React.MouseEvent) =>
      state.onSelect?.(id, event.ctrlKey || event.metaKey || event.shiftKey),
  };
}

interface ColumnProps {
  readonly mark: Mark;
  readonly series: Series;
  readonly state: MarkState;
  readonly x: Length;
  readonly width: Length;
  /** The middle of the column, where its label stands. */
  readonly center: Length;
  /** The plot's upper edge in pixels. */
  readonly top: number;
}

/** One column with its value above it; a part is hatched and has its value inside. */
export function ColumnMark({ mark, series, state, x, width, center, top }: ColumnProps) {
  const value = mark.high ?? mark.low;
  const y = top + (value === null ? plotHeight(series) : fromTop(series, value));
  const height = top + plotHeight(series) - y;
  return (
    <g {...markProps(mark, state)}>
      <title>{mark.text}</title>
      <rect className="fill" x={x} y={y} width={width} height={height} rx={mark.isPart ? 0 : 3} />
      {mark.isPart && <rect className="hatch" x={x} y={y} width={width} height={height} />}
      <text className="value" x={center} y={y - 8} textAnchor="middle">
        {mark.isPart ? "" : mark.text}
      </text>
    </g>
  );
}

interface LaneProps {
  readonly band: Band;
  readonly series: Series;
  readonly state: MarkState;
  readonly scale: Scale;
  /** The lane's upper edge in pixels. */
  readonly y: number;
}

/** One lane: name and value in a line, below them the bar, the range or the point. */
export function LaneMark({ band, series, state, scale, y }: LaneProps) {
  const [mark] = band.marks;
  if (!mark) return null;
  return (
    <g {...markProps(mark, state)}>
      <rect className="row" x={scale.at(0)} y={y} width={scale.size(1)} height={laneHeight} />
      <title>{[band.label, band.detail, mark.text].filter(Boolean).join(", ")}</title>
      <LaneName band={band} isPart={mark.isPart} size="wide" x={scale.at(0)} y={y + 15} />
      <LaneName band={band} isPart={mark.isPart} size="narrow" x={scale.at(0)} y={y + 15} />
      <text className="value" x={scale.at(1)} y={y + 15} textAnchor="end">
        {mark.precision === "words" ? "in words" : mark.text}
      </text>
      <LaneBar mark={mark} series={series} scale={scale} y={y + barTop} />
    </g>
  );
}

/** Characters that fit beside the value on a wide and on a narrow chart; SVG has no ellipsis. */
const room = { wide: 56, narrow: 34 };

interface LaneNameProps {
  readonly band: Band;
  readonly isPart: boolean;
  readonly size: keyof typeof room;
  readonly x: Length;
  readonly y: number;
}

/** The name as long as fits; the style sheet shows the one for the chart's width. */
function LaneName({ band, isPart, size, x, y }: LaneNameProps) {
  const before = isPart ? "of which " : "";
  const label = shorten(band.label, room[size] - before.length);
  const detail = shorten(band.detail, room[size] - before.length - label.length - 1);
  return (
    <text className={`lane-name ${size}`} x={x} y={y}>
      {before && <tspan className="quiet">{before}</tspan>}
      <tspan>{label}</tspan>
      {detail.length > 1 && <tspan className="quiet">{` ${detail}`}</tspan>}
    </text>
  );
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1)).trimEnd()}…`;
}

function LaneBar({ mark, series, scale, y }: Omit<LaneProps, "band" | "state"> & { mark: Mark }) {
  const extent = extentOf(mark, series);
  const middle = y + barHeight / 2;
  if (!extent)
    return (
      <text className="words" x={scale.at(0)} y={middle + 4}>
        “{mark.text}”
      </text>
    );
  const { from, to, open, isPoint } = extent;
  const bar = { x: scale.at(from), y, width: scale.size(to - from), height: barHeight };
  return (
    <>
      <rect className="track" x={scale.at(0)} y={middle} width={scale.size(1)} height={1} />
      {!isPoint && <rect className="fill" {...bar} rx={2} />}
      {!isPoint && mark.isPart && <rect className="hatch" {...bar} />}
      {isPoint && (
        <svg x={scale.at(to)} y={middle} width={1} height={1} overflow="visible" aria-hidden="true">
          <circle className="fill" r={5} />
        </svg>
      )}
      {open && (
        <svg x={scale.at(to)} y={middle} width={1} height={1} overflow="visible" aria-hidden="true">
          <path
            className="arrow"
            d={open === "right" ? "M0 0H14M9-5L15 0L9 5" : "M0 0H-14M-9-5L-15 0L-9 5"}
          />
        </svg>
      )}
    </>
  );
}

/** The pattern of parts, once a page; charts of the server and of the browser share it by its id. */
export function Hatch() {
  return (
    <svg className="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false">
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
    </svg>
  );
}
