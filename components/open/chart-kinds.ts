import type { DrawKind, DrawRequest } from "@/data/open/draw";
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

type Columns = readonly OpenedColumn[];

/** What each kind is called, where it can be drawn, and what it begins with. */
const kinds: {
  readonly [kind in ChartKind]: {
    readonly title: string;
    readonly begin: (columns: Columns) => Partial<ChartRequest> | null;
  };
} = {
  groups: { title: "Groups", begin: () => ({}) },
  spread: {
    title: "Distribution",
    begin: (columns) => withOf(numbersOf(columns)[0]),
  },
  pairs: {
    title: "Two measures",
    begin: (columns) => {
      const [of, against] = numbersOf(columns);
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

/** The columns of numbers, those that may be added first. */
export function numbersOf(columns: Columns): Columns {
  const numbers = columns.filter(({ type }) => type === "number");
  return numbers.toSorted((a, b) => Number(b.isAdditive) - Number(a.isAdditive));
}

/** Categories of few values, which colours can tell apart. */
export function coloursOf(columns: Columns): Columns {
  return columns.filter(
    ({ type, different }) =>
      ["category", "boolean"].includes(type) && different > 1 && different < 7,
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
 * The chart that a table starts with: over time where it has days, years or columns that are years, else
 * its ranges, its smallest category, or how its numbers are spread.
 */
export function requestFor(columns: Columns, only?: "groups"): ChartRequest {
  const time = ["date", "year"].flatMap(
    (type) => columns.find((column) => column.type === type) ?? [],
  )[0];
  const category = columns
    .filter(({ type, different }) => type === "category" && different > 1)
    .toSorted((a, b) => a.different - b.different)[0];
  const groups: ChartRequest = {
    kind: "groups",
    by: (time ?? category ?? columns[0])?.id ?? "",
    measure: "count",
  };
  if (time || only) return groups;
  const first = (["years", "ranges"] as const).find(
    (kind) => kinds[kind].begin(columns) && (kind === "years" || boundsOf(columns)),
  );
  if (first) return withKind(groups, first, columns);
  return !category && numbersOf(columns).length > 0 ? withKind(groups, "spread", columns) : groups;
}

/** What a chart that shows no groups asks for. */
export function toDraw({ kind, of = "", against, by, across }: ChartRequest): DrawRequest | null {
  if (kind === "groups") return null;
  return { kind, of, against, by: (kind === "pairs" ? across : by) || undefined };
}
