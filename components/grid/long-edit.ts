import type { GridApi } from "ag-grid-community";
import {
  type CellPlace,
  type CellRange,
  cellOf,
  moveCell,
  rangeOf,
  toMoveKey,
} from "@/data/view/cell-range";
import { type Box, boxAt, boxOf } from "../controls/popup";
import { composing } from "./cell-editor";
import type { CellField } from "./cell-field";

/** What a reader does to the cells of a table of one's own. */
export interface GridEdits {
  readonly onWrite: (place: CellPlace, text: string) => void;
  readonly onPaste: (range: CellRange, text: string) => void;
  readonly onClear: (range: CellRange) => void;
  readonly onFill: (range: CellRange) => void;
  readonly onInsertRows: (range: CellRange) => void;
  readonly onRemoveRows: (range: CellRange) => void;
  readonly onCopy: (range: CellRange, isCut: boolean) => void;
  readonly onRange: (range: CellRange | null) => void;
  readonly onMenu: (range: CellRange, at: Box) => void;
}

interface Options {
  readonly edits: GridEdits;
  /** The ids of the columns as they are shown, from the left, and how many rows there are. */
  readonly columns: readonly string[];
  readonly rows: number;
}

/** A cell, or the field over one. */
const cells = ".ag-cell, .cell-field";

/** How a cell came to be edited: what was typed over is left by the arrow keys too. */
type Mode = "typed" | "in place";

