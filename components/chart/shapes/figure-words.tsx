import type { Series } from "@/data/chart/mark";
import { barHeight, type Place } from "../chart-geometry";
import { FittedText } from "../chart-text";

interface Props {
  /** The words as they are printed. */
  readonly text: string;
  readonly place: Place;
  /** Where the axis begins. */
  readonly zero: number;
  readonly share: number;
  readonly layout: Series["layout"];
}

/** A figure in words has no length: its words stand where the axis begins, in a column above a box without a top. */
export function FigureWords({ text, place, zero, share, layout }: Props) {
  const { isUpright, at, left, width, unit, middle } = place;
  const y = isUpright ? at(zero) - 18 : middle - barHeight / 2;
  return (
    <>
      {isUpright && (
        <rect
          className="no-number"
          x={`${left}${unit}`}
          y={y}
          width={`${width}${unit}`}
          height={18}
        />
      )}
      <FittedText
        className="words"
        text={`“${text}”`}
        share={share}
        layout={layout}
        x={`${isUpright ? left : at(zero)}${unit}`}
        y={isUpright ? y - 6 : middle + 4}
      />
    </>
  );
}
