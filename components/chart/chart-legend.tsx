import { memo } from "react";
import { numberOf } from "@/data/figure/document-sign";
import type { View } from "@/data/view/view";
import { DocumentSign } from "../controls/document-sign";
import { ViewLink } from "../state/view-link";
import type { ToolProps } from "./chart-tools";
import type { MarkState } from "./mark-link";

type Props = Pick<ToolProps, "series" | "names" | "view" | "onShow"> & Pick<MarkState, "colors">;

/** The documents of a chart by colour and sign; each is a switch that mutes it in the chart alone. */
export const ChartLegend = memo(function ChartLegend(props: Props) {
  const { series, colors, names, view, onShow } = props;
  return (
    <ul className="legend" aria-label="Documents">
      {series.documents.map((id) => {
        const isMuted = view.mute.includes(id);
        const change = ({ mute }: View) => ({
          mute: [...mute.filter((each) => each !== id), ...(isMuted ? [] : [id])].sort(),
        });
        return (
          <li key={id}>
            <ViewLink
              className={isMuted ? "muted" : undefined}
              change={change}
              view={view}
              onShow={onShow}
            >
              <DocumentSign number={numberOf(id, { colors })} className="mark" />
              <span className="visually-hidden">
                {isMuted ? "Show in the chart: " : "Leave out of the chart: "}
              </span>
              {names.documents[id]}
            </ViewLink>
          </li>
        );
      })}
    </ul>
  );
});
