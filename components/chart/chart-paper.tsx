import type { Series } from "@/data/chart/mark";
import { slicesOf } from "./chart-geometry";
import type { MarkState } from "./chart-mark";
import { StaticMarks } from "./chart-static";

/** A tall chart on paper: cut between rows into pictures that a page can part from one another. */
export function PaperChart({ series, state }: { series: Series; state: MarkState }) {
  return slicesOf(series).map(({ from, to }) => (
    <svg
      key={from}
      role="presentation"
      className={`chart slice static-${series.layout}`}
      height={to - from}
    >
      <g transform={`translate(0 ${-from})`}>
        <StaticMarks series={series} state={state} />
      </g>
    </svg>
  ));
}
