import { roundQuotient } from "../figure/digits";
import { divide, type Estimate, multiply } from "../figure/estimate";
import type { Figure } from "../figure/figure";
import {
  describeBounds,
  describeQuantity,
  describeSum,
  formatNumber,
  formatOption,
} from "../figure/format";
import type { Names } from "../figure/names";
import { type Total, toTotal } from "../figure/total";
import { startYear } from "../figure/yearly";
import type { Schema } from "../table/descriptor";
import { compareText } from "../table/order";
import { columnsOf } from "../view/column";
import { describeTotal } from "../view/describe";
import { optionsOf } from "../view/filter";
import {
  type FigurePivotRequest,
  type PivotField,
  type PivotShow,
  yearField,
} from "./pivot-request";

/** What is said of the figures of a cell: a text, or the sentence that says why there is none. */
export interface FigureCell {
  readonly figures: readonly Figure[];
  readonly text: string | null;
  readonly why: string | null;
}

export interface FigurePivotRow {
  /** The values that its figures have in common; "" where the field is empty. */
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly cells: readonly FigureCell[];
  readonly all: FigureCell;
}

export interface FigurePivot {
  readonly across: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly FigurePivotRow[];
  readonly totals: readonly FigureCell[];
  readonly all: FigureCell;
  /** How many rows and columns are left out at the end. */
  readonly more: { readonly rows: number; readonly columns: number };
}

/** So many rows and columns are shown. */
const [mostRows, mostColumns] = [150, 24];

/** The fields by which figures of a schema can be grouped, the year of their period among them. */
export function pivotFields(schema: Schema): readonly PivotField[] {
  const fields = columnsOf(schema)
    .filter(({ kind }) => kind === "values")
    .map(({ name, title, many }) => ({ name, title, many }));
  return [...fields, { name: yearField, title: "Year", many: false }];
}

/** The years of a figure: "2021", "2015–2023", "as of 2024"; "" where none is stated. */
function yearsOf(figure: Figure): string {
  const [from, to] = [startYear(figure), (figure.end ?? figure.start ?? "").slice(0, 4)];
  if (from) return from === to ? from : `${from}–${to}`;
  return figure.as_of ? `as of ${figure.as_of.slice(0, 4)}` : "";
}

function keysOf(figure: Figure, { name, many }: PivotField): readonly string[] {
  return name === yearField ? [yearsOf(figure)] : optionsOf([figure], name, many);
}

function nameOf({ name }: PivotField, key: string, names: Names): string {
  return name === yearField ? key || "(no date)" : formatOption(name, key, names);
}

/** The figures of each value of a field, each in one pass: one of several values stands in the group of each. */
function groupsOf(figures: readonly Figure[], field: PivotField) {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures)
    for (const key of keysOf(figure, field)) {
      const group = groups.get(key);
      if (group) group.push(figure);
      else groups.set(key, [figure]);
    }
  return groups as ReadonlyMap<string, readonly Figure[]>;
}

/** The same in the order in which they are shown: years by time, others the most frequent first. */
function inOrder(figures: readonly Figure[], field: PivotField, names: Names) {
  const isLast = (key: string) => Number(key === "");
  const byCount = (a: readonly Figure[], b: readonly Figure[]) =>
    field.name === yearField ? 0 : b.length - a.length;
  return [...groupsOf(figures, field)].toSorted(
    ([a, own], [b, other]) =>
      isLast(a) - isLast(b) ||
      byCount(own, other) ||
      compareText(nameOf(field, a, names), nameOf(field, b, names)),
  );
}

/**
 * Figures → a table of groups. Each cell has a total of its own, by the rules of the status bar: it is
 * not the sum of other cells, and says why where there is none.
 */
export function toFigurePivot(
  figures: readonly Figure[],
  { rows, across, show }: FigurePivotRequest,
  { schema, all, names }: { schema: Schema; all: readonly Figure[]; names: Names },
): FigurePivot {
  const fields = pivotFields(schema);
  const fieldOf = (name: string | null) => fields.find((field) => field.name === name);
  const by = rows.flatMap((name) => fieldOf(name) ?? []);
  const side = fieldOf(across);
  const sides = side ? inOrder(figures, side, names) : [];
  const columns = sides.slice(0, mostColumns);
  const context = { all, names };
  const toGroup = (group: readonly Figure[]): Group => ({
    figures: group,
    total: toTotal(group, context),
  });
  const whole = toGroup(figures);
  const wholes = columns.map(([, own]) => toGroup(own));
  const groups = rowsOf(figures, by, names);
  return {
    across: columns.map(([key]) => ({ key, name: side ? nameOf(side, key, names) : key })),
    rows: groups.slice(0, mostRows).map(({ keys, figures: own }): FigurePivotRow => {
      const row = toGroup(own);
      const parts = side ? groupsOf(own, side) : none;
      const cells = columns.map(([key], at) =>
        say[show](toGroup(parts.get(key) ?? []), { row, column: wholes[at] ?? whole }),
      );
      return {
        keys,
        names: keys.map((key, at) => (by[at] ? nameOf(by[at], key, names) : key)),
        cells,
        all: say[show](row, { row, column: whole }),
      };
    }),
    totals: wholes.map((group) => say[show](group, { row: whole, column: group })),
    all: say[show](whole, { row: whole, column: whole }),
    more: {
      rows: Math.max(0, groups.length - mostRows),
      columns: sides.length - columns.length,
    },
  };
}

