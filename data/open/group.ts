import { type Grain, grainFor, nameStep, stepOf } from "./grain";
import { ranksOf } from "./rank";
import type { Store, StoredColumn } from "./store";

/** What is said of the rows of a group. */
export const measures = ["count", "sum", "mean", "min", "max"] as const;
export type MeasureKind = (typeof measures)[number];

/** Rows by one column, perhaps by a second one too, and what is said of each group. */
export interface GroupRequest {
  readonly by: string;
  readonly across?: string | undefined;
  readonly measure: MeasureKind;
  /** The column that is added or compared; none is needed to count rows. */
  readonly of?: string | undefined;
  /** The steps of a time axis; left out, those that fit. */
  readonly grain?: Grain | undefined;
  /** So many groups are named; the rest is one group. */
  readonly most?: number;
}

/** What is known of a group: a number, or bounds where cells are open, and what was left out of it. */
export interface GroupCell {
  readonly rows: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Rows whose cell is missing, and rows whose cell is in words. */
  readonly missing: number;
  readonly inWords: number;
}

export interface Group {
  /** What its rows have in common; null where their cell is missing. */
  readonly name: string | null;
  /** Of the smaller groups together: how many they are. */
  readonly groups?: number;
  readonly cells: readonly GroupCell[];
  readonly all: GroupCell;
}

export interface Grouped {
  readonly groups: readonly Group[];
  /** The names of the cells of each group; one nameless where there is no second column. */
  readonly across: readonly (string | null)[];
  /** Null where the groups are no steps of time. */
  readonly grain: Grain | null;
}

/** So many groups can be told from one another in a chart. */
const mostGroups = 40;
const mostAcross = 6;

/** The rows by the cells of a column: steps of time in their order with gaps, others the largest first. */
export function groupRows(store: Store, rows: Uint32Array, request: GroupRequest): Grouped | null {
  const columnOf = (id?: string) => store.columns.find((column) => column.id === id);
  const [by, across, of] = [request.by, request.across, request.of].map(columnOf);
  if (!by || (request.measure !== "count" && !of)) return null;
  const axis = axisOf(by, rows, request.grain, request.most ?? mostGroups);
  const second = across ? axisOf(across, rows, undefined, mostAcross) : wholeAxis;
  const width = second.names.length;
  const sums = Array.from({ length: axis.names.length * width }, () => emptySum());
  const totals = axis.names.map(() => emptySum());
  for (const row of rows) {
    const [group, side] = [axis.groupOf(row), second.groupOf(row)];
    for (const sum of [sums[group * width + side], totals[group]]) if (sum) addRow(sum, of, row);
  }
  const finish = (sum: Sum) => toCell(sum, request.measure);
  const groups = axis.names.map((name, at): Group => {
    const cells = sums.slice(at * width, (at + 1) * width).map(finish);
    const rest = axis.rest > 0 && at === axis.names.length - 1 ? { groups: axis.rest } : {};
    return { name, ...rest, cells, all: finish(totals[at] ?? emptySum()) };
  });
  return { groups, across: second.names, grain: axis.grain };
}

interface Axis {
  readonly names: readonly (string | null)[];
  readonly groupOf: (row: number) => number;
  readonly grain: Grain | null;
  /** How many groups the last one holds together; 0 where it is one like the others. */
  readonly rest: number;
}

/** The axis of one group that holds every row. */
export const wholeAxis: Axis = { names: [""], groupOf: () => 0, grain: null, rest: 0 };

/** The groups of a column: steps of time, or its cells with most rows. */
export function axisOf(
  column: StoredColumn,
  rows: Uint32Array,
  grain: Grain | undefined,
  most: number,
) {
  const { type } = column.column;
  return type === "date" || type === "year"
    ? timeAxis(column, rows, type === "year" ? "year" : grain)
    : wordAxis(column, rows, most);
}

