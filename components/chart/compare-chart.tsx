import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { type Axis, toAxis } from "@/data/chart/axis";
import type { Mark } from "@/data/chart/mark";
import { type Point, toPoint } from "@/data/chart/rows";
import { type Colors, numberOf } from "@/data/figure/document-sign";
import { bare, still, valueAxis } from "./live-parts";
import { FigureShape } from "./shapes/figure-shape";

/** A period with what the own table comes to in it and what is published for it. */
interface ComparedBand {
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
  const rows = bands.map(({ label, own, marks }, place) => ({
    // Two periods may have one label, and an axis of labels would draw them as one.
    place,
    label,
    points: [
      own && toPoint(ownMark(own), "trend", axis),
      ...marks.map((mark) => toPoint(mark, "ranges", axis)),
    ],
  }));
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
        dataKey="place"
        tickFormatter={(at: number) => rows[at]?.label ?? ""}
        interval={0}
        {...bare}
        height={28}
      />
      <YAxis
        {...valueAxis(axis, true)}
        width={56}
        label={{ value: title, position: { x: 8, y: -28 }, textAnchor: "start" }}
      />
      {Array.from({ length: slots }, (_, slot) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its index
          key={slot}
          dataKey={`points[${slot}].span`}
          {...still}
          shape={({ payload, x, width }: BarShapeProps) => (
            <Amount
              point={payload.points[slot]}
              {...{ isOwn: slot === 0, axis, colors, x, width }}
            />
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

/** What the rows come to, as a figure that no document states. */
function ownMark({ low, high, text }: NonNullable<ComparedBand["own"]>): Mark {
  return { id: "", low, high, text, precision: "exact", document: "", isPart: false };
}

interface AmountProps {
  readonly point: Point | null | undefined;
  readonly isOwn: boolean;
  readonly axis: Axis;
  readonly colors: Colors;
  readonly x: number;
  readonly width: number;
}

function Amount({ point, isOwn, axis, colors, x, width }: AmountProps) {
  const scale = useYAxisScale();
  if (!point || !scale) return null;
  const { document, precision, extent, span, text } = point;
  const share = isOwn ? 0.86 : 0.6;
  const place = {
    isUpright: true,
    at: (value: number) => scale(value) ?? 0,
    left: x + (width * (1 - share)) / 2,
    width: width * share,
    unit: "",
    middle: 0,
  } as const;
  const number = numberOf(document, { colors });
  const panel = { measure: "", title: "", detail: "", of: 1, axis };
  // A document has its sign where it states one number; the own table has none.
  const isSign = extent?.point !== null && !isOwn;
  const above = extent?.open === "more" ? (isSign ? 27 : 22) : isSign ? 12 : 6;
  const look = isOwn ? "own" : `color-${number} ${precision.startsWith("about") ? "about" : ""}`;
  return (
    <g className={`mark ${look}`}>
      {(isSign || extent?.point === null) && (
        <FigureShape {...{ point, place, panel, number }} layout="columns" share={0.2} />
      )}
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
