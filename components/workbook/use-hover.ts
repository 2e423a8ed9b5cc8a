import { type RefObject, useCallback, useEffect, useRef } from "react";

interface Hover {
  /** Says which figure a reader points at. */
  readonly hover: (id: string | null) => void;
  /** Marks it again: what was drawn anew has lost its mark. */
  readonly markAgain: () => void;
}

/**
 * Marks the rows and the marks of the figure that a reader points at. React is not asked to draw: a
 * pointer on its way crosses many rows a second.
 */
export function useHover(page: RefObject<HTMLElement | null>): Hover {
  const hovered = useRef<string | null>(null);
  const markAgain = useCallback(() => markHovered(page.current, hovered.current), [page]);
  useEffect(markAgain);
  const hover = useCallback(
    (id: string | null) => {
      if (id === hovered.current) return;
      hovered.current = id;
      markAgain();
    },
    [markAgain],
  );
  return { hover, markAgain };
}

function markHovered(page: HTMLElement | null, id: string | null) {
  const of = `"${CSS.escape(id ?? "")}"`;
  const found = id && page?.querySelectorAll(`[row-id=${of}], .mark[data-figure=${of}]`);
  const now = [...(found || [])];
  for (const old of page?.querySelectorAll(".hovered") ?? [])
    if (!now.includes(old)) old.classList.remove("hovered");
  for (const each of now) if (!each.classList.contains("hovered")) each.classList.add("hovered");
  sayUndrawn(page, id !== null && !now.some((each) => each.matches(".mark")));
}

/** A chart of very many figures draws some of them: of a row that has no mark there it says so. */
function sayUndrawn(page: HTMLElement | null, isUndrawn: boolean) {
  const said = page?.querySelector<HTMLElement>(".not-drawn");
  if (said) said.hidden = !isUndrawn;
}
