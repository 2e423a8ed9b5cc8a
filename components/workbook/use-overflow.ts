import { type RefObject, useEffect, useState } from "react";

/** Whether an element holds more than it shows; looked at anew where it changes its size or what it holds. */
export function useOverflow(element: RefObject<HTMLElement | null>, holds: string): boolean {
  const [isCut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it holds has changed
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const look = () => setCut(current.scrollHeight > current.clientHeight + 1);
    const observer = new ResizeObserver(look);
    observer.observe(current);
    look();
    return () => observer.disconnect();
  }, [element, holds]);
  return isCut;
}
