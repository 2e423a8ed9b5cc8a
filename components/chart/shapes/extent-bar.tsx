import type { Reach } from "@/data/chart/rows";
import { barHeight, type Place } from "../chart-geometry";

interface Props {
  readonly reach: Reach;
  readonly place: Place;
  readonly className: "fill" | "range" | "hatch";
}

/** A bar from one value to another, as wide as its column or as high as its lane. */
export function ExtentBar({ reach, place, className }: Props) {
  const { isUpright, at, left, width, unit, middle } = place;
  const [from = 0, to = 0] = reach.map(at).toSorted((a, b) => a - b);
  const box = isUpright
    ? { x: `${left}${unit}`, width: `${width}${unit}`, y: from, height: Math.max(1, to - from) }
    : { x: `${from}${unit}`, width: `${to - from}${unit}`, y: middle - barHeight / 2 };
  return (
    <rect className={className} height={barHeight} {...box} rx={className === "hatch" ? 0 : 2} />
  );
}
