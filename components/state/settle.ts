import { flushSync } from "react-dom";
import { afterPaint } from "../controls/after-paint";

/** Changes of state that wait for the frame, oldest first. */
let waiting: (() => void)[] = [];
let isHeard = false;

/**
 * Changes the state of components once the next frame is painted: the reader has his answer by then, from
 * what needs no component. The next key or press finds all of it changed.
 */
export function settleLater(change: () => void): void {
  waiting.push(change);
  if (waiting.length === 1) afterPaint(settle);
  if (isHeard) return;
  isHeard = true;
  for (const type of ["keydown", "pointerdown", "popstate"])
    window.addEventListener(type, settle, true);
}

/** Makes the changes that wait, all in one. */
export function settle(): void {
  if (waiting.length === 0) return;
  const changes = waiting;
  waiting = [];
  flushSync(() => {
    for (const change of changes) change();
  });
}
