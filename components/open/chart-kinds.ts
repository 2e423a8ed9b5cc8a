import type { DrawKind, DrawRequest } from "@/data/open/draw";
import type { MeasureKind } from "@/data/open/group";
import type { PivotRequest } from "@/data/open/pivot";
import type { OpenedColumn } from "@/data/open/session";

export type ChartKind = "groups" | DrawKind;

/** What the chart or the table of groups shows. */
export interface ChartRequest extends PivotRequest {
  readonly kind: ChartKind;
  /** The other column of two measures, or of two bounds. */
  readonly against?: string | undefined;
  /** The groups are shown as a table. */
  readonly isTable?: boolean;
}

/** What is shown of the rows of a group. */
export const measureWords: { readonly [measure in MeasureKind]: string } = {
  count: "Rows",
  sum: "Sum of",
  mean: "Mean of",
  min: "Lowest",
  max: "Highest",
};

type Columns = readonly OpenedColumn[];

/** What each kind is called, where it can be drawn, and what it begins with. */
const kinds: {
  readonly [kind in ChartKind]: {
    readonly title: string;
    readonly begin: (columns: Columns) => Partial<ChartRequest> | null;
  };
} = {
  groups: { title: "Bars", begin: () => ({}) },
  spread: {
    title: "Distribution",
    begin: (columns) => withOf(numbersOf(columns)[0]),
  },
  pairs: {
    title: "Scatter",
    begin: (columns) => {
      const [of, against] = axesOf(columns);
      return of && against
        ? { of: of.id, against: against.id, across: coloursOf(columns)[0]?.id }
        : null;
    },
  },
  ranges: {
    title: "Ranges",
    begin: (columns) => {
      const pair = boundsOf(columns);
      const own = columns.find(({ isBounded }) => isBounded);
      const name = columns.find(({ type }) => ["text", "category", "identifier"].includes(type));
      const by = name?.id ?? columns[0]?.id ?? "";
      if (pair) return { of: pair[0].id, against: pair[1].id, by };
      return own ? { of: own.id, against: undefined, by } : null;
    },
  },
  years: {
    title: "Over the years",
    begin: (columns) => {
      if (columns.filter(isYearNamed).length < 2) return null;
      const name = columns.find(({ type }) => ["category", "text"].includes(type));
      return { by: name?.id ?? "", measure: "sum" };
    },
  },
};

function withOf(column: OpenedColumn | undefined) {
  return column ? { of: column.id } : null;
}

const isYearNamed = ({ type, name }: OpenedColumn) =>
  type === "number" && /^(?:.* )?(?:1[89]|20)\d\d$/.test(name);

/** The columns of numbers that say how much, those that may be added first. */
export function numbersOf(columns: Columns): Columns {
  const numbers = columns.filter(({ type, role }) => type === "number" && role === "measure");
  const rank = ({ isAdditive, name }: OpenedColumn) =>
    2 * Number(isAdditive) + Number(mainNumbers.test(name));
  return numbers.toSorted((a, b) => rank(b) - rank(a));
}

/** What a table of several numbers is mostly about. */
const mainNumbers = /^(?:best|total|sum|value|count|fatalities|deaths|killed|dead|casualties)$/i;

/** The columns of numbers that a place on an axis can be: also coordinates, which say no amount. */
function axesOf(columns: Columns): Columns {
  const places = columns.filter(({ type, role }) => type === "number" && role === "dimension");
  return [...numbersOf(columns), ...places];
}

/** The numbers that a kind of chart can draw. */
export function numbersFor(kind: ChartKind, columns: Columns): Columns {
  return kind === "pairs" ? axesOf(columns) : numbersOf(columns);
}

/** The columns by which rows can be grouped: not notes, which say something else in each row. */
export function groupsOf(columns: Columns): Columns {
  return columns.filter(({ type, role }) => type !== "empty" && role !== "note");
}

/** Categories of few values, which colours can tell apart. */
export function coloursOf(columns: Columns): Columns {
  return columns.filter(
    ({ type, role, different }) =>
      ["category", "boolean"].includes(type) && role !== "note" && different > 1 && different < 7,
  );
}

/** Two columns that are called the lower and the upper bound of one thing. */
function boundsOf(columns: Columns): readonly [OpenedColumn, OpenedColumn] | null {
  for (const low of columns) {
    const name = low.name.toLowerCase();
    const word = Object.keys(opposites).find((each) =>
      new RegExp(`\\b_?${each}\\b`).test(name.replaceAll("_", " ")),
    );
    if (!word || low.type !== "number") continue;
    const other = name.replace(word, opposites[word] ?? "");
    const high = columns.find(
      (each) => each.name.toLowerCase() === other && each.type === "number",
    );
    if (high) return [low, high];
  }
  return null;
}

const opposites: { readonly [low: string]: string } = {
  low: "high",
  lower: "upper",
  min: "max",
  minimum: "maximum",
};

/** The kinds that these columns allow. */
export function kindsFor(columns: Columns): readonly (readonly [kind: ChartKind, title: string])[] {
  return (Object.keys(kinds) as ChartKind[])
    .filter((kind) => kinds[kind].begin(columns) !== null)
    .map((kind) => [kind, kinds[kind].title]);
}

