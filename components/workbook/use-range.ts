import { useCallback, useState } from "react";
import type { Figure } from "@/data/figure/figure";
import type { CellRange } from "@/data/view/cell-range";
import type { ShownColumn } from "@/data/view/shown-columns";
import type { AtOnce } from "../state/at-once";
import { settleLater } from "../state/settle";

interface Shown {
  readonly rows: readonly Figure[];
  readonly columns: readonly ShownColumn[];
  /** The ids that the view selects. */
  readonly select: readonly string[];
}

interface HeldRange extends Shown {
  readonly range: CellRange;
  /** The address did not take its rows: they are too many to be named. */
  readonly isRefused: boolean;
}

/**
 * The cells that are selected. There is one selection, that of the view: a range selects its rows, and is
 * gone as soon as others are selected, by a mark of the chart, a key or a link. It belongs to the rows and
 * columns it was drawn on, and goes with them too.
 */
export function useRange(
  shown: Shown,
  onSelect: (ids: readonly string[]) => boolean,
  { range: atOnce }: AtOnce<Figure>,
): readonly [CellRange | null, (range: CellRange | null) => void] {
  const { rows, columns, select } = shown;
  const [held, setHeld] = useState<HeldRange>();
  const setRange = useCallback(
    (range: CellRange | null) => {
      const isRefused = range !== null && !onSelect(idsIn(range, rows));
      const held = range ? { range, rows, columns, select, isRefused } : undefined;
      settleLater(() => setHeld(held));
      atOnce.tell(range);
    },
    [rows, columns, select, onSelect, atOnce],
  );
  return [held && isStill(held, shown) ? held.range : null, setRange];
}

/** True of a range whose cells stand as they did and whose rows are what is selected. */
function isStill(held: HeldRange, { rows, columns, select }: Shown): boolean {
  if (held.rows !== rows || held.columns !== columns) return false;
  if (held.isRefused) return held.select === select;
  const ids = new Set(idsIn(held.range, rows));
  return ids.size === select.length && select.every((id) => ids.has(id));
}

function idsIn({ top, bottom }: CellRange, rows: readonly Figure[]): readonly string[] {
  return rows.slice(top, bottom + 1).map(({ id }) => id);
}
