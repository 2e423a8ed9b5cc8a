import { useContext } from "react";
import { ReferenceArea, Tooltip } from "recharts";
import type { Series } from "@/data/chart/mark";
import { Moving, State } from "./live-state";
import { areaOf } from "./use-brush";

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
