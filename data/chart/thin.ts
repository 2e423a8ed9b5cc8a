import { byId, type Figure, middleOf } from "../figure/figure";
import { formatDate, formatNumber } from "../figure/format";
import { originalIn } from "../figure/repeat";
import { seriesOf } from "../figure/yearly";
import { groupBy } from "../table/order";
import { plural } from "../view/describe";
import { type Mark, type MarkGroup, marksOf, type Series, type SeriesRequest } from "./mark";
import { slotsOf } from "./rows";
import { toSeries } from "./series";

/** So many marks a chart draws at most, beside those that are selected. */
const mostMarks: { readonly [layout in Series["layout"]]: number } = {
  columns: 120,
  lanes: 60,
  events: 120,
  times: 200,
};

/** So many columns stand side by side in one year at most. */
const mostSlots = 6;

/** So many selected figures are drawn at most beside those that are drawn anyway. */
const mostSelected = 20;

/** Which figures are drawn, and how that is said. */
interface Choice {
  readonly ids: ReadonlySet<string>;
  /** "The 60 largest of 4,880 figures are drawn" */
  readonly says: string;
  readonly groups?: ReadonlyMap<string, MarkGroup>;
}

/**
 * What a chart draws of a series: all of it, or, where that is more than a reader can tell apart, its
 * largest figures or one for each step of time, and besides them those that are selected.
 */
export function thinner(
  whole: Series,
  rows: readonly Figure[],
  request: SeriesRequest,
): (select: readonly string[]) => Series {
  const marks = marksOf(whole);
  const isFew = whole.layout !== "columns" || slotsOf(whole) <= mostSlots;
  if (marks.length <= mostMarks[whole.layout] && isFew) return () => whole;
  const known = new Set(marks.map(({ id }) => id));
  const figures = rows.filter(({ id }) => known.has(id));
  const choose = whole.layout === "times" ? chooseGroups : chooseUnits;
  const choice = choose(whole, figures, request);
  let made: { readonly key: string; readonly series: Series } | undefined;
  return (select) => {
    const more = select.filter((id) => known.has(id) && !choice.ids.has(id));
    const key = more.slice(0, mostSelected).join(" ");
    if (made?.key !== key) made = { key, series: draw(more) };
    return made.series;
  };

  function draw(more: readonly string[]): Series {
    const ids = new Set([...choice.ids, ...more.slice(0, mostSelected)]);
    const drawn = toSeries(
      figures.filter(({ id }) => ids.has(id)),
      { ...request, mute: [], groups: choice.groups },
    );
    const { documents, undrawn, of } = whole;
    return {
      ...drawn,
      ...(whole.layout === "times" ? { bands: countAll(drawn, whole) } : {}),
      documents,
      undrawn,
      of,
      thinning: `${choice.says}${saySelected(more.length)}.`,
    };
  }
}

function saySelected(count: number): string {
  if (count === 0) return "";
  const number = Math.min(count, mostSelected);
  const isAll = number === count;
  return `, and ${formatNumber(number)} ${isAll ? "" : `of ${formatNumber(count)} others `}that ${number === 1 ? "is" : "are"} selected`;
}

/** The headings of a time line with the number of all figures below them. */
function countAll({ bands }: Series, whole: Series): Series["bands"] {
  const details = new Map(whole.bands.map(({ key, detail }) => [key, detail]));
  return bands.map((band) =>
    band.label ? { ...band, detail: details.get(band.key) ?? band.detail } : band,
  );
}

/** Some figures that are drawn together or not at all. */
type Unit = readonly Figure[];

/** What the units of a chart are called, and which one a figure is in: a whole with all of its parts is one. */
function unitsOf(
  { layout, kind }: Series,
  figures: readonly Figure[],
  { isSorted }: SeriesRequest,
): readonly [noun: string, keyOf: (figure: Figure) => string] {
  if (layout === "columns") return ["series", seriesOf];
  if (layout === "events") return ["events", ({ event, id }) => event ?? id];
  if (kind === "parts" && !isSorted) return ["wholes", wholeIn(figures)];
  return ["figures", ({ id }) => id];
}

/** The figure that holds another one in the end; of figures that hold each other one after some steps. */
function wholeIn(figures: readonly Figure[]) {
  const known = byId(figures);
  const wholeOf = (figure: Figure, steps = 0): string => {
    const whole = known.get(figure.part_of ?? "");
    return whole && steps < 20 ? wholeOf(whole, steps + 1) : figure.id;
  };
  return (figure: Figure) => wholeOf(figure);
}

