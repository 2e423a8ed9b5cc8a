import { useEffect } from "react";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { toCells, toHtmlTable, toTsv } from "@/data/files/clipboard";
import type { CellRange } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import { Changing } from "../controls/changing";
import type { Copied } from "../controls/copy";
import { useCopy } from "../controls/use-copy";

interface Props {
  /** Whether anything is selected, and what, as it is by now. */
  readonly isChosen: boolean;
  readonly chosenNow: () => ChosenCells | null;
  readonly names: Names;
}

/** What of the rows and columns that are shown is selected. */
export interface Choosable {
  readonly range: CellRange | null;
  readonly rows: readonly Figure[];
  readonly columns: readonly ShownColumn[];
  /** The selected rows, in the order in which they are shown. */
  readonly selected: readonly Figure[];
}

/**
 * Copies what is selected, cells or whole rows, on Ctrl+C in the grid or the chart and by buttons; a
 * spreadsheet pastes it as cells.
 */
export function CopyCells(props: Props) {
  const { isChosen, chosenNow, names } = props;
  const { said, byHand, onCopy, say } = useCopy();
  useEffect(() => {
    const onKeys = (event: ClipboardEvent) => {
      const chosen = chosenNow();
      const isHere = document.activeElement?.closest(".grid-host, .chart-frame");
      if (!chosen || !isHere || isTextMarked() || !event.clipboardData) return;
      const { text, html } = copiedOf(chosen, names, false);
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
      say("Copied");
    };
    document.addEventListener("copy", onKeys);
    return () => document.removeEventListener("copy", onKeys);
  }, [chosenNow, names, say]);
  if (!isChosen) return null;
  const copy = (withHeaders: boolean) => {
    const chosen = chosenNow();
    if (chosen) onCopy(copiedOf(chosen, names, withHeaders));
  };
  return (
    <span className="copy-cells">
      <button type="button" onClick={() => copy(false)}>
        Copy
      </button>
      <button type="button" onClick={() => copy(true)}>
        Copy with headers
      </button>
      <span role="status">
        <Changing text={said} />
      </span>
      {byHand}
    </span>
  );
}

/** What is copied: rows, and which of their columns. */
export interface ChosenCells {
  readonly rows: readonly Figure[];
  readonly columns: readonly ShownColumn[];
}

/** The cells of a range. */
export function cellsIn(
  { top, bottom, left, right }: CellRange,
  { rows, columns }: ChosenCells,
): ChosenCells {
  return { rows: rows.slice(top, bottom + 1), columns: columns.slice(left, right + 1) };
}

/** The cells of the range, else whole rows that are selected; null where neither is. */
export function chosenOf({ range, rows, columns, selected }: Choosable): ChosenCells | null {
  if (!range) return selected.length > 0 ? { rows: selected, columns } : null;
  return cellsIn(range, { rows, columns });
}

/** Cells as text and as a table. */
export function copiedOf(
  { rows, columns }: ChosenCells,
  names: Names,
  withHeaders: boolean,
): Required<Copied> {
  const cells = toCells(rows, columns, names, withHeaders);
  return { text: toTsv(cells), html: toHtmlTable(cells) };
}

/** True where the browser would copy text that the reader has marked. */
function isTextMarked(): boolean {
  return window.getSelection()?.isCollapsed === false;
}
