import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindsOf } from "@/data/chart/kind";
import { marksOf } from "@/data/chart/mark";
import { wordsOf } from "@/data/chart/words";
import { formatNumber } from "@/data/figure/format";
import type { SheetWithSchema } from "@/data/sheet/sheet";
import { showSheet } from "@/data/sheet/show";
import { namesOf, sheetNames, sheetOf } from "@/data/site/sheets";
import { emptyView, type View } from "@/data/view/view";
import { growCatalog } from "../grown";
import { catalog, published } from "../published";

const grown = growCatalog("attacks", 2_500);
const names = namesOf(grown);
const attacks = sheetOf(grown, "attacks") as SheetWithSchema;
const show = showSheet({ ...attacks, names });
const shown = (change: Partial<View>) => show({ ...emptyView, repeats: "show", ...change });

/** Every measure of the sheet that has grown, drawn in every way that suits it. */
const charts = [...new Set(attacks.figures.map(({ measure }) => measure))].flatMap((measure) =>
  kindsOf(attacks.figures, measure, names).map((chart) => ({ measure, chart })),
);

const sorts = [[], [{ column: "value", descending: true }], [{ column: "id", descending: false }]];
const aView = fc.record({
  chart: fc.constantFrom(...charts),
  sort: fc.constantFrom(...sorts),
  select: fc.subarray(
    attacks.figures.map(({ id }) => id),
    { maxLength: 40 },
  ),
});

test("no chart of a sheet that has grown draws more marks than a reader can tell apart", () => {
  const over = fc.check(
    fc.property(aView, ({ chart, sort, select }) => {
      const { drawn } = shown({ ...chart, sort, select });
      return marksOf(drawn).length <= 220;
    }),
    { numRuns: 60 },
  );
  expect(over.counterexample).toBe(null);
});

test("a chart that does not draw all of its figures says how many it draws, and of how many", () => {
  const unsaid = charts.filter((chart) => {
    const { drawn, series } = shown(chart);
    const [few, all] = [marksOf(drawn).length, marksOf(series).length];
    const numbers = few === all ? [] : [few, all].map(formatNumber);
    return !numbers.every((number) => drawn.thinning.includes(number));
  });
  expect(unsaid).toEqual([]);
});

test("up to twenty selected figures are drawn, however small, and said to be more than usual", () => {
  const { series } = shown({ chart: "ranges" });
  const usual = new Set(marksOf(shown({ chart: "ranges" }).drawn).map(({ id }) => id));
  const ids = marksOf(series).map(({ id }) => id);
  const small = ids.filter((id) => !usual.has(id)).slice(0, 2);
  const { drawn } = shown({ chart: "ranges", select: small });
  const there = new Set(marksOf(drawn).map(({ id }) => id));
  expect(small.filter((id) => !there.has(id))).toEqual([]);
  expect(drawn.thinning).toMatch(/are drawn, and 2 that are selected\.$/);
});

test("a selection of what is drawn anyway leaves the chart as it is", () => {
  const first = shown({ chart: "ranges" }).drawn;
  const [mark] = marksOf(first);
  expect(shown({ chart: "ranges", select: [mark?.id ?? ""] }).drawn).toBe(first);
});

test("totals and sentences are of all figures, drawn or not", () => {
  const { total, series, sentences } = shown({ chart: "ranges" });
  const { leftOut, counted } = total.total;
  expect(counted + leftOut.length).toBe(marksOf(series).length);
  expect(sentences.ofSeries).toContain(formatNumber(marksOf(series).length));
});

test("the marks of a grouped time line stand for every dated figure, once", () => {
  const { drawn, series } = shown({ chart: "timeline" });
  const stands = marksOf(drawn).map(({ group }) => group?.count ?? 1);
  expect(stands.reduce((sum, count) => sum + count, 0)).toBe(marksOf(series).length);
  expect(drawn.thinning).toMatch(/^Grouped by month: /);
  const words = Object.values(wordsOf(drawn, attacks.figures, names));
  expect(
    words.filter((each) => /One of [\d,]+ figures here of \w{3} \d{4}\.$/.test(each)),
  ).not.toEqual([]);
});

test("a breakdown keeps a whole with all of its parts", () => {
  const { drawn } = shown({ measure: "attackers", chart: "parts" });
  const there = new Set(marksOf(drawn).map(({ id }) => id));
  const torn = attacks.figures.filter(
    ({ measure, part_of, echoes, id }) =>
      measure === "attackers" && echoes === null && there.has(part_of ?? "") && !there.has(id),
  );
  expect(torn.map(({ id }) => id)).toEqual([]);
});

describe("of the sheets as they are published", () => {
  test.each(sheetNames(catalog))("%s is drawn whole, in every way that suits it", (name) => {
    const sheet = sheetOf(catalog, name) as SheetWithSchema;
    const view = showSheet({ ...sheet, names: published.names });
    const measures = [...new Set(sheet.figures.map(({ measure }) => measure))];
    const all = measures.flatMap((measure) =>
      kindsOf(sheet.figures, measure, published.names).map((chart): View => {
        return { ...emptyView, measure, chart, repeats: "show" };
      }),
    );
    const thinned = all.filter((each) => view(each).drawn !== view(each).series);
    expect(thinned).toEqual([]);
  });
});
