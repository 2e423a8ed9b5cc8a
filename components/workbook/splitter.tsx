import { type Split, usualSplit } from "../state/choices";

interface Props {
  readonly split: Split;
  readonly onSplit: (split: Split) => void;
}

/** The line between table and chart: drag it, or move it by arrow keys. */
export function Splitter({ split, onSplit }: Props) {
  const moveTo = (percent: number) => {
    onSplit(Math.min(80, Math.max(20, Math.round(percent / 5) * 5)));
  };
  const follow = (event: React.PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const whole = event.currentTarget.parentElement?.getBoundingClientRect();
    if (whole) moveTo((100 * (event.clientX - whole.left)) / whole.width);
  };
  const steps: { readonly [key: string]: number } = { ArrowLeft: -5, ArrowRight: 5 };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; the pattern is a focusable separator
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the table"
      aria-valuenow={split}
      aria-valuemin={20}
      aria-valuemax={80}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={follow}
      onDoubleClick={() => moveTo(usualSplit)}
      onKeyDown={({ key }) => steps[key] && moveTo(split + steps[key])}
    />
  );
}
