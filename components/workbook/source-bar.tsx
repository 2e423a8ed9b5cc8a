import { memo } from "react";
import type { Figure } from "@/data/figure/figure";
import { describeEstimate, formatPeriod, inSentence } from "@/data/figure/format";
import type { Names } from "@/data/figure/names";
import { type CellRange, formatCellRange } from "@/data/view/cell-range";
import { describeFigure, describeShared } from "@/data/view/describe";
import { Changing } from "../controls/changing";
import { CopyButton } from "../controls/copy-button";

interface Props {
  /** The selected figures. */
  readonly figures: readonly Figure[];
  /** The rows shown, to number the selected one. */
  readonly rows: readonly Figure[];
  /** The cells that are selected. */
  readonly range: CellRange | null;
  readonly names: Names;
}

/** Where a spreadsheet tells how a cell came to its value, this tells who printed it, and where. */
export const SourceBar = memo(function SourceBar({ figures, rows, range, names }: Props) {
  const [figure, second] = figures;
  const row = figure ? rows.indexOf(figure) + 1 : 0;
  return (
    <section className="source-bar" aria-label="Source of the selected figure">
      <span className="name-box">
        <Changing
          text={
            range
              ? formatCellRange(range)
              : second
                ? `${figures.length} figures`
                : String(row || "–")
          }
        />
      </span>
      <span className="source-mark" aria-hidden="true">
        src
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: focus opens the line where it is cut */}
      <p className="source-text" aria-live="polite" tabIndex={0}>
        {!figure && <span className="quiet">Select a figure to see who states it.</span>}
        {figure && !second && <Source key={figure.id} figure={figure} names={names} />}
        {second && (
          <span key={figures.map(({ id }) => id).join()}>
            <b>{figures.map(describeEstimate).join(" · ")}</b>{" "}
            <span className="quiet">— {describeShared(figures, names)}</span>
          </span>
        )}
      </p>
      {figure && (
        <CopyButton
          label="Copy source"
          text={figures.map((each) => describeFigure(each, names)).join("\n")}
        />
      )}
    </section>
  );
});

function Source({ figure, names }: { figure: Figure; names: Names }) {
  const { subject, place, precision, basis, claimant, document, section, note } = figure;
  const tags = [precision, place, formatPeriod(figure)].filter(Boolean);
  const compared = names.compared[figure.id];
  return (
    <span>
      <b>{describeEstimate(figure)}</b>{" "}
      {inSentence(names.measures[figure.measure] ?? figure.measure)}
      {subject ? `: ${subject} ` : " "}
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      {compared && <span className="tag">{compared}</span>}
      {basis}
      {claimant ? ` by ${claimant}` : ""} — <cite>{names.documents[document]}</cite>
      {section ? `, “${section}”` : ""}, printed as “{figure.as_printed}”
      {note ? <span className="quiet"> — {note}</span> : null}
    </span>
  );
}
