import type { Figure } from "../figure/figure";
import { type Total, type TotalContext, toTotal } from "../figure/total";
import type { TotalOf } from "../view/describe";
import type { Series } from "./mark";

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
 * The total that stands below a view: of what is selected, shown or not; else of the measure that the
 * chart draws, as far as it draws it; else, where it draws all measures, of all rows.
 */
export function toShownTotal(
  { rows, selected, series }: Shown,
  context: TotalContext,
): ShownTotal {
  if (selected.length > 0) return { total: toTotal(selected, context), of: "selected" };
  const drawn = drawnOf(rows, series);
  return drawn.length > 0
    ? { total: toTotal(drawn, context), of: "in the chart" }
    : { total: toTotal(rows, context), of: "in this view" };
}

/** The rows whose numbers the chart draws; a time line draws none, and changes are drawn of a whole measure. */
function drawnOf(rows: readonly Figure[], { kind, measure, bands }: Series): readonly Figure[] {
  if (kind === "timeline") return [];
  if (kind === "change") return rows.filter((row) => row.measure === measure);
  const marks = bands.flatMap((band) => [...band.marks, ...band.parts]);
  const ids = new Set(marks.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}
