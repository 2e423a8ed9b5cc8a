import { byId, type Figure } from "../figure/figure";
import { formatEstimate, formatPeriod } from "../figure/format";
import { originalIn } from "../figure/repeat";
import { groupBy } from "../table/order";
import type { LayoutResult, SeriesRequest } from "./mark";
import { byTime, toBand, toMark } from "./mark";

/** One lane a figure, named by what it counts. */
export function toLanes(
  figures: readonly Figure[],
  { kind, isSorted, all }: SeriesRequest,
): LayoutResult {
  const order = kind === "parts" ? wholesFirst : byTime;
  const ordered = isSorted ? figures : order(figures);
  const relationOf = relationIn(ordered, all);
  const bands = ordered.map((figure, index) =>
    toBand({
      key: figure.id,
      relation: relationOf(figure, index),
      label: figure.subject ?? figure.as_printed,
      detail: [figure.place, formatPeriod(figure)].filter(Boolean).join(", "),
      marks: [toMark(figure)],
    }),
  );
  return { bands, undrawn: [] };
}

/**
 * How a figure of some lanes belongs to its whole. "of which" is read of what stands above: it is said only
 * where that is the whole, or another of its parts that stands under it.
 */
function relationIn(lanes: readonly Figure[], all: readonly Figure[]) {
  const known = byId(all);
  const rootOf = originalIn(all);
  const shown = new Set(lanes.map(({ id }) => rootOf(id)));
  return ({ part_of }: Figure, index: number): string => {
    const stated = known.get(part_of ?? "");
    if (!part_of || !stated) return "";
    const whole = rootOf(part_of);
    const isSibling = (other?: Figure) => other?.part_of && rootOf(other.part_of) === whole;
    let at = index - 1;
    while (isSibling(lanes[at])) at--;
    if (rootOf(lanes[at]?.id ?? "") === whole) return "of which";
    return `part of ${formatEstimate(stated)}${shown.has(whole) ? "" : " (not shown)"}:`;
  };
}

/** Each figure followed by its parts, and these by theirs. */
function wholesFirst(figures: readonly Figure[]): readonly Figure[] {
  const ids = new Set(figures.map(({ id }) => id));
  const wholes = figures.filter(({ part_of }) => !part_of || !ids.has(part_of));
  const parts = groupBy(figures, ({ part_of }) => part_of ?? "");
  const withParts = (whole: Figure): Figure[] => [
    whole,
    ...(parts.get(whole.id) ?? []).flatMap(withParts),
  ];
  return byTime(wholes).flatMap(withParts);
}