/** Milliseconds between the two taps of a finger that edit a cell, and those it rests for the menu. */
const [doubleTap, longPress] = [400, 550];

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Another line where the cursor stands, as a key would write it. */
function breakLine(field: HTMLTextAreaElement): void {
  field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Keys of a table that is edited, beside those of the grid; made once, for the element around it. */
export function makeEditHandlers(
  now: () => Options,
  api: () => GridApi | undefined,
  onMark: (range: CellRange | null) => void,
  field: Pick<CellField, "open" | "close">,
) {
  let anchor: CellPlace | null = null;
  let focus: CellPlace | null = null;
  let isDragging = false;
  let mode: Mode | null = null;
  /** A cell to go to once its row is there. */
  let awaited: CellPlace | null = null;
  let tap = { time: 0, row: -1, column: -1 };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lastColumn = () => now().columns.length - 1;
  const placeOf = (target: EventTarget): CellPlace | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>(cells) : null;
    const row = cell?.closest("[row-index]")?.getAttribute("row-index");
    if (!cell || !row) return null;
    const { column } = cell.dataset;
    if (column) return { row: Number(row), column: Number(column) };
    return { row: Number(row), column: now().columns.indexOf(cell.getAttribute("col-id") ?? "") };
  };
  const range = (): CellRange | null => anchor && focus && rangeOf(anchor, focus);
  const stretch = (from: CellPlace, to: CellPlace) => {
    [anchor, focus] = [from, to];
    onMark(range());
    now().edits.onRange(range());
  };
  /** The number of a row stands for all of it. */
  const start = (place: CellPlace) =>
    place.column < 0
      ? stretch({ ...place, column: 0 }, { ...place, column: lastColumn() })
      : stretch(place, place);
  const goTo = (place: CellPlace) => {
    const grid = api();
    const column = now().columns[Math.max(0, Math.min(place.column, lastColumn()))];
    if (!grid || !column) return;
    if (place.row >= grid.getDisplayedRowCount()) {
      awaited = place;
      return;
    }
    grid.ensureIndexVisible(place.row);
    grid.ensureColumnVisible(column);
    grid.setFocusedCell(place.row, column);
  };
  const edit = (place: CellPlace, how: Mode, key: string) => {
    if (!now().columns[place.column]) return;
    mode = how;
    field.open(place, key);
  };
  /** Goes to a cell that is then a range of its own; a range that holds it is left. */
  const moveTo = (place: CellPlace) => {
    goTo(place);
    start(place);
  };
  const leave = (place: CellPlace, rows: number, columns: number) => {
    field.close(true);
    const column = Math.min(Math.max(0, place.column + columns), lastColumn());
    moveTo({ row: Math.max(0, place.row + rows), column });
  };
  const menuAt = (place: CellPlace | null, at: Box): boolean => {
    if (!place) return false;
    const held = range();
    const isInside =
      held && place.row >= held.top && place.row <= held.bottom && place.column <= held.right;
    if (!isInside) start(place);
    now().edits.onMenu(range() ?? cellOf(place), at);
    return true;
  };
  const arrows: { readonly [key: string]: readonly [rows: number, columns: number] } = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  /** Keys in the field of a cell; true where the key is answered. */
  const onFieldKey = (event: React.KeyboardEvent, place: CellPlace): boolean => {
    const { key, shiftKey } = event;
    const by = shiftKey ? -1 : 1;
    const [rows, columns] = arrows[key] ?? [0, 0];
    if (event.nativeEvent.isComposing) return false;
    if (key === "Escape") {
      field.close(false);
      goTo(place);
    } else if (key === "Enter") {
      if (event.altKey && event.target instanceof HTMLTextAreaElement) breakLine(event.target);
      else leave(place, by, 0);
    } else if (key === "Tab") leave(place, 0, by);
    else if (key === "F2") mode = "in place";
    else if (Object.hasOwn(arrows, key) && mode === "typed") leave(place, rows, columns);
    else return false;
    return true;
  };
  const acts: { readonly [key: string]: (place: CellPlace, held: CellRange) => void } = {
    Delete: (_place, held) => now().edits.onClear(held),
    Backspace: (_place, held) => now().edits.onClear(held),
    F2: (place) => edit(place, "in place", "F2"),
    "Ctrl+d": (_place, held) =>
      now().edits.onFill(
        held.top === held.bottom ? { ...held, top: Math.max(0, held.top - 1) } : held,
      ),
    "Ctrl++": (_place, held) => now().edits.onInsertRows(held),
    "Ctrl+=": (_place, held) => now().edits.onInsertRows(held),
    "Ctrl+-": (_place, held) => now().edits.onRemoveRows(held),
    "Ctrl+a": () => stretch({ row: 0, column: 0 }, { row: now().rows - 1, column: lastColumn() }),
    "Shift+ ": ({ row }) => stretch({ row, column: 0 }, { row, column: lastColumn() }),
  };
  /** Keys on a cell; true where the key is answered. */
  const onCellKey = (event: React.KeyboardEvent, place: CellPlace): boolean => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
    const isCtrl = ctrlKey || metaKey;
    const held = range() ?? cellOf({ ...place, column: Math.max(0, place.column) });
    if (key === "ContextMenu" || (key === "F10" && shiftKey))
      return menuAt(place, boxOf(target as Element));
    const move = shiftKey && !altKey ? toMoveKey(key, isCtrl) : null;
    if (move && focus && anchor) {
      const size = { rows: now().rows, columns: now().columns.length };
      const to = moveCell(focus, move, size, 20);
      stretch(anchor, to);
      api()?.ensureIndexVisible(to.row);
      return true;
    }
    const name = isCtrl ? `Ctrl+${key.toLowerCase()}` : shiftKey && key === " " ? "Shift+ " : key;
    const act = Object.hasOwn(acts, name) && !altKey ? acts[name] : undefined;
    if (act) {
      act(place, held);
      return true;
    }
    if (isCtrl || altKey || place.column < 0) return false;
    if (key === "Enter") {
      const row = Math.max(0, place.row + (shiftKey ? -1 : 1));
      if (row < now().rows) moveTo({ row, column: place.column });
      return true;
    }
    if (key === composing) {
      // Not prevented, so that the field gets what is composed.
      edit(place, "typed", key);
      return false;
    }
    if ([...key].length !== 1) return false;
    edit(place, "typed", key);
    return true;
  };

  return {
    goTo,
    /** Goes to a cell that was waited for. */
    onRows() {
      const place = awaited;
      awaited = null;
      if (place) goTo(place);
    },
    listeners: {
      /**
       * The cell that the focus came to by a key is a range of its own. The grid tells it a moment later,
       * when a paste or another key may have come.
       */
      onFocus({ target, relatedTarget }: React.FocusEvent) {
        const place = placeOf(target);
        if (isDragging || !place || isField(target)) return;
        const isMoved = relatedTarget instanceof Element && relatedTarget.closest(".ag-cell");
        const isAt = (end: CellPlace | null) =>
          place.row === end?.row && Math.max(0, place.column) === end.column;
        // Else the window, a menu or the field gave the focus back.
        if (isMoved || !(isAt(anchor) || isAt(focus))) start(place);
      },
      onKeyDownCapture(event: React.KeyboardEvent) {
        const { target } = event;
        const place = placeOf(target);
        if (!place) return;
        const inField = isField(target);
        const isDone = inField ? onFieldKey(event, place) : onCellKey(event, place);
        if (isDone) event.preventDefault();
        if (isDone || inField) event.stopPropagation();
      },
      onMouseDownCapture(event: React.MouseEvent) {
        const place = placeOf(event.target);
        if (!place || event.button !== 0 || isField(event.target)) return;
        isDragging = true;
        if (event.shiftKey && anchor) stretch(anchor, place);
        else start(place);
      },
      onMouseOver({ target, buttons }: React.MouseEvent) {
        if (buttons !== 1) isDragging = false;
        const place = isDragging ? placeOf(target) : null;
        if (!place || !anchor || (place.row === focus?.row && place.column === focus.column))
          return;
        const isRow = focus?.column === lastColumn() && anchor.column === 0 && place.column < 0;
        if (place.column >= 0 || isRow)
          stretch(anchor, isRow ? { ...place, column: lastColumn() } : place);
      },
      onMouseUp() {
        isDragging = false;
      },
      onDoubleClick({ target }: React.MouseEvent) {
        const place = placeOf(target);
        if (place && !(target instanceof HTMLInputElement)) edit(place, "in place", "F2");
      },
      onContextMenu(event: React.MouseEvent) {
        if (isField(event.target)) return;
        if (menuAt(placeOf(event.target), boxAt(event.clientX, event.clientY)))
          event.preventDefault();
      },
      onPointerDown({ pointerType, target, clientX, clientY }: React.PointerEvent) {
        clearTimeout(timer);
        const place = placeOf(target);
        if (pointerType === "mouse" || !place || isField(target)) return;
        timer = setTimeout(() => menuAt(place, boxAt(clientX, clientY)), longPress);
      },
      onPointerMove({ movementX, movementY }: React.PointerEvent) {
        if (Math.hypot(movementX, movementY) > 4) clearTimeout(timer);
      },
      onPointerCancel() {
        clearTimeout(timer);
      },
      /** Two taps of a finger on a cell edit it. */
      onPointerUp({ pointerType, target, timeStamp }: React.PointerEvent) {
        clearTimeout(timer);
        const place = placeOf(target);
        if (pointerType === "mouse" || !place || isField(target)) return;
        const isSecond =
          timeStamp - tap.time < doubleTap && tap.row === place.row && tap.column === place.column;
        tap = { time: timeStamp, ...place };
        if (isSecond) edit(place, "in place", "F2");
      },
      onPaste(event: React.ClipboardEvent) {
        const place = placeOf(event.target);
        if (!place || isField(event.target)) return;
        event.preventDefault();
        const text = event.clipboardData.getData("text/plain");
        if (text) now().edits.onPaste(range() ?? cellOf(place), text);
      },
      onCopy(event: React.ClipboardEvent) {
        const held = range();
        if (!held || !placeOf(event.target) || isField(event.target)) return;
        event.preventDefault();
        now().edits.onCopy(held, false);
      },
      onCut(event: React.ClipboardEvent) {
        const held = range();
        if (!held || !placeOf(event.target) || isField(event.target)) return;
        event.preventDefault();
        now().edits.onCopy(held, true);
      },
    },
  };
}
