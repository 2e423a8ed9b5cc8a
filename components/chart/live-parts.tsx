import { createContext, useContext } from "react";
import { ReferenceArea, Tooltip } from "recharts";
import { type Axis, tickLabel } from "@/data/chart/axis";
import type { Series } from "@/data/chart/mark";
import type { ValueRange } from "@/data/view/value-range";
import { type LinkProps, type MarkState, UsualLink } from "./mark-link";
import { areaOf } from "./use-brush";

export interface LayoutProps {
  readonly series: Series;
  /** What marks have in common as long as they are not drawn anew. */
  readonly state: MarkState;
}

interface Pointing {
  /** The mark that a reader points at, and the period that he brushes over. */
  readonly pointed: string | null;
  readonly brushed: ValueRange<string> | null;
}

/** What changes without a mark being drawn anew reaches the parts that show it past Recharts. */
export const State = createContext<MarkState>({ colors: {}, words: {}, selected: [] });
export const Moving = createContext<Pointing>({ pointed: null, brushed: null });

/** Choosing a mark changes its link; what that holds is not drawn again. */
export function LiveLink(props: LinkProps) {
  const { selected, stop } = useContext(State);
  return <UsualLink {...props} state={{ ...props.state, selected, stop }} />;
}

export const still = { isAnimationActive: false } as const;
export const bare = { tickLine: false, axisLine: false } as const;

/** An axis of values as Recharts takes it. */
export function valueAxis(axis: Axis, isUpright = false) {
  return {
    ...bare,
    type: "number",
    scale: axis.scale,
    domain: [...axis.domain],
    ticks: [...axis.ticks],
    tickFormatter: (tick: number) => tickLabel(axis, tick, isUpright),
    interval: 0,
  } as const;
}

/** The words of a mark beside it, as its accessible name has them, and the years that are brushed over. */
export function Answers({ series }: { series: Series }) {
  const { brushed } = useContext(Moving);
  const area = brushed && areaOf(series, brushed);
  const id = series.layout === "columns" ? {} : { xAxisId: 0, yAxisId: 0 };
  return (
    <>
      {area && (
        <ReferenceArea<number | string, number | string> className="brush" {...id} {...area} />
      )}
      <Tooltip shared={false} cursor={false} isAnimationActive={false} content={<Words />} />
    </>
  );
}

function Words() {
  const { pointed } = useContext(Moving);
  const { words } = useContext(State);
  return (
    pointed && (
      <div className="chart-tooltip" aria-hidden="true">
        {words[pointed]}
      </div>
    )
  );
}
