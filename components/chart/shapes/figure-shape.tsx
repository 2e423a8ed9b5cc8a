import type { Axis } from "@/data/chart/axis";
import type { Series } from "@/data/chart/mark";
import type { Extent, Point } from "@/data/chart/rows";
import { type Place, pointAt } from "../chart-geometry";
import { At, Sign } from "../chart-sign";
import { ExtentBar } from "./extent-bar";
import { FigureWords } from "./figure-words";
import { OpenArrow } from "./open-arrow";

interface Props {
  readonly point: Point;
  readonly place: Place;
  readonly axis: Axis;
  readonly layout: Series["layout"];
  /** Of the document's sign. */
  readonly number: number;
  /** The share of the plot that words may take. */
  readonly share: number;
}

/**
 * A figure along its axis: a solid bar for what it states at least, a pale one as far as it may reach, the
 * document's sign for one number where there is no length, hollow for a bound, and words as words.
 */
export function FigureShape({ point, place, axis, layout, number, share }: Props) {
  const { extent, span, text, isPart } = point;
  if (!extent) return <FigureWords {...{ text, place, share, layout }} zero={axis.edge} />;
  const { solid, pale, open } = extent;
  return (
    <>
      {pale && <ExtentBar className="range" reach={pale} place={place} />}
      {solid && <ExtentBar className="fill" reach={solid} place={place} />}
      {solid && isPart && <ExtentBar className="hatch" reach={solid} place={place} />}
      {(open || extent.point !== null) && (
        <At {...pointAt(place, open === "less" ? span[0] : span[1])}>
          {open && (
            <OpenArrow
              open={open}
              isUpright={place.isUpright}
              length={arrowLengths[extent.point === null ? "bar" : "sign"]}
            />
          )}
          {extent.point !== null && (
            <Sign number={number} className={open ? "fill open" : "fill"} />
          )}
        </At>
      )}
    </>
  );
}

/** How far the arrow of a bar reaches, and that of a sign, of which the sign hides the start. */
const arrowLengths = { bar: 15, sign: 21 } as const;

/** Pixels from the end of a figure to its value: beyond its sign, and beyond an arrow that points there. */
export function beyond({ point, open }: Extent): number {
  if (open === "more") return point === null ? 21 : 27;
  return point === null ? 6 : 11;
}
