import { type RefObject, useEffect, useRef, useState } from "react";
import { marksOf, type Series } from "@/data/chart/mark";

interface Marks {
  /** The mark that a reader points at in the chart, with the mouse or the focus. */
  readonly pointed: string | null;
  /** The mark that the Tab key reaches; undefined until a script can move it. */
  readonly stop: string | null | undefined;
  readonly handlers: React.HTMLAttributes<HTMLElement>;
  /** Told of what has the focus when other elements take the place of the marks. */
  readonly onLeave: (focused: Element | null) => void;
}

interface Props {
  readonly series: Series;
  readonly selected: readonly string[];
  readonly onHover: (id: string | null) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  /** Hears a key first; true where it has used it. */
  readonly onKey: (event: React.KeyboardEvent, id: string | null) => boolean;
}

/** What a reader does with marks, heard where the chart stands: they need no listener each. */
export function useMarks(frame: RefObject<HTMLElement | null>, props: Props): Marks {
  const { series, selected, onHover, onSelect, onKey } = props;
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const stopWaiting = useRef(() => {});
  useEffect(() => () => stopWaiting.current(), []);

  const ids = marksOf(series).map(({ id }) => id);
  const stop = [focused, ...selected].find((id) => id && ids.includes(id)) ?? ids[0] ?? null;
  const point = (id: string | null) => {
    setPointed(id);
    onHover(id);
  };
  const select = (id: string, isAdded: boolean) => onSelect(selection(selected, id, isAdded));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const id = idOf(event.target);
    if (onKey(event, id)) return event.preventDefault();
    if (event.key === "Escape") {
      point(null);
      onSelect([]);
      return;
    }
    if (!id) return;
    const next = moves[event.key]?.(ids.indexOf(id), ids.length - 1);
    if (next !== undefined) focusMark(frame.current, ids[next]);
    else if (event.key === "Enter" || event.key === " ") select(id, isAdding(event));
    else return;
    event.preventDefault();
  };
  return {
    pointed: pointed && ids.includes(pointed) ? pointed : null,
    stop: isLive ? stop : undefined,
    onLeave: (element) => {
      const id = element && frame.current?.contains(element) ? idOf(element) : null;
      stopWaiting.current();
      if (id) stopWaiting.current = focusOnceThere(frame.current, id);
    },
    handlers: {
      onMouseOver: ({ target }) => point(idOf(target)),
      onMouseLeave: () => point(null),
      // Whoever has the focus is pointed at: to the tooltip of the chart it is as if by the mouse.
      onFocus: ({ target }) => {
        setFocused(idOf(target));
        target.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      },
      onBlur: ({ target }) => {
        target.dispatchEvent(new MouseEvent("mouseout", { bubbles: true }));
        point(null);
      },
      onClick: (event) => {
        const id = idOf(event.target);
        if (!id) return;
        event.preventDefault();
        select(id, isAdding(event));
      },
      onKeyDown,
    },
  };
}

/** Where a key leads from one of several that stand in an order. */
export const moves: { readonly [key: string]: (at: number, last: number) => number } = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function idOf(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest("[data-figure]")?.getAttribute("data-figure") ?? null)
    : null;
}

/** Focuses a mark as soon as it is drawn anew, unless the reader has gone elsewhere; gives a way to stop. */
function focusOnceThere(frame: HTMLElement | null, id: string): () => void {
  const observer = new MutationObserver(() => {
    const { activeElement, body } = document;
    if (activeElement && activeElement !== body) return observer.disconnect();
    focusMark(frame, id);
    if (document.activeElement !== body) observer.disconnect();
  });
  if (frame) observer.observe(frame, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function focusMark(frame: HTMLElement | null, id: string | undefined) {
  if (id) frame?.querySelector<SVGElement>(`[data-figure="${CSS.escape(id)}"]`)?.focus();
}

function isAdding(event: React.MouseEvent | React.KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}

/** A click selects a mark alone, or lets go of it; with Ctrl, ⌘ or Shift it adds or takes away. */
function selection(selected: readonly string[], id: string, isAdded: boolean): readonly string[] {
  if (!isAdded) return selected.length === 1 && selected[0] === id ? [] : [id];
  return selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id];
}
