import type { MarkedRow } from "@/data/compare/figure-marks";
import type { Opened } from "@/data/open/session";

/** A cell that is chosen: its row, and the number of its column. */
export interface CellAt {
  readonly row: MarkedRow;
  readonly column: number;
}

interface Props {
  readonly cell: CellAt | null;
  readonly opened: Opened;
  /** What is wrong with what is being typed. */
  readonly draft: string;
  /** What is wrong with a text, by the number of its column. */
  readonly check: (column: number, text: string) => string;
}

/** Where the chosen cell stands in the file, and all of its text. */
export function CellBar({ cell, opened, draft, check }: Props) {
  const column = cell ? opened.columns[cell.column] : undefined;
  const text = cell?.row.cells[cell.column] ?? "";
  const problem = draft || (cell && (cell.row.broken?.[cell.column] ?? check(cell.column, text)));
  const line = cell?.row.line ? `line ${cell.row.line}` : "new row";
  return (
    <section className="source-bar" aria-label="The chosen cell in its file">
      <span className="name-box">{cell ? line : "–"}</span>
      <span className="source-mark" aria-hidden="true">
        Source
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: focus opens the line where it is cut */}
      <p className="source-text" aria-live="polite" tabIndex={0}>
        {cell ? (
          <>
            <b>{text || "empty"}</b> <span className="tag">{column?.name}</span>
            {problem && <span className="cell-problem"> {problem}</span>}
            <span className="quiet"> — {opened.file}</span>
          </>
        ) : (
          <span className="quiet">Select a cell to see where it stands in the file.</span>
        )}
      </p>
    </section>
  );
}
