import { useEffect } from "react";
import { UndoButtons } from "../controls/undo-buttons";
import type { Saved } from "./use-saved";

interface Props {
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** Undo and redo by buttons and, outside of fields, by keys. */
export function UndoEdits({ undo, redo }: Props) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wish = isInField(event.target) ? null : wishOf(event);
      if (!wish) return;
      event.preventDefault();
      (wish === "undo" ? undo : redo)?.();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo, redo]);
  return <UndoButtons undo={undo} redo={redo} />;
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, dialog") !== null;
}

function wishOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === "y") return shiftKey ? null : "redo";
  if (key.toLowerCase() !== "z") return null;
  return shiftKey ? "redo" : "undo";
}

/** Whether the edits are kept; where another tab has others, the ways to go on. */
export function SavedLine({
  saved,
  onLoad,
  onKeep,
}: {
  readonly saved: Saved;
  readonly onLoad: () => void;
  readonly onKeep: () => void;
}) {
  return (
    <div className="saved-line" role="status" data-saved={saved.kind}>
      {wordsOf(saved)}
      {saved.kind === "behind" && (
        <>
          {" "}
          <button type="button" onClick={onLoad}>
            Load them
          </button>{" "}
          <button type="button" onClick={onKeep}>
            Keep this one as a copy
          </button>
        </>
      )}
    </div>
  );
}

function wordsOf(saved: Saved): string {
  if (saved.kind === "behind") {
    const edits = saved.by === 1 ? "a newer edit" : `${saved.by} newer edits`;
    return `Another tab has ${edits} of this table; edits made here are no longer kept.`;
  }
  return sentences[saved.kind];
}

const sentences: { readonly [kind in Exclude<Saved["kind"], "behind">]: string } = {
  none: "",
  kept: "Kept on this device as you type.",
  off: "Your edits are not kept on this device.",
  failed:
    "This browser could not keep your edits: save the rows as a file before you close the page.",
};
