import { Bar, BarChart, CartesianGrid, useYAxisScale, XAxis, YAxis } from "recharts";
import { type Axis, toAxis } from "@/data/chart/axis";
import type { Mark } from "@/data/chart/mark";
import { type Point, toPoint } from "@/data/chart/rows";
import { type Colors, numberOf } from "@/data/figure/document-sign";
import { bare, still, valueAxis } from "./live-axes";
import { beyond, FigureShape } from "./shapes/figure-shape";

/** A period with what the own table comes to in it and what is published for it. */
interface ComparedBand {
  readonly key: string;
  readonly label: string;
  /** Null where the table does not speak of the period; no upper end is null. */
  readonly own: (Pick<Mark, "high" | "text"> & { readonly low: number }) | null;
  readonly marks: readonly Mark[];
}

interface Props {
  readonly bands: readonly ComparedBand[];
  readonly title: string;
  readonly colors: Colors;
  readonly width: number;
}

/** In pixels, of a bar or a mark beside it. */
const [slotWidth, widest] = [46, 72];

/** The own numbers as bars, beside each the published ones as marks and ranges, on one axis. */
export default function CompareChart({ bands, title, colors, width }: Props) {
  const slots = 1 + Math.max(1, ...bands.map(({ marks }) => marks.length));
  const stated = bands.flatMap(({ own, marks }) => [...(own ? [own] : []), ...marks]);
  const axis = toAxis(stated.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null));
  const rows = bands.map(({ label, own, marks }, place) => ({
    // Two periods may have one label, and an axis of labels would draw them as one.
    place,
    label,
    points: [
      own && toPoint({ ...ownMark, ...own }, "trend", axis),
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
      height={320}
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
        {...bare}
        height={28}
      />
      <YAxis
        {...valueAxis(axis, true)}
        width={56}
        label={{ value: title, position: { x: 8, y: -28 }, textAnchor: "start" }}
      />
      {Array.from({ length: slots }, (_, slot) => `points[${slot}]`).map((key, slot) => (
        <Bar
          key={key}
          dataKey={`${key}.span`}
          {...still}
          shape={({ payload, x, width }) => (
            <Amount point={payload.points[slot]} {...{ axis, colors, x, width }} />
          )}
        />
      ))}
    </BarChart>
  );
}

/** What the rows come to, as a figure that no document states. */
const ownMark = { id: "", precision: "exact", document: "", isPart: false, slot: 0 } as const;

interface AmountProps {
  readonly point: Point | null | undefined;
  readonly axis: Axis;
  readonly colors: Colors;
  readonly x: number;
  readonly width: number;
}

function Amount({ point, axis, colors, x, width }: AmountProps) {
  const scale = useYAxisScale();
  if (!point || !scale) return null;
  const { document, precision, extent, span, text } = point;
  const isOwn = document === "";
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
  const look = isOwn ? "own" : `color-${number} ${precision.startsWith("about") ? "about" : ""}`;
  // A document has its sign where it states one number; the own table has none.
  const isDrawn = !isOwn || extent?.point === null;
  return (
    <g className={`mark ${look}`}>
      {isDrawn && <FigureShape {...{ point, place, axis, number }} layout="columns" share={0.2} />}
      {extent && (
        <text
          className="value"
          x={place.left + place.width / 2}
          y={place.at(span[1]) - beyond(extent)}
          textAnchor="middle"
        >
          {text}
        </text>
      )}
    </g>
  );
}
