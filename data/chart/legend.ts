import { byId, type Figure, type Precision } from "../figure/figure";
import { glyphs, joinWith } from "../figure/format";
import { groupBy } from "../table/order";
import { type Mark, marksOf, type Series } from "./mark";
import { extentOf } from "./rows";

/** What the signs of a chart mean that stand in it: "Hatched = part of another bar; not added twice. ≈ about." */
export function describeSigns(series: Series): string {
  const shown = new Set(marksOf(series).map(({ precision }) => precision));
  const signs = signed
    .filter((precision) => shown.has(precision))
    .map((precision) => `${glyphs[precision]} ${precision}`);
  return [
    ...describeShapes(series),
    ...(signs.length > 0 ? [`${joinWith(signs, "and")}.`] : []),
  ].join(" ");
}

/** What the shapes of a chart mean that are not read by themselves, a sentence each. */
export function describeShapes(series: Series): readonly string[] {
  const { kind, layout, axis } = series;
  const marks = marksOf(series);
  const isBar = (mark: Mark) => extentOf(mark, kind, axis)?.solid != null;
  const isTime = layout === "times";
  return [
    !isTime && marks.some((mark) => mark.isPart && isBar(mark)) && shapes.hatched,
    marks.some((mark) => mark.isInside && !isBar(mark)) && shapes.part,
    isTime && marks.some(({ isOfStatement }) => isOfStatement) && shapes.statement,
    axis.scale === "log" && shapes.log,
  ].filter((said) => said !== false);
}

const shapes = {
  hatched: "Hatched = part of another bar; not added twice.",
  part: "A point without its number = part of the one above it; not added twice.",
  statement: "Dashed outline = no period is stated, only the date of the statement.",
  log: "Log scale: each step is ten times the last; zero stands at the edge.",
} as const;

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
