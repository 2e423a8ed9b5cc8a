import { useEffect, useState } from "react";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import { toCells, toHtmlTable, toTsv } from "@/data/files/clipboard";
import type { CellRange } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";

interface Props {
  readonly range: CellRange | null;
  readonly rows: readonly Figure[];
  readonly columns: readonly ShownColumn[];
  readonly names: Names;
}

/** Copies the range, on Ctrl+C in the grid and by buttons; a spreadsheet pastes it as cells. */
export function CopyCells({ range, rows, columns, names }: Props) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!range) return;
    const onCopy = (event: ClipboardEvent) => {
      const isInGrid = document.activeElement?.closest(".grid-host");
      if (!isInGrid || !event.clipboardData) return;
      const cells = cellsIn(range, rows, columns, names, false);
      event.clipboardData.setData("text/plain", toTsv(cells));
      event.clipboardData.setData("text/html", toHtmlTable(cells));
      event.preventDefault();
      setSaid("Copied");
    };
    document.addEventListener("copy", onCopy);
    return () => document.removeEventListener("copy", onCopy);
  }, [range, rows, columns, names]);
  useEffect(() => {
    const timer = said ? setTimeout(() => setSaid(""), 2500) : undefined;
    return () => clearTimeout(timer);
  }, [said]);
  if (!range) return null;
  const copy = async (withHeaders: boolean) => {
    const cells = cellsIn(range, rows, columns, names, withHeaders);
    setSaid((await write(cells)) ? "Copied" : "The browser did not allow copying");
  };
  return (
    <span className="copy-cells">
      <button type="button" onClick={() => copy(false)}>
        Copy
      </button>
      <button type="button" onClick={() => copy(true)}>
        Copy with headers
      </button>
      <span role="status">{said}</span>
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

async function write(cells: ReturnType<typeof toCells>): Promise<boolean> {
  const blob = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
  const item = { ...blob("text/plain", toTsv(cells)), ...blob("text/html", toHtmlTable(cells)) };
  try {
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return false;
  }
}
