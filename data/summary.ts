import type { Row } from "./table";

/** How many figures a view shows of how many there are. */
export interface Summary {
  readonly shown: number;
  readonly total: number;
  /** Left out only because they repeat another figure. */
  readonly folded: number;
  readonly selected: number;
  /** Selected, but not among the rows shown. */
  readonly selectedElsewhere: number;
}

/** Counts for the status bar. */
export function summarize(
  derived: { readonly rows: readonly Row[]; readonly folded: number },
  total: number,
  select: readonly string[],
): Summary {
  const shown = new Set(derived.rows.map((row) => row.id));
  const selected = select.filter((id) => shown.has(id)).length;
  return {
    shown: derived.rows.length,
    total,
    folded: derived.folded,
    selected,
    selectedElsewhere: select.length - selected,
  };
}
