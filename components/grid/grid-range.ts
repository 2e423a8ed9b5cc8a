import { useEffect, useMemo, useRef } from "react";
import type { Figure } from "@/data/figure/figure";
import { type CellPlace, type CellRange, rangeOf } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import { rowNumberColumn } from "./grid-columns";

interface Options {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Figure[];
  readonly select: readonly string[];
  readonly onRange: (range: CellRange | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onHover: (id: string | null) => void;
  /** Brings a cell into sight that a key has moved to. */
  readonly onReach: (row: number, column: string) => void;
}

/**
 * The rectangle of cells that the reader drags or extends with Shift; its rows are the selection.
 * AG Grid Community has no cell ranges. These are listeners for the element around it: the grid
 * tells of a pressed button only after it was let go, which is too late for dragging.
 */
export function useGridRange(options: Options) {
  const latest = useRef(options);
  latest.current = options;
  const handlers = useMemo(() => makeHandlers(() => latest.current), []);
  useEffect(() => {
    const ends = ["mouseup", "pointerup", "pointercancel"];
    for (const end of ends) document.addEventListener(end, handlers.onMouseUp);
    return () => {
      for (const end of ends) document.removeEventListener(end, handlers.onMouseUp);
    };
  }, [handlers]);
  const { onMouseUp, ...listeners } = handlers;
  return listeners;
}

function makeHandlers(now: () => Options) {
  let anchor: CellPlace | null = null;
  let focus: CellPlace | null = null;
  let isDragging = false;
  /** The grid focuses a cell while the button goes down, before the press itself is told. */
  let isPressed = false;

  const lastColumn = () => now().columns.length - 1;
  const stretch = (from: CellPlace, to: CellPlace) => {
    anchor = from;
    focus = to;
    now().onRange(rangeOf(from, to));
  };
  const commit = () => {
    if (!anchor || !focus) return;
    const { top, bottom } = rangeOf(anchor, focus);
    now().onSelect(
      now()
        .rows.slice(top, bottom + 1)
        .map(({ id }) => id),
    );
  };
  const isCommitted = () => {
    if (!anchor || !focus) return false;
    const { top, bottom } = rangeOf(anchor, focus);
    const ids = now()
      .rows.slice(top, bottom + 1)
      .map(({ id }) => id);
    return ids.join(" ") === now().select.join(" ");
  };
  /** The cell that an event is about; column −1 is the row's number. */
  const placeOf = (target: EventTarget): CellPlace | null => {
    const cell = target instanceof Element ? target.closest(".ag-cell") : null;
    const row = cell?.closest("[row-index]")?.getAttribute("row-index");
    if (!cell || !row) return null;
    const id = cell.getAttribute("col-id");
    return { row: Number(row), column: now().columns.findIndex(({ name }) => name === id) };
  };
  const toggle = (row: number) => {
    const id = now().rows[row]?.id;
    const { select, onSelect } = now();
    if (id) onSelect(select.includes(id) ? select.filter((each) => each !== id) : [...select, id]);
  };
  const extend = (key: string) => {
    const step = steps[key];
    if (!step || !focus || !anchor) return;
    const within = (value: number, last: number) => Math.min(Math.max(value, 0), last);
    const row = within(focus.row + step.row, now().rows.length - 1);
    const column = within(focus.column + step.column, lastColumn());
    stretch(anchor, { row, column });
    now().onReach(row, now().columns[column]?.name ?? rowNumberColumn);
    commit();
  };
  const acts: { readonly [key: string]: (event: React.KeyboardEvent) => void } = {
    Escape: () => {
      anchor = focus = null;
      now().onRange(null);
      now().onSelect([]);
    },
    Enter: commit,
    a: () => {
      stretch({ row: 0, column: 0 }, { row: now().rows.length - 1, column: lastColumn() });
      commit();
    },
    " ": ({ ctrlKey }) => {
      if (focus && ctrlKey) toggle(focus.row);
      else if (isCommitted()) now().onSelect([]);
      else commit();
    },
  };

  return {
    onPointerDownCapture() {
      isPressed = true;
    },
    onMouseDown(event: React.MouseEvent) {
      const place = placeOf(event.target);
      if (!place || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey) {
        toggle(place.row);
        return;
      }
      isDragging = true;
      const isRow = place.column < 0;
      const from =
        event.shiftKey && anchor ? anchor : { ...place, column: isRow ? 0 : place.column };
      stretch(from, isRow ? { ...place, column: lastColumn() } : place);
    },
    onMouseOver(event: React.MouseEvent) {
      const place = placeOf(event.target);
      now().onHover((place && now().rows[place.row]?.id) ?? null);
      if (isDragging && anchor && place && place.column >= 0) stretch(anchor, place);
    },
    onMouseLeave() {
      now().onHover(null);
    },
    onMouseUp() {
      if (isDragging) commit();
      isDragging = false;
      isPressed = false;
    },
    /** The cell that the arrow keys came to is a range of its own; the number of a row is the row. */
    onFocus(event: React.FocusEvent) {
      const place = placeOf(event.target);
      if (isPressed || isDragging || !place) return;
      now().onHover(now().rows[place.row]?.id ?? null);
      const isRow = place.column < 0;
      const to = isRow ? { ...place, column: lastColumn() } : place;
      if (focus?.row === to.row && focus.column === to.column) return;
      stretch(isRow ? { ...place, column: 0 } : place, to);
    },
    onKeyDownCapture(event: React.KeyboardEvent) {
      if (!placeOf(event.target)) return;
      const isExtending = event.shiftKey && Object.hasOwn(steps, event.key);
      const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
      const isPlainLetter = event.key === "a" && !event.ctrlKey && !event.metaKey;
      if (!isExtending && (!act || isPlainLetter)) return;
      event.preventDefault();
      event.stopPropagation();
      if (isExtending) extend(event.key);
      else act?.(event);
    },
  };
}

const steps: { readonly [key: string]: CellPlace } = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
