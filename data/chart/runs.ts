import type { Figure } from "../figure/figure";
import { originalIn } from "../figure/repeat";
import { seriesOf, yearlyIdsOf } from "../figure/yearly";
import { keptByName } from "../table/kept";
import { groupBy } from "../table/order";
import type { Run, SeriesRequest } from "./mark";

/** The marks of a trend by what they count: only counts of one series are compared with each other. */
export function toRuns(
  drawn: readonly Figure[],
  { all, measure }: Pick<SeriesRequest, "all" | "measure">,
): readonly Run[] {
  const rootOf = originalIn(all);
  const roots = new Set(drawn.map(({ id }) => rootOf(id)));
  const left = new Set<string>();
  for (const { root, series } of countsOf(all, measure)) if (!roots.has(root)) left.add(series);
  const groups = groupBy(drawn, seriesOf);
  return [...groups].map(([key, figures]) => ({
    title: titleOf(figures[0]),
    ids: figures.map(({ id }) => id),
    isPart: left.has(key),
  }));
}

interface Count {
  /** The id of the figure that it repeats in the end. */
  readonly root: string;
  readonly series: string;
}

/** The yearly counts of a measure with their series; kept a sheet, since each view asks. */
const countsOf = keptByName((all: readonly Figure[], measure: string): readonly Count[] => {
  const yearly = yearlyIdsOf(all, measure);
  const rootOf = originalIn(all);
  return all
    .filter(({ id }) => yearly.has(id))
    .map((figure) => ({ root: rootOf(figure.id), series: seriesOf(figure) }));
});

/** What is counted, and where: "attacks claimed by ISK (Khyber Pakhtunkhwa)"; "" where neither is stated. */
function titleOf(figure: Figure | undefined): string {
  const { subject = null, place = null } = figure ?? {};
  return [subject, place && `(${place})`].filter(Boolean).join(" ");
}
