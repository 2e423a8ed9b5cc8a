import { type RefObject, useState } from "react";
import type { Series } from "@/data/chart/mark";
import { brushOf, brushYears, type Period, yearOfMark, yearsBetween } from "./brush-years";
import { moves } from "./use-marks";

interface Brush {
  /** The years that are brushed over so far. */
  readonly brushed: Period | null;
  /** What is said to whoever brushes by keys. */
  readonly hint: string;
  readonly onPointerDown: (event: React.PointerEvent) => void;
  /** True where a key has moved, taken or left the brush; `id` is the mark that has the focus. */
  readonly onKey: (event: React.KeyboardEvent, id: string | null) => boolean;
}

/** Pixels after which a press that moves is a drag and no longer a click. */
const threshold = 8;

/**
 * Years that a reader drags over along a side of the plot, or walks over with Shift and an arrow from the
 * mark that has the focus: Enter takes them, Escape leaves them.
 */
export function useBrush(
  frame: RefObject<HTMLElement | null>,
  series: Series,
  onBrush: (period: Period) => void,
): Brush {
  const [dragged, setDragged] = useState<Period | null>(null);
  const [walked, setWalked] = useState<readonly [from: number, to: number] | null>(null);
  const side = brushOf(series);
  const years = brushYears(series);
  const between = ([from, to]: readonly [number, number]) => {
    const [min = null, max = null] = [years[Math.min(from, to)], years[Math.max(from, to)]];
    return { min, max };
  };
  const brushed = dragged ?? (walked && between(walked));

  const onPointerDown = (event: React.PointerEvent) => {
    const plot = frame.current?.querySelector(plotArea)?.getBoundingClientRect();
    if (!side || !plot || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    const length = side === "x" ? plot.width : plot.height;
    const at = ({ clientX, clientY }: Pick<PointerEvent, "clientX" | "clientY">) =>
      (side === "x" ? clientX - plot.left : clientY - plot.top) / length;
    const start = at(event);
    let [isDrag, period]: [boolean, Period | null] = [false, null];
    // The pointer may leave the plot, so the window is heard until it is let go.
    const heard = new AbortController();
    const onEnd = ({ type }: PointerEvent) => {
      heard.abort();
      setDragged(null);
      if (!isDrag || type === "pointercancel") return;
      swallowClick();
      if (period) onBrush(period);
    };
    const onMove = (move: PointerEvent) => {
      isDrag ||= Math.abs(at(move) - start) * length >= threshold;
      if (isDrag) period = yearsBetween(series, start, at(move));
      setDragged(period);
    };
    const { signal } = heard;
    window.addEventListener("pointermove", onMove, { signal });
    window.addEventListener("pointerup", onEnd, { signal });
    window.addEventListener("pointercancel", onEnd, { signal });
  };

  const onKey = ({ key, shiftKey }: React.KeyboardEvent, id: string | null) => {
    const move = moves[key];
    if (side && shiftKey && move && id) {
      const here = years.indexOf(yearOfMark(series, id));
      const [from, to] = walked ?? [here, here];
      setWalked([from, move(to, years.length - 1)]);
      return true;
    }
    if (!walked || key === "Shift") return false;
    setWalked(null);
    if (key === "Enter") onBrush(between(walked));
    return key === "Enter" || key === "Escape";
  };
  const said =
    brushed && walked
      ? brushed.min === brushed.max
        ? brushed.max
        : `${brushed.min}–${brushed.max}`
      : null;
  const hint = said ? `Period ${said}: Enter keeps it, Escape leaves it.` : "";
  return { brushed, hint, onPointerDown, onKey };
}

const plotArea = ".plot, .recharts-cartesian-grid-bg";

/** The click that ends a drag would select the mark below it. */
function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}
