import { type RefObject, useEffect } from "react";

/** Closes an open `details` as a menu closes: on Escape, and on a press elsewhere. */
export function useClosing(menu: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const details = menu.current;
    if (!details) return;
    const onPointer = ({ target }: Event) => {
      if (target instanceof Node && !details.contains(target)) details.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    details.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      details.removeEventListener("keydown", onKey);
    };
  }, [menu]);
}