/** The first units, by size where the reader asked for no order, that have room together. */
function chooseUnits(whole: Series, figures: readonly Figure[], request: SeriesRequest): Choice {
  const { layout } = whole;
  const isColumns = layout === "columns";
  const [noun, keyOf] = unitsOf(whole, figures, request);
  const parts = new Set(marksOf(whole).flatMap(({ id, isInside }) => (isInside ? [id] : [])));
  const counted = figures.filter(({ id }) => !parts.has(id));
  const units = [...groupBy(counted, keyOf).values()];
  const sizes = new Map(units.map((unit) => [unit, sizeOf(unit)]));
  const size = (unit: Unit) => sizes.get(unit) ?? -1;
  const ordered = request.isSorted ? units : units.toSorted((a, b) => size(b) - size(a));
  let count = 0;
  const end = ordered.findIndex((unit, at) => {
    count += unit.length;
    return count > mostMarks[layout] || (isColumns && at >= mostSlots);
  });
  const taken = end < 0 ? ordered : ordered.slice(0, end);
  // Of a first one that is too large alone as many as have room.
  const alone = (ordered[0] ?? []).slice(0, isColumns ? mostSlots : mostMarks[layout]);
  const ids = new Set((taken.length > 0 ? taken.flat() : alone).map(({ id }) => id));
  const originalOf = originalIn(request.all);
  const wholes = new Set([...ids].map(originalOf));
  for (const { id, part_of } of figures)
    if (parts.has(id) && wholes.has(originalOf(part_of ?? "")) && ids.size < mostMarks[layout])
      ids.add(id);
  return { ids, says: sayUnits(taken.length, units.length) };

  function sayUnits(units: number, of: number): string {
    const number = units > 1 ? `${formatNumber(units)} ` : "";
    const some = request.isSorted ? `first ${number || "1 "}` : `${number}largest `;
    const [drawn, all] = [ids.size, figures.length].map(formatNumber);
    const rest = noun === "figures" ? "" : `, ${drawn} of ${all} figures`;
    return `The ${some}of ${formatNumber(of)} ${noun} ${units > 1 ? "are" : "is"} drawn${rest}`;
  }
}

/** The largest number in a unit; words have none. */
function sizeOf(unit: Unit): number {
  return unit.reduce((most, figure) => Math.max(most, middleOf(figure) ?? -1), -1);
}

/** Steps of a time line: which one a day is in, and the name of the step in words. */
const steps: readonly {
  readonly title: string;
  readonly of: (date: string) => string;
  readonly name: (step: string) => string;
}[] = [
  { title: "month", of: (date) => date.slice(0, 7), name: formatDate },
  { title: "year", of: (date) => date.slice(0, 4), name: (year) => year },
  { title: "decade", of: (date) => `${date.slice(0, 3)}0`, name: (decade) => `the ${decade}s` },
];

/** A time line: of each heading one figure for each month, year or decade. */
function chooseGroups(whole: Series): Choice {
  let heading = "";
  const marks = whole.bands.flatMap(({ label, marks }) => {
    heading = label || heading;
    const row = heading;
    return marks.map((mark) => ({ mark, row, date: dateOf(mark) }));
  });
  const grouped = steps.map((step) => ({
    step,
    groups: groupBy(marks, ({ row, date }) => `${step.of(date)} ${row}`),
  }));
  const most = mostMarks.times;
  const found = grouped.find(({ groups }) => groups.size <= most) ?? grouped.at(-1);
  const groups = [...(found?.groups ?? [])].slice(0, most);
  const stands = groups.flatMap(([, [first, ...others]]) => {
    if (!first || !found) return [];
    const { of, name } = found.step;
    const group = { count: others.length + 1, period: name(of(first.date)) };
    return [[first.mark.id, group] as const];
  });
  return {
    ids: new Set(stands.map(([id]) => id)),
    groups: new Map(stands.filter(([, { count }]) => count > 1)),
    says: `Grouped by ${found?.step.title}: ${plural(stands.length, "mark")} for ${plural(marks.length, "figure")}`,
  };
}

/** The day at which a mark of a time line begins. */
function dateOf({ low }: Mark): string {
  return new Date((low ?? 0) * 86_400_000).toISOString().slice(0, 10);
}
