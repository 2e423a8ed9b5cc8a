import { type RefObject, useEffect, useLayoutEffect } from "react";

/** Where something that was pressed stands in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box of an element. */
export function boxOf(element: Element): Box {
  const { left, top, bottom } = element.getBoundingClientRect();
  return { left, top, bottom };
}

/** The box of a point. */
export function boxAt(x: number, y: number): Box {
  return { left: x, top: y, bottom: y };
}

/** So far what opens keeps from the edge of the window. */
const edge = 8;

/**
 * Puts what opens under the box, or above it where there is more room, and keeps it there; closes it on
 * Escape, a press elsewhere, and where the window changes its size.
 */
export function usePopup(popup: RefObject<HTMLElement | null>, at: Box, onClose: () => void) {
  useLayoutEffect(() => {
    const { current } = popup;
    if (!current) return;
    const { width, height } = current.getBoundingClientRect();
    const below = window.innerHeight - at.bottom - edge;
    const isBelow = height <= below || below >= at.top - edge;
    const top = isBelow ? at.bottom + 2 : Math.max(edge, at.top - height - 2);
    const most = isBelow ? below - 2 : at.top - edge;
    const left = Math.max(edge, Math.min(at.left, window.innerWidth - width - edge));
    current.style.setProperty("--left", `${left}px`);
    current.style.setProperty("--top", `${top}px`);
    current.style.setProperty("--most", `${most}px`);
  }, [popup, at]);
  useEffect(() => {
    const onPointer = ({ target }: Event) => {
      if (target instanceof Node && !popup.current?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", onPointer, true);
    window.addEventListener("resize", onClose);
    return () => {
      document.removeEventListener("pointerdown", onPointer, true);
      window.removeEventListener("resize", onClose);
    };
  }, [popup, onClose]);
}
