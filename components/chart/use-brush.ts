import { type RefObject, useState } from "react";

/** Two shares of a side of the plot that a reader drags between, in the order in which they are dragged. */
export type Brush = readonly [from: number, to: number];

/** Pixels after which a press that moves is a drag and no longer a click. */
const threshold = 8;

/** Dragging along a side of the plot; the pointer may leave it, so the window is heard until it is let go. */
export function useBrush(
  frame: RefObject<HTMLElement | null>,
  side: "x" | "y" | null,
  onBrush: (brush: Brush) => void,
): [Brush | null, (event: React.PointerEvent) => void] {
  const [brush, setBrush] = useState<Brush | null>(null);
  const onPointerDown = (event: React.PointerEvent) => {
    const plot = frame.current?.querySelector(".plot")?.getBoundingClientRect();
    if (!side || !plot || event.button !== 0 || event.ctrlKey || event.metaKey) return;
    const [from, length] = side === "x" ? [plot.left, plot.width] : [plot.top, plot.height];
    const at = (where: Pick<PointerEvent, "clientX" | "clientY">) =>
      side === "x" ? where.clientX : where.clientY;
    const share = (place: number) => Math.min(1, Math.max(0, (place - from) / length));
    const start = at(event);
    let dragged: Brush | null = null;
    const onMove = (move: PointerEvent) => {
      if (!dragged && Math.abs(at(move) - start) < threshold) return;
      dragged = [share(start), share(at(move))];
      setBrush(dragged);
    };
    const onEnd = ({ type }: PointerEvent) => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onEnd);
      window.removeEventListener("pointercancel", onEnd);
      setBrush(null);
      if (!dragged || type === "pointercancel") return;
      swallowClick();
      onBrush(dragged);
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onEnd);
    window.addEventListener("pointercancel", onEnd);
  };
  return [brush, onPointerDown];
}

/** The click that ends a drag would select the mark below it. */
function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}
