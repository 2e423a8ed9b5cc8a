import { kindsOf } from "../chart/kind";
import { marksOf, type Series } from "../chart/mark";
import { toSeries } from "../chart/series";
import { type Joined, yours } from "./sixth";

/** The measures of a reader's figures, each once, in their order. */
export function ownMeasures({ own }: Pick<Joined, "own">): readonly string[] {
  return [...new Set(own.map(({ measure }) => measure))];
}

/**
 * All figures of a measure, the reader's among them, as the first kind of chart draws them that suits the
 * measure and has room for every one of the reader's; else the one that draws most of them.
 */
export function ownSeries({ all, names }: Joined, measure: string): Series | null {
  const rows = all.filter((figure) => figure.measure === measure);
  const drawn = kindsOf(rows, measure, names).map((kind) => {
    const series = toSeries(rows, { kind, measure, all: rows, isSorted: false, names });
    return { series, own: marksOf(series).filter(({ document }) => document === yours).length };
  });
  const most = Math.max(0, ...drawn.map(({ own }) => own));
  return drawn.find(({ own }) => own === most && own > 0)?.series ?? null;
}
