import { byId, type Figure, type Precision } from "../figure/figure";
import { glyphs, joinWith } from "../figure/format";
import { groupBy } from "../table/order";
import type { Series } from "./mark";
import { marksOf } from "./series";

/** What the signs of a chart mean that stand in it: "Hatched = part of another bar, not added twice. ≈ about." */
export function describeSigns(series: Series): string {
  const marks = marksOf(series);
  const isHatched =
    series.layout !== "times" && series.axis.scale !== "log" && marks.some(({ isPart }) => isPart);
  const shown = new Set(marks.map(({ precision }) => precision));
  const signs = signed.filter((precision) => shown.has(precision));
  return [
    isHatched && "Hatched = part of another bar; not added twice.",
    signs.length > 0 &&
      `${joinWith(
        signs.map((precision) => `${glyphs[precision]} ${precision}`),
        "and",
      )}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

const signed: readonly Precision[] = ["about", "at least", "more than", "up to", "fewer than"];

/**
 * What the figures of a chart count, as far as most of them agree, for a chart that stands without its
 * table: "Counted: attacks claimed by ISK, Afghanistan. Not Afghanistan alone."
 */
export function describeCounted(series: Series, figures: readonly Figure[]): string {
  const known = byId(figures);
  const drawn = marksOf(series).flatMap(({ id, isPart }) => {
    const figure = isPart ? undefined : known.get(id);
    return figure ? [figure] : [];
  });
  if (drawn.length === 0) return "";
  const what = [mostOf(drawn, "subject"), mostOf(drawn, "place")].filter(Boolean).join(", ");
  const note = drawn.length > 1 ? mostOf(drawn, "note") : drawn[0]?.note;
  return [what && `Counted: ${what}.`, note].filter(Boolean).join(" ");
}

/** What more than half of some figures have in a field; null where there is no such thing. */
function mostOf(figures: readonly Figure[], field: "subject" | "place" | "note"): string | null {
  const groups = groupBy(figures, (figure) => figure[field]);
  const found = [...groups].find(([, { length }]) => length * 2 > figures.length);
  return found?.[0] ?? null;
}
