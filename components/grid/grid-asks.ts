import type { CellPlace } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import { type Box, boxAt, boxOf } from "../controls/popup";
import { headingOf, placeOf } from "./cell-place";

interface Options {
  readonly columns: readonly ShownColumn[];
  readonly onCellMenu: (place: CellPlace, at: Box) => void;
  readonly onReadOnly: () => void;
}

/** For so many milliseconds a finger rests before it asks for the menu, and so many pixels it may move. */
const longPress = 500;
const tremble = 10;

/**
 * What a reader asks of cells that a table of printed figures answers in its own way: a menu, by the second
 * button, a finger that rests or the keys; and to change them, which is not possible.
 */
export function makeAskHandlers(now: () => Options) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  let wasLong = false;
  const askMenu = (target: EventTarget, at: Box): boolean => {
    const place = placeOf(target, now().columns);
    if (place) now().onCellMenu(place, at);
    else headingOf(target)?.querySelector<HTMLElement>(".grid-filter")?.click();
    return place !== null || headingOf(target) !== null;
  };
  return {
    onContextMenu(event: React.MouseEvent) {
      const isAnswered = wasLong || askMenu(event.target, boxAt(event.clientX, event.clientY));
      if (isAnswered) event.preventDefault();
    },
    onPointerDown({ pointerType, target, clientX, clientY }: React.PointerEvent) {
      clearTimeout(timer);
      wasLong = false;
      if (pointerType === "mouse" || !placeOf(target, now().columns)) return;
      start = { x: clientX, y: clientY };
      timer = setTimeout(() => {
        wasLong = true;
        askMenu(target, boxAt(clientX, clientY));
      }, longPress);
    },
    onPointerMove({ clientX, clientY }: React.PointerEvent) {
      if (Math.hypot(clientX - start.x, clientY - start.y) > tremble) clearTimeout(timer);
    },
    onPointerUp() {
      clearTimeout(timer);
    },
    onPointerCancel() {
      clearTimeout(timer);
    },
    onDoubleClick({ target }: React.MouseEvent) {
      if ((placeOf(target, now().columns)?.column ?? -1) >= 0) now().onReadOnly();
    },
    onPaste({ target }: React.ClipboardEvent) {
      if (placeOf(target, now().columns)) now().onReadOnly();
    },
    /** True where the key is answered here. */
    onKeyDownCapture(event: React.KeyboardEvent): boolean {
      const { key, shiftKey, target } = event;
      if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
        if (!(target instanceof Element) || !askMenu(target, boxOf(target))) return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      }
      if (placeOf(target, now().columns) && isEdit(event)) now().onReadOnly();
      return false;
    },
  };
}

/** Keys that change a cell of a spreadsheet. */
const editKeys: readonly string[] = ["F2", "Delete", "Backspace"];

/** Keys of the page that are signs. */
const pageKeys: readonly string[] = [" ", "/", "?"];

function isEdit({ key, ctrlKey, metaKey, altKey }: React.KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return key === "v" || key === "x";
  if (altKey) return false;
  return editKeys.includes(key) || ([...key].length === 1 && !pageKeys.includes(key));
}
