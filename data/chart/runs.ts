import type { Figure } from "../figure/figure";
import { originalIn } from "../figure/repeat";
import { seriesOf, yearlyIdsOf } from "../figure/yearly";
import { groupBy } from "../table/order";
import type { Run, SeriesRequest } from "./mark";

/** The marks of a trend by what they count: only counts of one series are compared with each other. */
export function toRuns(
  drawn: readonly Figure[],
  { all, measure }: Pick<SeriesRequest, "all" | "measure">,
): readonly Run[] {
  const rootOf = originalIn(all);
  const roots = new Set(drawn.map(({ id }) => rootOf(id)));
  const yearly = yearlyIdsOf(all, measure);
  const left = new Set(
    all.filter(({ id }) => yearly.has(id) && !roots.has(rootOf(id))).map(seriesOf),
  );
  const groups = groupBy(drawn, seriesOf);
  return [...groups].map(([key, figures]) => ({
    title: titleOf(figures[0]),
    ids: figures.map(({ id }) => id),
    isPart: left.has(key),
  }));
}

/** What is counted, and where: "attacks claimed by ISK (Khyber Pakhtunkhwa)"; "" where neither is stated. */
function titleOf(figure: Figure | undefined): string {
  const { subject = null, place = null } = figure ?? {};
  return [subject, place && `(${place})`].filter(Boolean).join(" ");
}