const none: ReadonlyMap<string, readonly Figure[]> = new Map();

/** The groups of one field, or of each pair of two that has a figure. */
function rowsOf(figures: readonly Figure[], [first, second]: readonly PivotField[], names: Names) {
  if (!first) return [];
  return inOrder(figures, first, names).flatMap(([key, own]) =>
    second
      ? inOrder(own, second, names).map(([then, figures]) => ({ keys: [key, then], figures }))
      : [{ keys: [key], figures: own }],
  );
}

interface Group {
  readonly figures: readonly Figure[];
  readonly total: Total;
}

interface Wholes {
  readonly row: Group;
  readonly column: Group;
}

type Say = (group: Group, wholes: Wholes) => FigureCell;

/** A number of a group where there is one, else why there is none. */
function saying(of: (group: Group, wholes: Wholes) => string | null, otherwise: string): Say {
  return (group, wholes) => {
    const { figures, total } = group;
    if (figures.length === 0) return { figures, text: null, why: null };
    const text = of(group, wholes);
    const why = refusalIn(total);
    // A number that stands beside words, which no sum holds, says that there are some.
    const isBesideWords = figures.length > 1 && why?.endsWith("more in words");
    return { figures, text, why: text === null ? (why ?? otherwise) : isBesideWords ? why : null };
  };
}

/** Why the figures are not added, in the sentence of the status bar; null where they are. */
function refusalIn(total: Total): string | null {
  if (total.sum) return null;
  const said = describeTotal(total, "in this view");
  return said.find((part) => /^Not added|more in words$/.test(part)) ?? null;
}

/** A figure that is counted alone, whatever repeats it, says what it says; null where there are several. */
function alone({ figures, total: { counted, inWords, leftOut, sum } }: Group): string | null {
  const left = new Set(leftOut.map(({ figure }) => figure));
  const [only] = figures.length === 1 ? figures : figures.filter((figure) => !left.has(figure));
  const isAlone = figures.length === 1 || (counted === 1 && (inWords === 0 || sum === null));
  return isAlone && only ? describeQuantity(only) : null;
}

const sumOf = (group: Group): string | null => {
  const { sum, unit } = group.total;
  return alone(group) ?? (sum && unit ? describeSum(sum, unit) : null);
};

const endOf =
  (end: "min" | "max") =>
  (group: Group): string | null => {
    const { total } = group;
    const bounds = total[end];
    return alone(group) ?? (bounds && total.unit ? describeSum(bounds, total.unit) : null);
  };

const shareOf =
  (whole: "row" | "column") =>
  ({ total: { sum } }: Group, wholes: Wholes): string | null => {
    const of = wholes[whole].total.sum;
    const share = sum && of && percentOf(sum, of);
    return share ? `${describeBounds(share, "percent")}%` : null;
  };

/** What a sum is of one that it is in: open where either is, and no more than all of it. */
function percentOf(part: Estimate, whole: Estimate): Estimate | null {
  const ratio = divide(part, whole);
  if (!ratio || !Number.isFinite(ratio.low)) return null;
  const share = multiply(ratio, 100);
  const capped = { ...share, high: Math.min(100, share.high) };
  return roundQuotient(capped, capped);
}

const say: { readonly [show in PivotShow]: Say } = {
  total: saying(sumOf, "Not added"),
  count: ({ figures }) => ({
    figures,
    text: figures.length > 0 ? formatNumber(figures.length) : null,
    why: null,
  }),
  mean: saying(
    ({ total: { mean, unit, per } }) =>
      mean && unit ? `${describeSum(mean, unit)} ${per ?? ""}`.trim() : null,
    "No mean: that takes two figures in numbers, and none in words",
  ),
  lowest: saying(endOf("min"), "These belong to different orders"),
  highest: saying(endOf("max"), "These belong to different orders"),
  row: saying(shareOf("row"), "No share: the row has no total"),
  column: saying(shareOf("column"), "No share: the column has no total"),
};
