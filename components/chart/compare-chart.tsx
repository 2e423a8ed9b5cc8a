import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { type Axis, tickLabel, toAxis } from "@/data/chart/axis";
import type { Mark } from "@/data/chart/mark";
import { type Extent, type Point, toPoint } from "@/data/chart/rows";
import { type Colors, numberOf } from "@/data/figure/document-sign";
import { At } from "./chart-sign";
import { ExtentBar } from "./shapes/extent-bar";
import { FigureShape } from "./shapes/figure-shape";
import { OpenArrow } from "./shapes/open-arrow";

/** A period with what the own table comes to in it and what is published for it. */
export interface ComparedBand {
  readonly key: string;
  readonly label: string;
  /** Null where the table does not speak of the period; no upper end is null. */
  readonly own: {
    readonly low: number;
    readonly high: number | null;
    readonly text: string;
  } | null;
  readonly marks: readonly Mark[];
}

interface Props {
  readonly bands: readonly ComparedBand[];
  readonly title: string;
  readonly colors: Colors;
  readonly width: number;
}

const height = 320;
/** In pixels, of a bar or a mark beside it. */
const [slotWidth, widest] = [46, 72];

/** The own numbers as bars, beside each the published ones as marks and ranges, on one axis. */
export default function CompareChart({ bands, title, colors, width }: Props) {
  const slots = 1 + Math.max(1, ...bands.map(({ marks }) => marks.length));
  const axis = axisOf(bands);
  const rows = bands.map(({ label, own, marks }) => ({
    label,
    own: own && [0, own.high ?? own.low],
    extent: own && ownExtent(own),
    text: own?.text ?? "",
    points: marks.map((mark) => toPoint(mark, "ranges", axis)),
  }));
  const ids = bands.map(({ key }, at) => ({ key, label: bands[at]?.label ?? "" }));
  const whole = Math.max(width, bands.length * (slots * slotWidth + 24) + 80);
  // The bars and marks of a period stand together, also where there are few periods.
  const share = Math.min(0.82, (slots * widest * bands.length) / (whole - 80));
  return (
    <BarChart
      className="chart"
      width={whole}
      height={height}
      data={rows}
      margin={{ top: 44, right: 12, bottom: 4, left: 4 }}
      barCategoryGap={`${50 * (1 - share)}%`}
      barGap={0}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} fill="transparent" />
      <XAxis
        dataKey={(row) => rows.indexOf(row)}
        tickFormatter={(at: number) => ids[at]?.label ?? ""}
        interval={0}
        tickLine={false}
        axisLine={false}
        height={28}
      />
      <YAxis
        type="number"
        width={56}
        domain={[...axis.domain]}
        ticks={[...axis.ticks]}
        tickFormatter={(tick: number) => tickLabel(axis, tick, true)}
        tickLine={false}
        axisLine={false}
        interval={0}
        label={{ value: title, position: { x: 8, y: -28 }, textAnchor: "start" }}
      />
      <Bar
        dataKey="own"
        isAnimationActive={false}
        shape={({ payload, x, width }: BarShapeProps) => (
          <OwnBar extent={payload.extent} text={payload.text} x={x} width={width} />
        )}
      />
      {Array.from({ length: slots - 1 }, (_, slot) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
          key={slot}
          dataKey={`points[${slot}].span`}
          isAnimationActive={false}
          shape={({ payload, x, width }: BarShapeProps) => (
            <Published point={payload.points[slot]} {...{ axis, colors, x, width }} />
          )}
        />
      ))}
    </BarChart>
  );
}

function axisOf(bands: readonly ComparedBand[]): Axis {
  const ends = bands.flatMap(({ own, marks }) => [
    ...(own ? [own.low, own.high] : []),
    ...marks.flatMap(({ low, high }) => [low, high]),
  ]);
  return toAxis(ends.filter((end) => end !== null));
}

/** What the rows come to at least, beyond that as far as they may, and where no end is known. */
function ownExtent({ low, high }: NonNullable<ComparedBand["own"]>): Extent {
  return {
    solid: low === 0 ? null : [0, low],
    pale: high === null || high === low ? null : [low, high],
    point: null,
    open: high === null ? "more" : null,
  };
}

interface Slot {
  readonly x: number;
  readonly width: number;
}

function usePlace({ x, width }: Slot, share: number) {
  const scale = useYAxisScale();
  const at = (value: number) => scale?.(value) ?? 0;
  const left = x + (width * (1 - share)) / 2;
  return { isUpright: true, at, left, width: width * share, unit: "", middle: 0 } as const;
}

function OwnBar({ extent, text, ...slot }: Slot & { extent: Extent | null; text: string }) {
  const place = usePlace(slot, 0.86);
  if (!extent) return null;
  const { solid, pale, open } = extent;
  const top = Math.max(0, ...(solid ?? []), ...(pale ?? []));
  const middle = place.left + place.width / 2;
  return (
    <g className="mark own">
      {pale && <ExtentBar className="range" reach={pale} place={place} />}
      {solid && <ExtentBar className="fill" reach={solid} place={place} />}
      {open && (
        <At x={middle} y={place.at(top)}>
          <OpenArrow open={open} isUpright length={15} />
        </At>
      )}
      <text x={middle} y={place.at(top) - (open ? 22 : 6)} textAnchor="middle" className="value">
        {text}
      </text>
    </g>
  );
}

interface PublishedProps extends Slot {
  readonly point: Point | undefined;
  readonly axis: Axis;
  readonly colors: Colors;
}

function Published({ point, axis, colors, ...slot }: PublishedProps) {
  const place = usePlace(slot, 0.6);
  if (!point) return null;
  const { document, precision, extent, span, text } = point;
  const number = numberOf(document, { colors });
  const panel = { measure: "", title: "", detail: "", of: 1, axis };
  const above = extent?.open === "more" ? 27 : extent?.point === null ? 6 : 12;
  return (
    <g className={`mark color-${number} ${precision.startsWith("about") ? "about" : ""}`}>
      <FigureShape {...{ point, place, panel, number }} layout="columns" share={0.2} />
      {extent && (
        <text
          className="value"
          x={place.left + place.width / 2}
          y={place.at(span[1]) - above}
          textAnchor="middle"
        >
          {text}
        </text>
      )}
    </g>
  );
}
