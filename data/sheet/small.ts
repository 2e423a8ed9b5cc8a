import type { Series } from "../chart/mark";
import { toSeries } from "../chart/series";
import { type Figure, middleOf } from "../figure/figure";
import { describeEstimate, joinWith } from "../figure/format";
import type { Names } from "../figure/names";
import { measuredUnits, unitAfter } from "../figure/unit";
import type { Schema } from "../table/descriptor";
import { groupBy } from "../table/order";
import { emptyView } from "../view/view";
import type { Sheet } from "./sheet";
import { showSheet } from "./show";

type Drawn = Pick<Sheet, "chart" | "figures">;

/** A sheet's chart with so few lanes that it can stand among others: the largest, one a fact. */
export function toSmallSeries(sheet: Drawn, schema: Schema, names: Names, lanes = 3): Series {
  const { derived, series, drawn } = showSheet({ ...sheet, schema, names })(emptyView);
  if (series.layout === "columns") return drawn;
  const { chart, figures } = sheet;
  const own = derived.rows.filter(({ measure }) => measure === chart.measure);
  const largest = oneAFact(own.toSorted(bySize(sizes(own)))).slice(0, lanes);
  const kind = series.kind === "ranges" ? "ranges" : "parts";
  return toSeries(largest, { kind, measure: chart.measure, all: figures, isSorted: true, names });
}

/** What stands for a sheet: an event with all facts on it, or one fact, each with its range over documents. */
export interface Headline {
  readonly facts: readonly {
    /** From the least to the most that documents state: "139", "more than 130 to 140". */
    readonly range: string;
    /** What the number counts, where the subject does not say it: "years"; else "". */
    readonly unit: string;
    readonly subject: string | null;
    readonly statements: readonly Figure[];
  }[];
  readonly event: string | null;
}

/** The event or fact with the largest figure of the sheet's measure; parts and repeats are none of their own. */
export function headlineOf({ chart, figures }: Drawn): Headline | null {
  const own = figures.filter(
    ({ measure, echoes, part_of }) =>
      measure === chart.measure && echoes === null && part_of === null,
  );
  const size = sizes(own);
  const [largest] = own.toSorted(bySize(size));
  if (!largest) return null;
  const keyOf = ({ event, fact, id }: Figure) => event ?? fact ?? id;
  const about = own.filter((figure) => keyOf(figure) === keyOf(largest));
  const facts = groupBy(about.toSorted(bySize(size)), ({ fact, id }) => fact ?? id);
  return {
    facts: [...facts.values()].map((statements) => ({
      range: rangeOf(statements),
      unit: unitBeside(statements[0]),
      subject: statements[0]?.subject ?? null,
      statements,
    })),
    event: largest.event,
  };
}

/** A measured number needs its unit: 41 years. What is counted one by one the subject names. */
function unitBeside(figure: Figure | undefined): string {
  if (!figure || !measuredUnits.includes(figure.unit)) return "";
  return unitAfter(middleOf(figure), figure.unit);
}

/** True where a subject has a word of its measure's title: "attacks claimed by ISK" of "attacks". */
export function namesMeasure(subject: string, measure: string): boolean {
  const stems = (text: string) =>
    (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5));
  const own = stems(subject);
  return stems(measure).some((stem) => own.includes(stem));
}

/** Statements of one fact, the largest first, as one range. */
function rangeOf(statements: readonly Figure[]): string {
  const numbers = statements.filter(({ precision }) => precision !== "words");
  const texts = numbers.map(describeEstimate);
  const [most, least] = [texts[0], texts.at(-1)];
  if (!most || !least) return statements[0] ? describeEstimate(statements[0]) : "";
  if (most === least) return most;
  // "139 to at least 139" is no range.
  const [first, last] = [numbers[0], numbers.at(-1)].map((each) => each && middleOf(each));
  if (first === last) return joinWith([...new Set(texts)], "or");
  return `${endOf(numbers.at(-1), "low")} to ${endOf(numbers[0], "high")}`;
}

/** One end of a statement: of a range that end alone, of any other number the number as it is bounded. */
function endOf(figure: Figure | undefined, end: "low" | "high"): string {
  const bound = figure?.[end] ?? null;
  if (!figure || bound === null || figure.low === figure.high || figure.low === null)
    return figure ? describeEstimate(figure) : "";
  if (figure.high === null) return describeEstimate(figure);
  const precision = figure.precision === "about range" ? "about" : "exact";
  return describeEstimate({ ...figure, low: bound, best: bound, high: bound, precision });
}

/** How many figures each document gives to each sheet. */
export function toShares(figures: readonly Figure[], documents: readonly string[]) {
  return documents.map((document) => ({
    document,
    count: figures.filter((figure) => figure.document === document).length,
  }));
}

/** Sizes by figure; words, which have none, are the smallest. */
function sizes(figures: readonly Figure[]): ReadonlyMap<Figure, number> {
  return new Map(figures.map((figure) => [figure, middleOf(figure) ?? -1]));
}

function bySize(sizes: ReadonlyMap<Figure, number>) {
  return (a: Figure, b: Figure) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0);
}

function oneAFact(figures: readonly Figure[]): readonly Figure[] {
  return [...groupBy(figures, ({ fact, id }) => fact ?? id).values()].flatMap(
    ([first]) => first ?? [],
  );
}
