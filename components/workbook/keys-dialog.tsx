import { useEffect, useRef } from "react";

/** What keys do; single letters only while the table or the chart has the focus. */
export const keyHelp: readonly (readonly [string, string])[] = [
  ["Ctrl K or ⌘ K", "find in all sheets"],
  ["/", "find in this sheet"],
  ["Ctrl F or ⌘ F", "the browser’s own find: it misses grid rows out of sight, / does not"],
  ["n, p", "next sheet, sheet before"],
  ["Arrow keys", "move from cell to cell, or from mark to mark in the chart"],
  ["Shift + arrow keys", "extend the range of cells"],
  ["Ctrl A or ⌘ A", "select all cells"],
  ["Ctrl C or ⌘ C", "copy the range"],
  ["Space or Enter", "select the figure of the cell or of the mark"],
  ["Escape", "let go of the selection; close what is open"],
  ["Enter on a heading", "sort; with Ctrl as a further column"],
  ["Alt + arrow down on a heading", "filter the column"],
  ["?", "this list"],
];

/** The list of keys. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keyHelp.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
