import { useEffect } from "react";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { toCells, toHtmlTable, toTsv } from "@/data/files/clipboard";
import type { CellRange } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import { Changing } from "../controls/changing";
import { useCopy } from "../controls/use-copy";

interface Props {
  readonly range: CellRange | null;
  readonly rows: readonly Figure[];
  readonly columns: readonly ShownColumn[];
  readonly names: Names;
}

/** Copies the range, on Ctrl+C in the grid and by buttons; a spreadsheet pastes it as cells. */
export function CopyCells({ range, rows, columns, names }: Props) {
  const { said, byHand, onCopy, say } = useCopy();
  useEffect(() => {
    if (!range) return;
    const onKeys = (event: ClipboardEvent) => {
      const isInGrid = document.activeElement?.closest(".grid-host");
      if (!isInGrid || !event.clipboardData) return;
      const { text, html } = copiedOf(cellsIn(range, rows, columns, names, false));
      event.clipboardData.setData("text/plain", text);
      event.clipboardData.setData("text/html", html);
      event.preventDefault();
      say("Copied");
    };
    document.addEventListener("copy", onKeys);
    return () => document.removeEventListener("copy", onKeys);
  }, [range, rows, columns, names, say]);
  if (!range) return null;
  const copy = (withHeaders: boolean) =>
    onCopy(copiedOf(cellsIn(range, rows, columns, names, withHeaders)));
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

function cellsIn(
  { top, bottom, left, right }: CellRange,
  rows: readonly Figure[],
  columns: readonly ShownColumn[],
  names: Names,
  withHeaders: boolean,
) {
  return toCells(rows.slice(top, bottom + 1), columns.slice(left, right + 1), names, withHeaders);
}

function copiedOf(cells: ReturnType<typeof toCells>) {
  return { text: toTsv(cells), html: toHtmlTable(cells) };
}
