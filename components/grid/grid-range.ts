import { useEffect, useMemo } from "react";
import type { Figure } from "@/data/figure/figure";
import { type CellPlace, type CellRange, rangeOf } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import { useLatest } from "../controls/use-latest";
import { rowNumberColumn } from "./grid-columns";

interface Options {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Figure[];
  readonly range: CellRange | null;
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
  const latest = useLatest(options);
  const handlers = useMemo(() => makeHandlers(latest), [latest]);
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

/** A cell by what it shows, wherever its row and its column have moved. */
interface Cell {
  readonly id: string;
  readonly column: string;
}

function makeHandlers(now: () => Options) {
  let anchor: Cell | null = null;
  let focus: Cell | null = null;
  let isDragging = false;
  /** The grid focuses a cell while the button goes down, before its event for the press. */
  let isPressed = false;

  const lastColumn = () => now().columns.length - 1;
  const cellAt = ({ row, column }: CellPlace): Cell | null => {
    const { rows, columns } = now();
    const [figure, shown] = [rows[row], columns[column]];
    return figure && shown ? { id: figure.id, column: shown.name } : null;
  };
  /** Where a cell stands now; null where its row or its column is not shown. */
  const placeNow = (cell: Cell | null): CellPlace | null => {
    const row = now().rows.findIndex(({ id }) => id === cell?.id);
    const column = now().columns.findIndex(({ name }) => name === cell?.column);
    return row < 0 || column < 0 ? null : { row, column };
  };
  const stretch = (from: CellPlace, to: CellPlace) => {
    anchor = cellAt(from);
    focus = cellAt(to);
    now().onRange(rangeOf(from, to));
  };
  const idsInRange = (): readonly string[] | null => {
    const [from, to] = [placeNow(anchor), placeNow(focus)];
    if (!from || !to) return null;
    const { top, bottom } = rangeOf(from, to);
    const rows = now().rows.slice(top, bottom + 1);
    return rows.map(({ id }) => id);
  };
  const commit = () => {
    const ids = idsInRange();
    if (ids) now().onSelect(ids);
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
    const [from, to] = [placeNow(anchor), placeNow(focus)];
    if (!step || !from || !to) return;
    const within = (value: number, last: number) => Math.min(Math.max(value, 0), last);
    const row = within(to.row + step.row, now().rows.length - 1);
    const column = within(to.column + step.column, lastColumn());
    stretch(from, { row, column });
    now().onReach(row, now().columns[column]?.name ?? rowNumberColumn);
    commit();
  };
  /** Selects the cell that has the focus; what is selected by cells already stays so. */
  const selectHere = ({ target }: React.KeyboardEvent) => {
    const place = placeNow(focus) ?? placeOf(target);
    if (!place || now().range) return;
    const [left, right] = place.column < 0 ? [0, lastColumn()] : [place.column, place.column];
    stretch({ ...place, column: left }, { ...place, column: right });
  };
  const acts: { readonly [key: string]: (event: React.KeyboardEvent) => void } = {
    Escape: () => {
      anchor = focus = null;
      now().onRange(null);
      now().onSelect([]);
    },
    Enter: selectHere,
    a: () => {
      stretch({ row: 0, column: 0 }, { row: now().rows.length - 1, column: lastColumn() });
      commit();
    },
    " ": (event) => {
      const place = placeNow(focus);
      if (place && event.ctrlKey) toggle(place.row);
      else selectHere(event);
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
      const from = event.shiftKey ? placeNow(anchor) : null;
      stretch(
        from ?? { ...place, column: isRow ? 0 : place.column },
        isRow ? { ...place, column: lastColumn() } : place,
      );
    },
    onMouseOver(event: React.MouseEvent) {
      const place = placeOf(event.target);
      now().onHover((place && now().rows[place.row]?.id) ?? null);
      const from = placeNow(anchor);
      if (isDragging && from && place && place.column >= 0) stretch(from, place);
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
      // To come here by Tab is no wish to select another figure than the one that is.
      const { currentTarget, relatedTarget } = event;
      const isNew = !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
      if (isNew && now().select.length > 0 && !now().range) {
        anchor = focus = cellAt(place);
        return;
      }
      const from = placeNow(focus);
      if (now().range && from?.row === to.row && from.column === to.column) return;
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
