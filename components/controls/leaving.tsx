import { type ReactNode, useLayoutEffect } from "react";

interface Props {
  /** Told of what has the focus in the page as long as the children are still there. */
  readonly onLeave: (focused: Element | null) => void;
  readonly children: ReactNode;
}

/**
 * Reports what has the focus just before its children leave the page; afterwards a browser has
 * forgotten it. A focus that came before the scripts, which nobody heard, is reported too.
 */
export function Leaving({ onLeave, children }: Props) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it leaves once
  useLayoutEffect(() => () => onLeave(document.activeElement), []);
  return children;
}
