import type { Row } from "../table/table";
import type { Derived } from "./derive";

/** How many figures a view shows of how many there are. */
export interface Summary {
  readonly shown: number;
  readonly total: number;
  /** Left out only because they repeat another figure. */
  readonly folded: number;
  /** Left out only because the counting rule kept another statement of their fact. */
  readonly setAside: number;
  readonly selected: number;
  /** Selected, but not among the rows shown. */
  readonly selectedElsewhere: number;
}

/** Counts for the status bar. */
export function summarize(
  derived: Derived<Row>,
  total: number,
  select: readonly string[],
): Summary {
  const shown = new Set(derived.rows.map((row) => row.id));
  const selected = select.filter((id) => shown.has(id)).length;
  return {
    shown: derived.rows.length,
    total,
    folded: derived.folded,
    setAside: derived.setAside,
    selected,
    selectedElsewhere: select.length - selected,
  };
}
