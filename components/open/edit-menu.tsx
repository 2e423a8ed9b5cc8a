import { useEffect, useRef, useState } from "react";
import type { EditRequest } from "@/data/edit/request";
import type { OpenedColumn } from "@/data/open/session";
import type { CellRange } from "@/data/view/cell-range";
import { KeysDialog } from "../controls/keys-dialog";
import { type Box, boxOf } from "../controls/popup";
import { type MenuItem, PopupMenu } from "../controls/popup-menu";

import { editKeys } from "./edit-keys";

interface Props {
  /** The chosen cells as they are now. */
  readonly rangeOf: () => CellRange | null;
  readonly columns: readonly OpenedColumn[];
  /** How many rows the view has. */
  readonly count: number;
  /** Where a menu was asked for in the grid; null where none was. */
  readonly askedAt: Box | null;
  readonly onAsked: (at: Box | null) => void;
  readonly onEdit: (request: EditRequest) => void;
  readonly onCopy: (range: CellRange, isCut: boolean) => void;
}

/** What can be done to rows, columns and cells: as a button, and as the menu of the cells. */
export function EditMenu(props: Props) {
  const { rangeOf, columns, count, askedAt, onAsked, onEdit } = props;
  const [renamed, setRenamed] = useState<number | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest(writable) !== null;
      if (event.key === "?" && !isTyped) setShowsKeys(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const column = renamed === null ? undefined : columns[renamed];
  return (
    <>
      <button
        type="button"
        className="edit-button"
        aria-haspopup="menu"
        aria-expanded={askedAt !== null}
        onClick={({ currentTarget }) => onAsked(askedAt ? null : boxOf(currentTarget))}
      >
        Edit
      </button>
      {askedAt && (
        <PopupMenu
          label="Edit"
          at={askedAt}
          groups={[
            ...itemsOf(props, rangeOf() ?? endOf(count, columns.length), setRenamed),
            [{ title: "All keys…", keys: "?", onChoose: () => setShowsKeys(true) }],
          ]}
          onClose={() => onAsked(null)}
        />
      )}
      {showsKeys && <KeysDialog keys={editKeys} onClose={() => setShowsKeys(false)} />}
      {renamed !== null && column && (
        <RenameDialog
          name={column.name}
          onName={(name) => onEdit({ kind: "rename column", at: renamed, name })}
          onClose={() => setRenamed(null)}
        />
      )}
    </>
  );
}

/** Where a question mark is written: also into a cell, which a key begins to edit. */
const writable = "input, select, textarea, dialog, .ag-cell";

/** Without a chosen cell the end of the table is meant. */
function endOf(count: number, columns: number): CellRange {
  const [row, column] = [Math.max(0, count - 1), columns - 1];
  return { top: row, bottom: row, left: column, right: column };
}

function itemsOf(
  { columns, count, onEdit, onCopy }: Props,
  range: CellRange,
  onRename: (column: number) => void,
): readonly (readonly MenuItem[])[] {
  const { top, left, right } = range;
  const bottom = Math.min(range.bottom, Math.max(0, count - 1));
  const rows = bottom - top + 1;
  const wide = right - left + 1;
  const item = (title: string, request: EditRequest, keys?: string): MenuItem => ({
    title,
    ...(keys && { keys }),
    onChoose: () => onEdit(request),
  });
  const fill = { ...range, top: top === bottom ? Math.max(0, top - 1) : top };
  const cells = [
    { title: "Copy", keys: "Ctrl C", onChoose: () => onCopy(range, false) },
    { title: "Cut", keys: "Ctrl X", onChoose: () => onCopy(range, true) },
    item("Clear", { kind: "clear", range }, "Delete"),
    item("Fill down", { kind: "fill down", range: fill }, "Ctrl D"),
  ];
  const rowItems = [
    item(
      `Insert ${counted(rows, "row")} above`,
      { kind: "insert rows", at: top, count: rows },
      "Ctrl +",
    ),
    item(`Insert ${counted(rows, "row")} below`, {
      kind: "insert rows",
      at: bottom + 1,
      count: rows,
    }),
    item(
      `Remove ${counted(rows, "row")}`,
      { kind: "remove rows", from: top, to: bottom },
      "Ctrl −",
    ),
  ];
  const columnItems = [
    item("Insert a column to the left", { kind: "insert column", at: left }),
    item("Insert a column to the right", { kind: "insert column", at: right + 1 }),
    { title: "Rename the column…", onChoose: () => onRename(left) },
    ...(wide < columns.length
      ? [
          item(wide === 1 ? "Remove the column" : `Remove ${wide} columns`, {
            kind: "remove columns",
            from: left,
            to: right,
          }),
        ]
      : []),
  ];
  return count === 0 || rows < 1
    ? [[item("Insert a row", { kind: "insert rows", at: 0, count: 1 })], columnItems]
    : [cells, rowItems, columnItems];
}

function counted(count: number, noun: string): string {
  return count === 1 ? `a ${noun}` : `${count.toLocaleString("en-GB")} ${noun}s`;
}

interface RenameProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function RenameDialog({ name, onName, onClose }: RenameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.select();
  }, []);
  return (
    <dialog ref={dialog} className="rename" aria-labelledby="rename-title" onClose={onClose}>
      <h2 id="rename-title" className="rename-title">
        Rename the column
      </h2>
      <form
        method="dialog"
        onSubmit={() => {
          const typed = input.current?.value ?? "";
          onName(typed);
        }}
      >
        <input
          ref={input}
          type="text"
          aria-label="Name of the column"
          defaultValue={name}
          maxLength={200}
          autoComplete="off"
        />
        <button type="submit">Rename</button>{" "}
        <button type="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </form>
    </dialog>
  );
}
