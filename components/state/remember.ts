import { useSyncExternalStore } from "react";
import type { choices } from "./choices";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A choice of how pages look, as the root element has it, and a way to choose, which gives false where
 * the browser does not keep it: the choice holds until the page is left. The server knows of none.
 */
export function useChoice<T extends string | number>(
  name: (typeof choices)[number],
  parse: (text: string | undefined) => T,
): [T, (next: T) => boolean] {
  const chosen = useSyncExternalStore(
    subscribe,
    () => parse(document.documentElement.dataset[name]),
    () => parse(undefined),
  );
  const choose = (next: T) => {
    document.documentElement.dataset[name] = String(next);
    for (const listener of listeners) listener();
    return remember(name, String(next));
  };
  return [chosen, choose];
}

function remember(name: string, value: string): boolean {
  try {
    window.localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

export const forgotten =
  "This browser keeps no choices: this one holds until you leave or reload the page.";
