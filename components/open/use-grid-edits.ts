import { useCallback, useMemo, useRef, useState } from "react";
import { fitBlock, mostPasted, parseBlock } from "@/data/edit/block";
import type { EditRequest } from "@/data/edit/request";
import type { CellRange } from "@/data/view/cell-range";
import { copy } from "../controls/copy";
import type { Box } from "../controls/popup";
import type { Reader } from "./reader";

/** What the grid reports of edits of cells, as requests; and the cells and the menu that are chosen there. */
export function useGridEdits(
  reader: Reader,
  edit: (request: EditRequest) => void,
  onProblem: (message: string) => void,
) {
  const range = useRef<CellRange | null>(null);
  const [menuAt, setMenuAt] = useState<Box | null>(null);
  const onCopy = useCallback(
    (range: CellRange, isCut: boolean) => {
      reader.cells(range).then(async (cells) => {
        const text = cells.map((row) => row.map(quoted).join("\t")).join("\n");
        const isCopied = await copy({ text: text || "\n" });
        onProblem(isCopied ? "" : "The browser did not allow copying.");
        if (isCopied && isCut) edit({ kind: "clear", range });
      });
    },
    [reader, edit, onProblem],
  );
  const edits = useMemo(
    () => ({
      onWrite: ({ row, column }: { row: number; column: number }, text: string) =>
        edit({ kind: "write", top: row, left: column, cells: [[text]] }),
      onPaste: (range: CellRange, text: string) => {
        const block = parseBlock(text);
        const { top, left } = range;
        const size = { rows: range.bottom - top + 1, columns: range.right - left + 1 };
        const cells = fitBlock(block, size);
        const isTooLarge = cells.length * (cells[0]?.length ?? 0) > mostPasted;
        if (isTooLarge) onProblem("These are too many cells to paste at once.");
        else edit({ kind: "write", top, left, cells });
      },
      onClear: (range: CellRange) => edit({ kind: "clear", range }),
      onFill: (range: CellRange) => edit({ kind: "fill down", range }),
      onInsertRows: ({ top, bottom }: CellRange) =>
        edit({ kind: "insert rows", at: top, count: bottom - top + 1 }),
      onRemoveRows: ({ top, bottom }: CellRange) =>
        edit({ kind: "remove rows", from: top, to: bottom }),
      onCopy,
      onRange: (next: CellRange | null) => {
        range.current = next;
      },
      onMenu: (_range: CellRange, at: Box) => setMenuAt(at),
    }),
    [edit, onCopy, onProblem],
  );
  const rangeOf = useCallback(() => range.current, []);
  return { edits, onCopy, rangeOf, menuAt, setMenuAt };
}

/** A cell as spreadsheets put it on the clipboard. */
function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