/** A chart of another kind, with columns that it can draw. */
export function withKind(request: ChartRequest, kind: ChartKind, columns: Columns): ChartRequest {
  const begun = kind === "groups" ? requestFor(columns, "groups") : kinds[kind].begin(columns);
  return { ...request, ...begun, kind };
}

/**
 * The chart that a table starts with: its rows over time, or its numbers where each row is a step of time;
 * else columns that are years, ranges, what each named row comes to, its categories, how its numbers are spread.
 */
export function requestFor(columns: Columns, only?: "groups"): ChartRequest {
  const groups = groupsFor(columns);
  if (only || timeOf(columns)) return groups;
  const first = (["years", "ranges"] as const).find(
    (kind) => kinds[kind].begin(columns) && (kind === "years" || boundsOf(columns)),
  );
  if (first) return withKind({ kind: "groups", measure: "count", by: groups.by }, first, columns);
  const hasNames = groups.measure !== "count" || categoryOf(columns);
  return !hasNames && numbersOf(columns).length > 0 ? withKind(groups, "spread", columns) : groups;
}

/** Rows by time, else by a name or a category. */
function groupsFor(columns: Columns): ChartRequest {
  const [number] = numbersOf(columns);
  const count = { kind: "groups", measure: "count" } as const;
  const own =
    number && ({ ...count, measure: number.isAdditive ? "sum" : "mean", of: number.id } as const);
  const time = timeOf(columns);
  const series = time && seriesOf(columns, time);
  if (time) return { ...(series && own ? { ...own, ...series } : count), by: time.id };
  const names = groupsOf(columns).filter(({ type }) => type !== "number");
  const key = names.find(({ different }) => different > 1 && different === rowsOf(columns));
  // Each row is another thing, of which its numbers speak.
  if (key && own) return { ...own, by: key.id };
  return { ...count, by: (categoryOf(columns) ?? names[0] ?? columns[0])?.id ?? "" };
}

function timeOf(columns: Columns): OpenedColumn | undefined {
  const times = groupsOf(columns);
  return (
    times.find(({ type, different }) => type === "date" && different > 1) ??
    times.find(({ type, different }) => type === "year" && different > 1)
  );
}

/** The first category of a few values, else the one with the fewest. */
function categoryOf(columns: Columns): OpenedColumn | undefined {
  const found = groupsOf(columns).filter(
    ({ type, different }) => type === "category" && different > 1,
  );
  return (
    found.find(({ different }) => different > 2 && different <= 15) ??
    found.toSorted((a, b) => a.different - b.different)[0]
  );
}

function rowsOf([column]: Columns): number {
  if (!column) return 0;
  return Object.values(column.missing).reduce((sum, count) => sum + count, column.filled);
}

/**
 * Whether the rows are steps of time, and not events: nothing but numbers stands beside the time, or there
 * is a row for nearly each step of each value of a second column. Null where they are events.
 */
function seriesOf(columns: Columns, time: OpenedColumn): Pick<ChartRequest, "across"> | null {
  if (numbersOf(columns).length === 0) return null;
  const rows = rowsOf(columns);
  const words = columns.filter(
    ({ id, type, different }) =>
      id !== time.id && !["number", "empty", "year", "date"].includes(type) && different > 1,
  );
  if (words.length === 0) return time.different === rows ? {} : null;
  const [by, ...more] = words;
  // A code beside a name tells the same things apart.
  if (!by || by.role === "note" || more.some(({ different }) => different !== by.different))
    return null;
  const isWhole = rows >= 2 * time.different && rows >= 0.8 * by.different * time.different;
  if (!isWhole || rows > by.different * time.different) return null;
  return by.different <= mostAcross ? { across: by.id } : {};
}

/** So many parts of a bar can be told from one another. */
const mostAcross = 7;

/** The chart that was chosen, where these columns allow it; else the one that they start with. */
export function fitChart(chosen: ChartRequest | null, columns: Columns): ChartRequest {
  return chosen && isFit(chosen, columns) ? chosen : requestFor(columns);
}

function isFit({ kind, by, second, across, of, against, measure }: ChartRequest, columns: Columns) {
  if (kinds[kind].begin(columns) === null) return false;
  const isThere = (among: Columns) => (id?: string) => !id || among.some((each) => each.id === id);
  const isGroups = kind === "groups";
  const numbers = numbersFor(kind, columns).filter(
    ({ isAdditive }) => !isGroups || measure !== "sum" || isAdditive,
  );
  const groups = isGroups ? groupsOf(columns) : columns;
  return (
    (!isGroups || by !== "") &&
    [by, second, across].every(isThere(groups)) &&
    [of, against].every(isThere(numbers))
  );
}

/** What a chart that shows no groups asks for. */
export function toDraw({ kind, of = "", against, by, across }: ChartRequest): DrawRequest | null {
  if (kind === "groups") return null;
  return { kind, of, against, by: (kind === "pairs" ? across : by) || undefined };
}