/** Steps from the first to the last, those without a row too; what has no date comes last. */
function timeAxis(column: StoredColumn, rows: Uint32Array, asked: Grain | undefined): Axis {
  const isYear = column.column.type === "year";
  const starts = column.low;
  const codes = new Set(Array.from(rows, (row) => column.codes[row] ?? 0));
  const days = [...codes].flatMap((code) => (isDay(starts[code]) ? [starts[code] ?? 0] : []));
  const [from, to] = [days.reduce(smaller, Infinity), days.reduce(larger, -Infinity)];
  const grain = asked ?? grainFor(to - from);
  const toStep = (day: number) => (isYear ? day : stepOf(day, grain));
  const isEmpty = days.length === 0;
  const [first, last] = isEmpty ? [0, -1] : [toStep(from), toStep(to)];
  const count = Math.min(last - first + 1, mostSteps);
  const steps = Float64Array.from(starts, (day) => (isDay(day) ? toStep(day) - first : count));
  const names = Array.from({ length: count }, (_, at) => nameStep(first + at, grain));
  const hasUndated = [...codes].some((code) => (steps[code] ?? count) >= count);
  return {
    names: hasUndated ? [...names, null] : names,
    groupOf: (row) => Math.min(steps[column.codes[row] ?? 0] ?? count, count),
    grain,
    rest: 0,
  };
}

const mostSteps = 5_000;
const isDay = (day = Number.NaN) => Number.isFinite(day);
const smaller = (a: number, b: number) => Math.min(a, b);
const larger = (a: number, b: number) => Math.max(a, b);

/** The cells with most rows, the rest as one group, and what is missing. */
function wordAxis(column: StoredColumn, rows: Uint32Array, most: number): Axis {
  const { words, codes, missing } = column;
  const counts = new Float64Array(words.length);
  for (const row of rows) counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1;
  const { ranks } = ranksOf(column);
  const present = [...counts.keys()].filter((code) => (counts[code] ?? 0) > 0);
  const filled = present
    .filter((code) => missing[code] !== 1)
    .toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const isLong = filled.length > most;
  const named = isLong ? filled.slice(0, most - 1) : filled;
  const hasMissing = filled.length < present.length;
  const names: (string | null)[] = named.map((code) => words[code] ?? "");
  const places = new Float64Array(words.length).fill(-1);
  for (const [at, code] of named.entries()) places[code] = at;
  if (hasMissing) names.push(null);
  if (isLong) names.push("others");
  const placeOf = (code: number) => {
    const place = places[code] ?? -1;
    if (place >= 0) return place;
    return missing[code] === 1 ? named.length : names.length - 1;
  };
  return {
    names,
    groupOf: (row) => placeOf(codes[row] ?? 0),
    grain: null,
    rest: isLong ? filled.length - named.length : 0,
  };
}

/** What is added up of the rows of a group. */
export interface Sum {
  rows: number;
  counted: number;
  missing: number;
  inWords: number;
  low: number;
  high: number;
  min: number;
  max: number;
  minHigh: number;
  maxLow: number;
}

/** A sum of no rows. */
export function emptySum(): Sum {
  return {
    ...{ rows: 0, counted: 0, missing: 0, inWords: 0, low: 0, high: 0 },
    ...{ min: Infinity, max: -Infinity, minHigh: Infinity, maxLow: -Infinity },
  };
}

/** Adds a row to a sum. */
export function addRow(sum: Sum, of: StoredColumn | undefined, row: number): void {
  sum.rows++;
  if (!of) return;
  const code = of.codes[row] ?? 0;
  const [low, high] = [of.low[code] ?? Number.NaN, of.high[code] ?? Number.NaN];
  if (of.missing[code] === 1) sum.missing++;
  else if (Number.isNaN(low) || Number.isNaN(high)) sum.inWords++;
  else {
    sum.counted++;
    sum.low += low;
    sum.high += high;
    sum.min = Math.min(sum.min, low);
    sum.minHigh = Math.min(sum.minHigh, high);
    sum.max = Math.max(sum.max, high);
    sum.maxLow = Math.max(sum.maxLow, low);
  }
}

const bounds: { readonly [kind in MeasureKind]: (sum: Sum) => readonly [number, number] } = {
  count: ({ rows }) => [rows, rows],
  sum: ({ low, high }) => [low, high],
  mean: ({ low, high, counted }) => [low / counted, high / counted],
  min: ({ min, minHigh }) => [min, minHigh],
  max: ({ max, maxLow }) => [maxLow, max],
};

/** Of no row with a number there is no sum: it is missing, and not 0. */
export function toCell(sum: Sum, kind: MeasureKind): GroupCell {
  const { rows, counted, missing, inWords } = sum;
  const [low, high] = bounds[kind](sum);
  const isKnown = kind === "count" || counted > 0;
  const bound = (value: number) => (isKnown && Number.isFinite(value) ? value : null);
  return { rows, low: bound(low), high: bound(high), missing, inWords };
}
