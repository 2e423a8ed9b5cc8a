import { type FocusEvent, useEffect, useRef } from "react";

const focusable =
  'a[href], button:enabled, input:enabled:not([type="hidden"]), select, summary, [tabindex="0"]';

/** What has the focus, and what Tab would lead to after it. */
interface Place {
  readonly element: Element;
  readonly after: readonly HTMLElement[];
}

/**
 * Where an act takes away what has the focus, as a removed filter its chip, the focus goes to what
 * comes next, and not to the top of the page.
 */
export function useFocusKept() {
  const held = useRef<Place | null>(null);
  useEffect(() => {
    const place = held.current;
    const { activeElement, body } = document;
    // A browser takes the focus from what is disabled only at the next frame.
    if (!place || (activeElement !== body && activeElement !== place.element)) return;
    if (place.element.isConnected && !place.element.matches(":disabled")) return;
    held.current = null;
    place.after.find((each) => each.isConnected && each.checkVisibility())?.focus();
  });
  return {
    onFocusCapture: ({ target, currentTarget }: FocusEvent) => {
      held.current = target.matches(focusable) ? placeIn(currentTarget, target) : null;
    },
    // A press on nothing lets go of the focus on purpose. React hears no blur of what it takes away.
    onBlurCapture: ({ target, relatedTarget }: FocusEvent) => {
      if (!relatedTarget && !target.matches(":disabled")) held.current = null;
    },
  };
}

function placeIn(page: Element, element: Element): Place {
  const all = [...page.querySelectorAll<HTMLElement>(focusable)];
  return { element, after: all.slice(all.indexOf(element as HTMLElement) + 1) };
}
