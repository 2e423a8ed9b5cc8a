import type { Series } from "../chart/mark";
import { toSeries } from "../chart/series";
import { type Figure, middleOf } from "../figure/figure";
import type { Names } from "../figure/names";
import type { Schema } from "../table/descriptor";
import { emptyView } from "../view/view";
import type { Sheet } from "./sheet";
import { showSheet } from "./show";

type Drawn = Pick<Sheet, "chart" | "figures">;

/** A sheet's chart with so few lanes that it can stand among others: the largest, one a fact. */
export function toSmallSeries(sheet: Drawn, schema: Schema, names: Names, lanes = 3): Series {
  const { derived, series } = showSheet({ ...sheet, schema, names })(emptyView);
  if (series.layout === "columns") return series;
  const { chart, figures } = sheet;
  const own = derived.rows.filter(({ measure }) => measure === chart.measure);
  const largest = oneAFact(own.toSorted(bySize(sizes(own)))).slice(0, lanes);
  const kind = series.kind === "ranges" ? "ranges" : "parts";
  return toSeries(largest, { kind, measure: chart.measure, all: figures, isSorted: true, names });
}

/** The figure that stands for a sheet: the largest of its measure, a whole and not a part. */
export function headlineOf({ chart, figures }: Drawn): Figure | null {
  const own = figures.filter(
    ({ measure, echoes, part_of }) =>
      measure === chart.measure && echoes === null && part_of === null,
  );
  return own.toSorted(bySize(sizes(own)))[0] ?? null;
}

/** How many figures each document gives to each sheet. */
export function toShares(figures: readonly Figure[], documents: readonly string[]) {
  return documents.map((document) => ({
    document,
    count: figures.filter((figure) => figure.document === document).length,
  }));
}

/** Sizes by figure; words, which have none, are the smallest. */
function sizes(figures: readonly Figure[]): ReadonlyMap<Figure, number> {
  return new Map(figures.map((figure) => [figure, middleOf(figure) ?? -1]));
}

function bySize(sizes: ReadonlyMap<Figure, number>) {
  return (a: Figure, b: Figure) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0);
}

function oneAFact(figures: readonly Figure[]): readonly Figure[] {
  const facts = figures.map(({ fact, id }) => fact ?? id);
  return figures.filter((_, index) => facts.indexOf(facts[index] ?? "") === index);
}
