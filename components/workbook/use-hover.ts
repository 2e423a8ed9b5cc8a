import { type RefObject, useCallback, useEffect, useRef } from "react";

/**
 * Marks the rows and the marks of the figure that a reader points at, and gives a way to say which it
 * is. React is not asked to draw: a pointer on its way crosses many rows a second.
 */
export function useHover(page: RefObject<HTMLElement | null>): (id: string | null) => void {
  const hovered = useRef<string | null>(null);
  // What was drawn anew has lost its mark.
  useEffect(() => markHovered(page.current, hovered.current));
  return useCallback(
    (id) => {
      if (id === hovered.current) return;
      hovered.current = id;
      markHovered(page.current, id);
    },
    [page],
  );
}

function markHovered(page: HTMLElement | null, id: string | null) {
  const of = `"${CSS.escape(id ?? "")}"`;
  const found = id && page?.querySelectorAll(`[row-id=${of}], .mark[data-figure=${of}]`);
  const now = [...(found || [])];
  for (const old of page?.querySelectorAll(".hovered") ?? [])
    if (!now.includes(old)) old.classList.remove("hovered");
  for (const each of now) each.classList.add("hovered");
  sayUndrawn(page, id !== null && !now.some((each) => each.matches(".mark")));
}

/** A chart of very many figures draws some of them: of a row that has no mark there it says so. */
function sayUndrawn(page: HTMLElement | null, isUndrawn: boolean) {
  const said = page?.querySelector<HTMLElement>(".not-drawn");
  if (said) said.hidden = !isUndrawn;
}
