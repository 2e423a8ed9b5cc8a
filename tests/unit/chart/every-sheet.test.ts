import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StaticChart } from "@/components/chart/chart-static";
import { tickLabel } from "@/data/chart/axis";
import { kindsOf } from "@/data/chart/kind";
import { lookOf, type Mark, marksOf, type Series } from "@/data/chart/mark";
import { rowsOf } from "@/data/chart/rows";
import { wordsOf } from "@/data/chart/words";
import { colorsOf } from "@/data/figure/document-sign";
import type { SheetWithSchema } from "@/data/sheet/sheet";
import { showSheet } from "@/data/sheet/show";
import { namesOf, sheetNames, sheetOf } from "@/data/site/sheets";
import { emptyView, type View } from "@/data/view/view";
import { catalog } from "../published";

const names = namesOf(catalog);
const state = { colors: colorsOf(names), words: {}, selected: [] };

/** Every measure of every sheet of its own in every way in which it can be drawn. */
const charts = sheetNames(catalog).flatMap((name) => {
  if (name === "figures") return [];
  const sheet = sheetOf(catalog, name) as SheetWithSchema;
  const draw = showSheet({ ...sheet, names });
  const show = (change: Partial<View>) => draw({ ...emptyView, ...change }).drawn;
  return [...new Set(sheet.figures.map(({ measure }) => measure))].flatMap((measure) =>
    kindsOf(sheet.figures, measure, names).map((chart) => {
      const ids = sheet.figures.flatMap((figure) => (figure.measure === measure ? figure.id : []));
      const { figures } = sheet;
      return { name: `${name} ${measure} ${chart}`, view: { measure, chart }, ids, show, figures };
    }),
  );
});

const scales = ["linear", "log"] as const;

test("what looks as before is drawn as before, and an order of the rows leaves the years of attacks so", () => {
  const sort = [{ column: "value", descending: true }];
  const html = (series: Series) =>
    renderToStaticMarkup(createElement(StaticChart, { series, state }));
  const alike = charts.filter(({ view, show }) => {
    return lookOf(show(view)) === lookOf(show({ ...view, sort }));
  });
  const wrong = alike.filter(
    ({ view, show }) => html(show(view)) !== html(show({ ...view, sort })),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
  expect(alike.map(({ name }) => name)).toContain("attacks attacks trend");
});

test("a logarithmic axis draws what a linear one draws, and all of it inside the plot", () => {
  const faults = charts.filter(({ view, show }) => {
    const [linear, log] = scales.map((scale) => show({ ...view, scale }));
    if (!linear || !log) return true;
    const points = rowsOf(log).flatMap(({ slots }) => slots.flat());
    const [first, last] = log.axis.domain;
    const isInside = (value: number) => value >= first && value <= last;
    return (
      marksOf(linear)
        .map(({ id }) => id)
        .join() !==
        marksOf(log)
          .map(({ id }) => id)
          .join() || !points.flatMap(({ span }) => span).every(isInside)
    );
  });
  expect(faults.map(({ name }) => name)).toEqual([]);
});

test("one figure alone has an axis that can be read, and its year once; if it is not drawn, that is said", () => {
  const faults = charts.flatMap(({ name, view, ids, show }) =>
    ids.flatMap((id) =>
      scales.flatMap((scale) => {
        const series = show({ ...view, scale, only: [id], repeats: "show" });
        const svg = renderToStaticMarkup(createElement(StaticChart, { series, state }));
        const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
        const years = texts.filter(
          (text) => series.layout === "columns" && /^\d{4}$/.test(text ?? ""),
        );
        const isSaid = marksOf(series).length > 0 || series.undrawn.length > 0;
        const isOdd = /NaN|Infinity|undefined|null|auto/.test(svg);
        const isOnce = years.length === new Set(years).size;
        return isSaid && !isOdd && isOnce ? [] : [`${name} ${scale} ${id}`];
      }),
    ),
  );
  expect(faults).toEqual([]);
});

test("every mark is one link that the keys reach, named with its document, also beside a muted one", () => {
  const faults = charts.flatMap(({ name, view, show, figures }) =>
    ["", ...show(view).documents].flatMap((muted) => {
      const series = show({ ...view, mute: muted ? [muted] : [] });
      const words = wordsOf(series, figures, names);
      const linked = { ...state, words, hrefOf: (id: string) => `?_select=${id}` };
      const svg = renderToStaticMarkup(createElement(StaticChart, { series, state: linked }));
      const links = [...svg.matchAll(/<a [^>]*data-figure="([^"]*)"[^>]*><title>([^<]*)/g)];
      const labels = new Map(links.map(([, id, label]) => [id, label ?? ""]));
      const isNamed = ({ id, document }: Mark) =>
        document !== muted && labels.get(id)?.includes(names.documents[document] ?? "no document");
      const isOnce = links.length === labels.size && links.length === marksOf(series).length;
      return isOnce && marksOf(series).every(isNamed) ? [] : [`${name} without ${muted}`];
    }),
  );
  expect(faults).toEqual([]);
});

test("an axis that runs to the right names two values at least from the width of a phone on", () => {
  const faults = charts.flatMap(({ name, view, show }) =>
    scales.flatMap((scale) => {
      const series = show({ ...view, scale });
      const svg = renderToStaticMarkup(createElement(StaticChart, { series, state }));
      const ticks = [...svg.matchAll(/class="tick from-(\d)"[^>]*>([^<]+)</g)];
      const shown = ticks.filter(([, from]) => Number(from) <= 1).map(([, , text]) => text);
      const isNamed = series.layout === "columns" || new Set(shown).size > 1;
      const { axis } = series;
      const isBlank = axis.ticks.filter((tick) => tickLabel(axis, tick)).length < 2;
      return isNamed || isBlank ? [] : [`${name} ${scale}`];
    }),
  );
  expect(faults).toEqual([]);
});

test("years run from left to right however rows are sorted, and one without a figure holds nothing", () => {
  const faults = charts.filter(({ view, show }) => {
    const series = show({ ...view, sort: [{ column: "start", descending: true }] });
    const years = series.bands.map(({ label }) => Number(label));
    const isInOrder = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
    const gaps = rowsOf(series).filter(({ label }) =>
      series.gaps.some(({ year }) => year === label),
    );
    const isEmpty = gaps.every(
      ({ slots, runs }) => slots.flat().length === 0 && runs.every((at) => at === null),
    );
    return series.layout === "columns" && !(isInOrder && isEmpty);
  });
  expect(faults.map(({ name }) => name)).toEqual([]);
});

test("on a time line a figure has a line for its period, and none for the date of its statement", () => {
  const faults = charts.filter(({ view, show }) => {
    const series = show(view);
    if (series.layout !== "times") return false;
    const svg = renderToStaticMarkup(createElement(StaticChart, { series, state }));
    const count = (found: RegExp) => svg.match(found)?.length ?? 0;
    const dated = marksOf(series).filter(({ isOfStatement }) => !isOfStatement).length;
    const all = marksOf(series).length;
    return count(/class="fill line"/g) !== dated || count(/fill open statement/g) !== all - dated;
  });
  expect(faults.map(({ name }) => name)).toEqual([]);
});
