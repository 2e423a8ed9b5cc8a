import type { Figure } from "@/data/figure";
import { describeEstimate, formatPeriod } from "@/data/format";
import type { Names } from "@/data/names";

interface Props {
  /** The selected figures. */
  readonly figures: readonly Figure[];
  /** The rows shown, to number the selected one. */
  readonly rows: readonly Figure[];
  readonly names: Names;
}

/** Where a spreadsheet tells how a cell came to its value, this tells who printed it, and where. */
export function SourceBar({ figures, rows, names }: Props) {
  const [figure] = figures;
  const row = figure ? rows.indexOf(figure) + 1 : 0;
  return (
    <section className="source-bar" aria-label="Source of the selected figure">
      <span className="name-box">{figures.length > 1 ? `${figures.length} rows` : row || "–"}</span>
      <span className="source-mark" aria-hidden="true">
        src
      </span>
      <p className="source-text" aria-live="polite">
        {figure ? (
          <Source figure={figure} more={figures.length - 1} names={names} />
        ) : (
          <span className="quiet">Select a figure to see who states it, and where.</span>
        )}
      </p>
    </section>
  );
}

function Source({ figure, more, names }: { figure: Figure; more: number; names: Names }) {
  const { subject, place, precision, basis, claimant, document, section, note } = figure;
  const tags = [precision, place, formatPeriod(figure)].filter(Boolean);
  return (
    <>
      <b>{describeEstimate(figure)}</b> {names.measures[figure.measure]?.toLowerCase()}
      {subject ? `: ${subject} ` : " "}
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
        </span>
      ))}
      {basis}
      {claimant ? ` by ${claimant}` : ""} — <cite>{names.documents[document]}</cite>
      {section ? `, “${section}”` : ""}, printed as “{figure.as_printed}”
      {note ? <span className="quiet"> — {note}</span> : null}
      {more > 0 ? <span className="quiet"> — and {more} more selected</span> : null}
    </>
  );
}
