import { useEffect, useMemo } from "react";
import type { Figure } from "@/data/figure/figure";
import {
  type CellPlace,
  type CellRange,
  isInRange,
  moveCell,
  rangeOf,
  toMoveKey,
} from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { Box } from "../controls/popup";
import { useLatest } from "../controls/use-latest";
import { placeOf } from "./cell-place";
import { makeAskHandlers } from "./grid-asks";
import { rowNumberColumn } from "./grid-columns";

interface Options {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Figure[];
  readonly range: CellRange | null;
  readonly select: readonly string[];
  readonly onRange: (range: CellRange | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onHover: (id: string | null) => void;
  readonly onMenu: (place: CellPlace, at: Box) => void;
  readonly onReadOnly: () => void;
  /** Brings a cell into sight that a key has moved to, and gives it the focus where that moves along. */
  readonly onReach: (row: number, column: string, isFocused: boolean) => void;
  /** How many rows a page of the grid has. */
  readonly pageRows: () => number;
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
  const { onMouseUp, onGoTo, ...listeners } = handlers;
  return { listeners, onGoTo };
}

/** Turns a place with the number of its row into one of the first column. */
function inTable({ row, column }: CellPlace): CellPlace {
  return { row, column: Math.max(0, column) };
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
  /** The cell that the focus is being moved to; the grid may yet have to make it. */
  let expected: Cell | null = null;

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
  const cellOf = (target: EventTarget) => placeOf(target, now().columns);
  const size = () => ({ rows: now().rows.length, columns: now().columns.length });
  const reach = ({ row, column }: CellPlace, isFocused: boolean) =>
    now().onReach(row, now().columns[column]?.name ?? rowNumberColumn, isFocused);
  /** Takes the cells from one to another, with the focus on the first. */
  const goTo = (from: CellPlace, to: CellPlace) => {
    stretch(from, to);
    expected = anchor;
    reach(from, true);
  };
  const toggle = (row: number) => {
    const id = now().rows[row]?.id;
    const { select, onSelect } = now();
    if (id) onSelect(select.includes(id) ? select.filter((each) => each !== id) : [...select, id]);
  };
  /** A key that moves: with Shift the end of the range, else the cell that has the focus. */
  const move = (event: React.KeyboardEvent): boolean => {
    const { shiftKey, ctrlKey, metaKey, altKey } = event;
    const key = altKey ? null : toMoveKey(event.key, ctrlKey || metaKey);
    const [from, end] = [placeNow(anchor), placeNow(focus)];
    const start = cellOf(event.target);
    // The grid's own arrow keys lead to its headings too.
    if (!key || !start || (!shiftKey && key.startsWith("Arrow"))) return false;
    const at = (shiftKey && end) || inTable(start);
    const to = moveCell(at, key, size(), now().pageRows());
    if (!shiftKey) goTo(to, to);
    else if (from) {
      stretch(from, to);
      reach(to, false);
      commit();
    }
    return true;
  };
  /** Stretches the range over all of its columns or of its rows. */
  const widen = (isColumns: boolean) => {
    const [from, to] = [placeNow(anchor), placeNow(focus)];
    if (!from || !to) return;
    const { top, bottom, left, right } = rangeOf(from, to);
    if (isColumns) stretch({ row: 0, column: left }, { row: size().rows - 1, column: right });
    else stretch({ row: top, column: 0 }, { row: bottom, column: lastColumn() });
    commit();
  };
  const selectAll = () => {
    stretch({ row: 0, column: 0 }, { row: size().rows - 1, column: lastColumn() });
    commit();
  };
  /** Selects the cell that has the focus; what is selected by cells already stays so. */
  const selectHere = ({ target }: React.KeyboardEvent) => {
    const place = placeNow(focus) ?? cellOf(target);
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
    Enter: (event) => {
      const place = placeNow(focus);
      if (place && (event.ctrlKey || event.metaKey)) toggle(place.row);
      else selectHere(event);
    },
    a: selectAll,
    " ": (event) => {
      if (event.ctrlKey || event.shiftKey) widen(event.ctrlKey);
      else selectHere(event);
    },
  };
  const asks = makeAskHandlers(() => ({
    columns: now().columns,
    onReadOnly: now().onReadOnly,
    onCellMenu: (place, at) => {
      const { range } = now();
      const isInside = range !== null && isInRange(place, range);
      const end = place.column < 0 ? { ...place, column: lastColumn() } : place;
      if (!isInside) stretch(inTable(place), end);
      now().onMenu(place, at);
    },
  }));

  return {
    ...asks,
    /** Selects a range as if it had been dragged over. */
    onGoTo({ top, bottom, left, right }: CellRange) {
      goTo({ row: top, column: left }, { row: bottom, column: right });
      commit();
    },
    onPointerDownCapture() {
      isPressed = true;
    },
    onMouseDown(event: React.MouseEvent) {
      const place = cellOf(event.target);
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
      const place = cellOf(event.target);
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
      const place = cellOf(event.target);
      if (isPressed || isDragging || !place) return;
      const isExpected = expected !== null && cellAt(place)?.id === expected.id;
      expected = null;
      if (isExpected) return;
      now().onHover(now().rows[place.row]?.id ?? null);
      const isRow = place.column < 0;
      const to = isRow ? { ...place, column: lastColumn() } : place;
      // To come here by Tab is no wish to select another figure than the one that is, or any.
      const { relatedTarget } = event;
      const isNew = !(relatedTarget instanceof Element && cellOf(relatedTarget));
      if (isNew && !now().range) {
        anchor = focus = cellAt(place);
        return;
      }
      const from = placeNow(focus);
      if (now().range && from?.row === to.row && from.column === to.column) return;
      stretch(isRow ? { ...place, column: 0 } : place, to);
    },
    /** The corner where row numbers and headings meet is the whole table. */
    onClick({ target }: React.MouseEvent) {
      const isCorner =
        target instanceof Element &&
        target.closest(`.ag-header-cell[col-id="${rowNumberColumn}"]`) !== null;
      if (isCorner && size().rows > 0) selectAll();
    },
    onKeyDownCapture(event: React.KeyboardEvent) {
      if (asks.onKeyDownCapture(event) || !cellOf(event.target)) return;
      const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
      const isPlainLetter = event.key === "a" && !event.ctrlKey && !event.metaKey;
      const isDone = move(event) || (act && !isPlainLetter);
      if (!isDone) return;
      event.preventDefault();
      event.stopPropagation();
      if (act && !isPlainLetter) act(event);
    },
  };
}
