import type { Figure } from "../figure/figure";
import type { Total } from "../figure/total";
import type { TotalOf } from "../view/describe";
import { marksOf, type Series } from "./mark";

/** A total, and which figures it is of. */
export interface ShownTotal {
  readonly total: Total;
  readonly of: TotalOf;
}

interface Shown {
  readonly rows: readonly Figure[];
  /** The selected figures, among the rows or not. */
  readonly selected: readonly Figure[];
  readonly series: Series;
}

/**
 * The figures that the total below a view is of: what is selected, shown or not; else the measure that
 * the chart draws, as far as it draws it; else, where it draws all measures, all rows.
 */
export function figuresOfTotal({ rows, selected, series }: Shown): {
  readonly figures: readonly Figure[];
  readonly of: TotalOf;
} {
  if (selected.length > 0) return { figures: selected, of: "selected" };
  const drawn = drawnOf(rows, series);
  return drawn.length > 0
    ? { figures: drawn, of: "in the chart" }
    : { figures: rows, of: "in this view" };
}

/** The rows whose numbers the chart draws; a time line draws none, and changes are drawn of a whole measure. */
function drawnOf(rows: readonly Figure[], series: Series): readonly Figure[] {
  const { kind, measure } = series;
  if (kind === "timeline") return [];
  const ids = new Set(marksOf(series).map(({ id }) => id));
  return rows.filter((row) => row.measure === measure && (kind === "change" || ids.has(row.id)));
}
