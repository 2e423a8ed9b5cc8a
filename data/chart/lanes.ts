import type { Figure } from "../figure/figure";
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
  const byId = new Map(all.map((figure) => [figure.id, figure]));
  const rootOf = originalIn(all);
  const order = kind === "parts" ? wholesFirst : byTime;
  const ordered = isSorted ? figures : order(figures);
  const shown = new Set(ordered.map(({ id }) => rootOf(id)));
  const bands = ordered.map((figure, index) =>
    toBand({
      key: figure.id,
      relation: relationOf(figure, ordered, index, { byId, rootOf, shown }),
      label: figure.subject ?? figure.as_printed,
      detail: [figure.place, formatPeriod(figure)].filter(Boolean).join(", "),
      marks: [toMark(figure)],
    }),
  );
  return { bands, undrawn: [] };
}

interface Lanes {
  readonly byId: ReadonlyMap<string, Figure>;
  readonly rootOf: (id: string) => string;
  /** Ids of the figures that have a lane, each as the one that it repeats in the end. */
  readonly shown: ReadonlySet<string>;
}

/**
 * How a figure belongs to its whole. "of which" is read of what stands above: it is said only where that
 * is the whole, or another of its parts that stands under it.
 */
function relationOf(
  { part_of }: Figure,
  ordered: readonly Figure[],
  index: number,
  { byId, rootOf, shown }: Lanes,
): string {
  if (part_of === null) return "";
  const whole = rootOf(part_of);
  const isSibling = (other: Figure) => other.part_of !== null && rootOf(other.part_of) === whole;
  let at = index - 1;
  while (ordered[at] && isSibling(ordered[at] as Figure)) at--;
  const first = ordered[at];
  if (first && rootOf(first.id) === whole) return "of which";
  const stated = byId.get(part_of);
  if (!stated) return "";
  return `part of ${formatEstimate(stated)}${shown.has(whole) ? "" : " (not shown)"}:`;
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
