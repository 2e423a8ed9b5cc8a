import type { Series } from "@/data/chart/mark";
import { groupBy } from "@/data/table/order";
import type { Length } from "./chart-geometry";
import { roomAt, shorten, steps, textWidth } from "./chart-geometry";

interface Props {
  readonly text: string;
  /** Said after the text, in quiet, as far as there is room. */
  readonly detail?: string;
  /** Leaves the detail out where it would be cut. */
  readonly isWhole?: boolean;
  /** Said before it, in quiet, and never cut. */
  readonly before?: string;
  /** The share of the plot that it may take, less some pixels. */
  readonly share: number;
  readonly less?: number;
  readonly layout: Series["layout"];
  readonly className?: string;
  readonly x: Length;
  readonly dx?: number;
  readonly y: number;
}

/** A text as long as fits: SVG has no ellipsis, so the style sheet shows the one for the width. */
export function FittedText({ text, detail = "", before = "", share, less = 0, ...props }: Props) {
  const { isWhole = false, layout, className = "", x, dx, y } = props;
  const stepsOf = groupBy(steps.keys(), (step) => {
    const room = roomAt(step, share, layout) - less;
    const label = shorten(text, room - textWidth(before));
    const rest = shorten(detail, room - textWidth(`${before}${label} `));
    return [label, isWhole && rest !== detail ? "" : rest].join("\n");
  });
  return [...stepsOf].map(([shown, fits]) => {
    const [label, rest] = shown.split("\n");
    const classes = fits.map((step) => `fit-${step}`).join(" ");
    return (
      <text key={shown} className={`${className} fit ${classes}`} x={x} dx={dx} y={y}>
        {before && <tspan className="quiet">{before}</tspan>}
        <tspan>{label}</tspan>
        {rest && <tspan className="quiet">{` ${rest}`}</tspan>}
      </text>
    );
  });
}
