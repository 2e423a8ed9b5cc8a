import { createContext, useContext, useSyncExternalStore } from "react";
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
export const State = createContext(makeMarkStore({ colors: {}, words: {}, selected: [] }));
export const Moving = createContext<Pointing>({ pointed: null, brushed: null });

export type MarkStore = ReturnType<typeof makeMarkStore>;

/** What marks have in common, and who is told when it becomes another: each mark hears of its own part. */
export function makeMarkStore(first: MarkState) {
  let now = first;
  let selected = new Set(first.selected);
  const heard = new Set<() => void>();
  return {
    hear(on: () => void) {
      heard.add(on);
      return () => {
        heard.delete(on);
      };
    },
    set(next: MarkState) {
      if (next === now) return;
      if (next.selected !== now.selected) selected = new Set(next.selected);
      now = next;
      for (const on of heard) on();
    },
    isSelected: (id: string) => selected.has(id),
    stop: () => now.stop,
    words: () => now.words,
  };
}

/** Choosing a mark changes its link; no other mark, and nothing that a link holds, is drawn again. */
export function LiveLink(props: LinkProps) {
  const { id } = props.mark;
  const store = useContext(State);
  const isSelected = useSyncExternalStore(store.hear, () => store.isSelected(id));
  const stop = useSyncExternalStore(store.hear, () => {
    const stop = store.stop();
    return stop === undefined || stop === id ? stop : null;
  });
  const state = { ...props.state, selected: isSelected ? [id] : [], stop };
  return <UsualLink {...props} state={state} />;
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
  const store = useContext(State);
  const words = useSyncExternalStore(store.hear, store.words);
  return (
    pointed && (
      <div className="chart-tooltip" aria-hidden="true">
        {words[pointed]}
      </div>
    )
  );
}
