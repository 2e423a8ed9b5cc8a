import { type RefObject, useLayoutEffect, useRef } from "react";

interface Props {
  readonly frame: RefObject<HTMLElement | null>;
  readonly id: string;
  readonly words: string;
}

/** The words of the source bar beside the mark; its accessible name says the same. */
export function ChartTooltip({ frame, id, words }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const mark = frame.current?.querySelector(`[data-figure="${CSS.escape(id)}"]`);
    const drawn = mark?.querySelector(".fill, .range, .words") ?? mark;
    if (box.current && frame.current && drawn) place(box.current, frame.current, drawn);
  });
  return (
    <div ref={box} className="chart-tooltip" aria-hidden="true">
      {words}
    </div>
  );
}

/** Above the mark, or below it where there is no room, and never beyond the chart's sides. */
function place(box: HTMLElement, frame: HTMLElement, drawn: Element) {
  const [around, here] = [frame.getBoundingClientRect(), drawn.getBoundingClientRect()];
  const left = here.left + here.width / 2 - around.left - box.offsetWidth / 2;
  const above = here.top - around.top - box.offsetHeight - 24;
  const hasRoom = here.top - box.offsetHeight > 60;
  box.style.left = `${Math.max(0, Math.min(around.width - box.offsetWidth, left))}px`;
  box.style.top = `${hasRoom ? above : here.bottom - around.top + 8}px`;
}
