import { memo } from "react";
import type { ShownTotal } from "@/data/chart/shown-total";
import { describeCounted } from "@/data/figure/counted";
import type { Names } from "@/data/figure/names";
import type { Total } from "@/data/figure/total";
import { describeTotal, plural } from "@/data/view/describe";
import type { Summary } from "@/data/view/summary";
import type { View } from "@/data/view/view";
import { Changing } from "../controls/changing";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";
import { type ChosenCells, CopyCells } from "./copy-cells";

interface Props {
  readonly view: View;
  readonly summary: Summary;
  readonly total: ShownTotal;
  readonly sentence: string;
  readonly names: Names;
  readonly onShow: Show;
  readonly isChosen: boolean;
  readonly chosenNow: () => ChosenCells | null;
}

/** How many figures are shown and why not all, and what they come to. */
export const StatusBar = memo(function StatusBar(props: Props) {
  const { view, summary, total, sentence, names, onShow } = props;
  const { selected, selectedElsewhere } = summary;
  return (
    <footer className="status-bar">
      <p role="status">
        <Changing
          text={[
            sentence,
            selected > 0 && `${plural(selected, "figure")} selected`,
            selectedElsewhere > 0 &&
              `${plural(selectedElsewhere, "selected figure")} not in this view`,
          ]
            .filter(Boolean)
            .join(" · ")}
        />
      </p>
      <Repeats view={view} folded={summary.folded} onShow={onShow} />
      <ul className="totals" aria-label={`Totals of the figures ${total.of}`}>
        {describeTotal(total.total, total.of).map((part) => (
          <li key={part} className={part.startsWith("Not added") ? "refusal" : undefined}>
            {part}
          </li>
        ))}
      </ul>
      <LeftOut total={total.total} names={names} />
      <CopyCells isChosen={props.isChosen} chosenNow={props.chosenNow} names={names} />
    </footer>
  );
});

/** Of more rows than these the first few are named one by one. */
const mostNamed = 150;
const fewNamed = 50;

/** What the totals could not count, with the reason, on demand. */
function LeftOut({ total: { leftOut }, names }: { total: Total; names: Names }) {
  if (leftOut.length === 0) return null;
  const named = leftOut.length > mostNamed ? leftOut.slice(0, fewNamed) : leftOut;
  return (
    <details className="left-out">
      <summary>
        <Changing text={`${plural(leftOut.length, "row")} not in the total`} />
      </summary>
      <ul>
        {named.map(({ figure, reason }) => (
          <li key={figure.id}>
            {describeCounted(figure, names)} — {reason}
          </li>
        ))}
        {named.length < leftOut.length && (
          <li>… and {plural(leftOut.length - named.length, "row")} more</li>
        )}
      </ul>
    </details>
  );
}

function Repeats({ view, folded, onShow }: Pick<Props, "view" | "onShow"> & { folded: number }) {
  if (folded === 0 && view.repeats === "fold") return null;
  const repeats = view.repeats === "show" ? "fold" : "show";
  return (
    <ViewLink change={{ repeats }} view={view} onShow={onShow}>
      <Changing text={repeats === "show" ? "Show repeats" : "Fold repeats"} />
    </ViewLink>
  );
}
