import { createContext, memo, useContext } from "react";
import { ReferenceArea, Tooltip } from "recharts";
import type { Series } from "@/data/chart/mark";
import type { ValueRange } from "@/data/view/value-range";
import { areaOf } from "./brush-years";
import { type LinkProps, MarkLink, type MarkState } from "./mark-link";

interface Pointing {
  /** The mark that a reader points at, and the period that he brushes over. */
  readonly pointed: string | null;
  readonly brushed: ValueRange<string> | null;
}

/** What changes without a mark being drawn anew reaches the parts that show it past Recharts. */
export const State = createContext<MarkState>({ colors: {}, words: {}, selected: [] });
export const Moving = createContext<Pointing>({ pointed: null, brushed: null });

/** Choosing a mark changes its link, and another view where all lead; nothing that a link holds is drawn again. */
export function LiveLink({ mark, state, children }: LinkProps) {
  const { selected, stop, hrefOf } = useContext(State);
  const isSelected = selected.includes(mark.id);
  const ownStop = stop === undefined || stop === mark.id ? stop : null;
  return (
    <OwnLink {...{ mark, state, isSelected, hrefOf }} stop={ownStop}>
      {children}
    </OwnLink>
  );
}

type OwnProps = LinkProps & Pick<MarkState, "stop" | "hrefOf"> & { readonly isSelected: boolean };

const OwnLink = memo(function OwnLink({ isSelected, stop, hrefOf, ...props }: OwnProps) {
  const state = { ...props.state, hrefOf, selected: isSelected ? [props.mark.id] : [], stop };
  return <MarkLink {...props} state={state} />;
});

/** The words of a mark beside it, as its accessible name has them, and the years that are brushed over. */
export function Answers({ series }: { series: Series }) {
  const { brushed } = useContext(Moving);
  const area = brushed && areaOf(series, brushed);
  return (
    <>
      {area && (
        <ReferenceArea<number | string, number | string>
          className="brush"
          xAxisId={0}
          yAxisId={0}
          {...area}
        />
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
