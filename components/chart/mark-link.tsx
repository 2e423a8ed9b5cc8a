import type { Mark } from "@/data/chart/mark";
import { type Colors, numberOf } from "@/data/figure/document-sign";

/** What tells a mark apart: whose it is, what it says, and whether the reader chose it. */
export interface MarkState {
  /** The number of each document's colour and sign, from 1 on. */
  readonly colors: Colors;
  readonly words: { readonly [id: string]: string };
  readonly selected: readonly string[];
  /** Where a mark leads; a chart without it is a picture. */
  readonly hrefOf?: ((id: string) => string) | undefined;
  /** The one mark that the Tab key reaches; without a script each is reached. */
  readonly stop?: string | null | undefined;
  /** What draws the link of a mark, where it is not the usual one. */
  readonly Link?: React.ComponentType<LinkProps>;
}

export interface LinkProps {
  readonly mark: Mark;
  readonly state: MarkState;
  readonly children: React.ReactNode;
}

/** A mark as a link to the view that selects its figure; what a click does beside, the panel knows. */
export function MarkLink({ mark, state, children }: LinkProps) {
  const { id, document, isPart, precision, text } = mark;
  const { hrefOf, stop, words, selected } = state;
  const isSelected = selected.includes(id);
  const names = [
    "mark",
    `color-${numberOf(document, state)}`,
    isPart && "part",
    precision.startsWith("about") && "about",
    isSelected && "selected",
  ];
  const props = { className: names.filter(Boolean).join(" "), "data-figure": id };
  if (!hrefOf) return <g {...props}>{children}</g>;
  // Its title names it, too; where an own tip says it, a browser must not show another one.
  const isTitled = stop === undefined;
  return (
    <a
      {...props}
      href={hrefOf(id)}
      aria-label={isTitled ? undefined : (words[id] ?? text)}
      aria-current={isSelected ? "true" : undefined}
      tabIndex={stop === undefined ? undefined : stop === id ? 0 : -1}
    >
      {isTitled && <title>{words[id] ?? text}</title>}
      {children}
    </a>
  );
}
