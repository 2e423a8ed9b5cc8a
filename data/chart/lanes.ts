import type { Figure } from "../figure/figure";
import { formatPeriod } from "../figure/format";
import type { LayoutResult, SeriesRequest } from "./mark";
import { byTime, toBand, toMark } from "./mark";

/** One lane a figure, named by what it counts. */
export function toLanes(
  figures: readonly Figure[],
  { kind, isSorted }: SeriesRequest,
): LayoutResult {
  const order = kind === "parts" ? wholesFirst : byTime;
  const bands = (isSorted ? figures : order(figures)).map((figure) =>
    toBand({
      key: figure.id,
      label: figure.subject ?? figure.as_printed,
      detail: [figure.place, formatPeriod(figure)].filter(Boolean).join(", "),
      marks: [toMark(figure)],
    }),
  );
  return { bands, undrawn: [] };
}

/** Each figure followed by its parts, and these by theirs. */
function wholesFirst(figures: readonly Figure[]): readonly Figure[] {
  const ids = new Set(figures.map(({ id }) => id));
  const wholes = figures.filter(({ part_of }) => !part_of || !ids.has(part_of));
  const withParts = (whole: Figure): Figure[] => [
    whole,
    ...figures.filter(({ part_of }) => part_of === whole.id).flatMap(withParts),
  ];
  return byTime(wholes).flatMap(withParts);
}
