import { kinds } from "@/data/chart/kind";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import type { ShareData } from "@/data/files/share-data";
import type { SheetWithSchema } from "@/data/sheet/sheet";
import { type SheetView, showSheet } from "@/data/sheet/show";
import type { Catalog } from "@/data/site/catalog";
import { embedOf } from "@/data/site/embed";
import { shareDataOf } from "@/data/site/share";
import { sheetOf } from "@/data/site/sheets";
import type { ChartKind } from "@/data/table/descriptor";
import { firstDay, spanOf } from "@/data/table/period";
import { columnsOf } from "@/data/view/column";
import { countingRules } from "@/data/view/counting-rule";
import { type Filter, optionsOf } from "@/data/view/filter";
import { emptyView, formatView, parseView, type View } from "@/data/view/view";
import { fixture, invented } from "../fixture";
import { catalog, published } from "../published";

/** Where the workbook stands in these tests. */
export const site = "https://w.example";

/** One view of one sheet, and all that is shown of it; what is costly is computed when it is asked for. */
export interface Case {
  readonly sheet: SheetWithSchema;
  readonly view: View;
  /** The address of the view, which names the case. */
  readonly path: string;
  readonly shown: SheetView;
  readonly embed: NonNullable<ReturnType<typeof embedOf>>;
  readonly share: ShareData;
}

/** A package, and the names of what is in it. */
interface Package {
  readonly catalog: Catalog;
  readonly names: Names;
}

const ofToday: Package = { catalog, names: published.names };
const ofFixture: Package = { catalog: fixture, names: invented.names };

function sheetsOf({ catalog }: Package): readonly SheetWithSchema[] {
  return [...catalog.sheets.map(({ name }) => name), "figures"].map((name) => {
    const sheet = sheetOf(catalog, name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  });
}

export const sheets = sheetsOf(ofToday);

/** All views of one step of a sheet: the bare one, and each that differs from it by one choice. */
export function viewsOf(sheet: SheetWithSchema): readonly View[] {
  return steps.flatMap((step) => step(sheet)).map((change) => ({ ...emptyView, ...change }));
}

type Step = (sheet: SheetWithSchema) => readonly Partial<View>[];

const filtered = (filters: readonly Filter[]) => filters.map((filter) => ({ filters: [filter] }));

/** Every way to take one step. */
const steps: readonly Step[] = [
  () => [{}],
  // Each value of each column that is filtered by values.
  ({ schema, figures }) =>
    columnsOf(schema)
      .filter(({ kind }) => kind === "values")
      .flatMap(({ name, many }) =>
        filtered(
          optionsOf(figures, name, many).map((value) => {
            return { kind: "values", column: name, values: [value] };
          }),
        ),
      ),
  // Each year, from each year on, up to each year, and each range of years.
  ({ figures }) => {
    const years = yearsOf(figures);
    const ranges = years.flatMap((min, index) => [
      { min, max: null },
      { min: null, max: min },
      ...years.slice(index).map((max) => ({ min, max })),
    ]);
    return filtered(ranges.map((range) => ({ kind: "period", column: "start", range })));
  },
  // From each number on, up to each number, and each range between neighbours.
  ({ figures }) => {
    const numbers = numbersOf(figures);
    const ranges = numbers.flatMap((min, index) => [
      { min, max: null },
      { min: null, max: min },
      { min, max: min },
      ...numbers.slice(index + 1, index + 2).map((max) => ({ min, max })),
    ]);
    return filtered(ranges.map((range) => ({ kind: "number", column: "value", range })));
  },
  // Each measure, and each kind of chart of it on either scale.
  ({ figures }) =>
    distinct(figures.map(({ measure }) => measure)).flatMap((measure) => [
      { measure },
      ...(Object.keys(kinds) as ChartKind[]).flatMap((chart) => [
        { measure, chart },
        { measure, chart, scale: "log" as const },
      ]),
    ]),
  ({ figures }) => documentsOf(figures).map((document) => ({ mute: [document] })),
  ({ figures }) =>
    [...Object.keys(countingRules), ...documentsOf(figures)].map((count) => ({ count })),
  // Pairs of rows that stand near each other, in each kind of chart.
  ({ figures }) =>
    figures.flatMap(({ id }, index) =>
      [1, 2, 5].flatMap((far) => {
        const other = figures[index + far];
        return other ? [{ only: [id, other.id] }] : [];
      }),
    ),
  ({ figures }) => figures.map(({ id }) => ({ only: [id] })),
  () => [{ repeats: "show" as const }],
  ({ schema }) =>
    columnsOf(schema).flatMap(({ name }) =>
      [true, false].map((descending) => ({ sort: [{ column: name, descending }] })),
    ),
  () => ["Kabul", "crocus city", "ISK", "2023"].map((find) => ({ find })),
];

export function caseOf(
  sheet: SheetWithSchema,
  view: View,
  { catalog, names }: Package = ofToday,
): Case {
  const query = formatView(view);
  const shown = showSheet({ ...sheet, names })(view);
  const embed = once(() => {
    const embed = embedOf(catalog, sheet.name, new URLSearchParams(query));
    if (!embed) throw new Error(`no chart of ${sheet.name}`);
    return embed;
  });
  const share = once(() =>
    shareDataOf(catalog, site, new URLSearchParams(`_page=${sheet.name}&${query}`), () => 400),
  );
  return {
    sheet,
    view,
    path: `/${sheet.name}${query && `?${query}`}`,
    shown,
    get embed() {
      return embed();
    },
    get share() {
      return share();
    },
  };
}

/** The same thing each time, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}

function viewAt(path: string, of: Package): Case {
  const [name = "", query = ""] = path.slice(1).split("?");
  const sheet = sheetsOf(of).find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const table = { schema: sheet.schema, rows: sheet.figures };
  return caseOf(sheet, parseView(new URLSearchParams(query), table).view, of);
}

/** The view that an address asks for. */
export const at = (path: string) => viewAt(path, ofToday);

/** The same of invented figures, whose words can be said letter for letter. */
export const inventedAt = (path: string) => viewAt(path, ofFixture);

/** Every view of one step of every sheet. */
export const cases: readonly Case[] = sheets.flatMap((sheet) =>
  viewsOf(sheet).map((view) => caseOf(sheet, view)),
);

/** The addresses of the cases of which something is not so, at most ten, each with what it shows. */
export function failing(
  check: (one: Case) => string | null | false | undefined,
  among: readonly Case[] = cases,
): readonly string[] {
  const found: string[] = [];
  for (const one of among) {
    const wrong = check(one);
    if (wrong) found.push(`${one.path}: ${wrong}`);
    if (found.length === 10) break;
  }
  return found;
}

function yearsOf(figures: readonly Figure[]): readonly string[] {
  const years = figures.flatMap((figure) => {
    const span = spanOf(figure);
    return span ? [span.from, span.to].map((day) => firstDay(day).slice(0, 4)) : [];
  });
  return distinct(years).toSorted();
}

function numbersOf(figures: readonly Figure[]): readonly number[] {
  const numbers = figures.flatMap(({ low, best, high }) =>
    [low, best, high].filter((value) => value !== null),
  );
  return distinct(numbers).toSorted((a, b) => a - b);
}

function documentsOf(figures: readonly Figure[]): readonly string[] {
  return distinct(figures.map(({ document }) => document));
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
