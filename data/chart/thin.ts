import { type Figure, middleOf } from "../figure/figure";
import { formatDate, formatNumber } from "../figure/format";
import { originalIn } from "../figure/repeat";
import { seriesOf } from "../figure/yearly";
import { groupBy } from "../table/order";
import { plural } from "../view/describe";
import type { Mark, MarkGroup, Series, SeriesRequest } from "./mark";
import { marksOf, toSeries } from "./series";

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

type Choose = (whole: Series, figures: readonly Figure[], request: SeriesRequest) => Choice;

const choices: { readonly [layout in Series["layout"]]: Choose } = {
  columns: chooseRuns,
  lanes: chooseLanes,
  events: chooseEvents,
  times: chooseGroups,
};

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
  const slots = Math.max(0, ...whole.bands.map((band) => band.marks.length));
  const isFew = whole.layout !== "columns" || slots <= mostSlots;
  if (marks.length <= mostMarks[whole.layout] && isFew) return () => whole;
  const known = new Set(marks.map(({ id }) => id));
  const figures = rows.filter(({ id }) => known.has(id));
  const choice = choices[whole.layout](whole, figures, request);
  const made = new Map<string, Series>();
  return (select) => {
    const more = select.filter((id) => known.has(id) && !choice.ids.has(id));
    const key = more.slice(0, mostSelected).join(" ");
    const series = made.get(key) ?? draw(more);
    made.clear();
    made.set(key, series);
    return series;
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

/** The first units, by size where the reader asked for no order, that have room together. */
function take(
  units: readonly Unit[],
  { isSorted }: SeriesRequest,
  hasRoom: (unit: Unit, taken: number) => boolean,
): readonly Unit[] {
  const sizes = new Map(units.map((unit) => [unit, sizeOf(unit)]));
  const size = (unit: Unit) => sizes.get(unit) ?? -1;
  const ordered = isSorted ? units : units.toSorted((a, b) => size(b) - size(a));
  let taken = 0;
  const end = ordered.findIndex((unit) => {
    if (!hasRoom(unit, taken)) return true;
    taken += unit.length;
    return false;
  });
  return end < 0 ? ordered : ordered.slice(0, end);
}

/** The largest number in a unit; words have none. */
function sizeOf(unit: Unit): number {
  return unit.reduce((most, figure) => Math.max(most, middleOf(figure) ?? -1), -1);
}

/** The figures of some units; of a first one that is too large alone as many as have room. */
function idsOf(units: readonly Unit[], all: readonly Unit[], most: number): ReadonlySet<string> {
  const figures = units.length > 0 ? units.flat() : (all[0] ?? []).slice(0, most);
  return new Set(figures.map(({ id }) => id));
}

function sayUnits(
  count: number,
  of: number,
  noun: "series" | "figures" | "events",
  { isSorted }: SeriesRequest,
  marks: readonly [drawn: number, all: number],
): string {
  const order = isSorted ? "first" : "largest";
  const some = isSorted
    ? `The first ${formatNumber(count)}`
    : `The ${count === 1 ? "" : `${formatNumber(count)} `}${order}`;
  const [drawn, all] = marks.map(formatNumber);
  const figures = noun === "figures" ? "" : `, ${drawn} of ${all} figures`;
  return `${some} of ${formatNumber(of)} ${noun} ${count === 1 ? "is" : "are"} drawn${figures}`;
}

/** Years: the series with the largest counts, and the parts of what stands first in each year. */
function chooseRuns(whole: Series, figures: readonly Figure[], request: SeriesRequest): Choice {
  const bandOf = new Map(
    whole.bands.flatMap(({ marks, key }) => marks.map(({ id }) => [id, key] as const)),
  );
  const runs = [
    ...groupBy(
      figures.filter(({ id }) => bandOf.has(id)),
      seriesOf,
    ).values(),
  ];
  const slots = new Map<string, number>();
  const taken = take(runs, request, (run, count) => {
    const keys = run.map(({ id }) => bandOf.get(id) ?? "");
    for (const key of keys) slots.set(key, (slots.get(key) ?? 0) + 1);
    return (
      count + run.length <= mostMarks.columns &&
      keys.every((key) => (slots.get(key) ?? 0) <= mostSlots)
    );
  });
  const wholes = idsOf(taken, runs, mostSlots);
  const parts = partsOfFirst(whole, figures, wholes, request).slice(
    0,
    mostMarks.columns - wholes.size,
  );
  const ids = new Set([...wholes, ...parts]);
  const count = Math.max(1, taken.length);
  const marks = [ids.size, figures.length] as const;
  return { ids, says: sayUnits(count, runs.length, "series", request, marks) };
}

/** A part stands inside the first column of its year: only what is part of that is drawn there. */
function partsOfFirst(
  whole: Series,
  figures: readonly Figure[],
  drawn: ReadonlySet<string>,
  { all }: SeriesRequest,
): readonly string[] {
  const wholeOf = new Map(figures.map(({ id, part_of }) => [id, part_of]));
  const originalOf = originalIn(all);
  return whole.bands.flatMap(({ marks, parts }) => {
    const first = marks.find(({ id }) => drawn.has(id));
    const isInside = ({ id }: Mark) =>
      first && originalOf(wholeOf.get(id) ?? "") === originalOf(first.id);
    return parts.filter(isInside).map(({ id }) => id);
  });
}

/** Lanes: the largest figures; in a breakdown each with all of its parts. */
function chooseLanes(whole: Series, figures: readonly Figure[], request: SeriesRequest): Choice {
  const most = mostMarks.lanes;
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const rootOf = (figure: Figure): string => {
    const seen = new Set<Figure>();
    let root = figure;
    for (let next = known.get(root.part_of ?? ""); next && !seen.has(next); ) {
      seen.add(root);
      root = next;
      next = known.get(root.part_of ?? "");
    }
    return root.id;
  };
  const isTree = whole.kind === "parts" && !request.isSorted;
  const units = [...groupBy(figures, isTree ? rootOf : ({ id }) => id).values()];
  const taken = take(units, request, (unit, count) => count + unit.length <= most);
  const ids = idsOf(taken, units, most);
  const marks = [ids.size, figures.length] as const;
  if (!isTree) return { ids, says: sayUnits(ids.size, figures.length, "figures", request, marks) };
  const says = `The ${formatNumber(ids.size)} figures of the largest wholes are drawn, of ${plural(figures.length, "figure")}`;
  return { ids, says };
}

/** Events: the largest ones, with all that is stated of them. */
function chooseEvents(_: Series, figures: readonly Figure[], request: SeriesRequest): Choice {
  const most = mostMarks.events;
  const units = [...groupBy(figures, ({ event, id }) => event ?? id).values()];
  const taken = take(units, request, (unit, count) => count + unit.length <= most);
  const ids = idsOf(taken, units, most);
  const marks = [ids.size, figures.length] as const;
  return { ids, says: sayUnits(Math.max(1, taken.length), units.length, "events", request, marks) };
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
