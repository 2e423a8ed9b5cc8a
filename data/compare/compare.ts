import type { Estimate } from "../figure/estimate";
import { formatPeriod } from "../figure/format";
import type { SpanCount, SpanCounts } from "../open/spans";
import { overlaps, type Span } from "../table/period";
import type { Statement } from "./published";
import {
  differenceOf,
  ownQuantity,
  type Quantity,
  quantityOf,
  type Relation,
  ratioOf,
  relationOf,
} from "./quantity";

/** What is said of the own table beside a published figure. */
export type Verdict =
  | "inside"
  | "below"
  | "above"
  | "undecidable"
  | "not covered"
  | "no period"
  | "not published";

/** One published statement beside the rows of its period, or a period of which nothing is published. */
export interface Comparison {
  readonly key: string;
  readonly period: string;
  readonly span: Span | null;
  readonly statement: Statement | null;
  /** Null where the table does not speak of the period. */
  readonly own: SpanCount | null;
  /** The days of the period of which the table does not speak, before its first and after its last row. */
  readonly gap: { readonly starts: string | null; readonly ends: string | null };
  readonly relation: Relation | null;
  readonly verdict: Verdict;
  /** Own less published. */
  readonly difference: Estimate | null;
  /** Own by published. */
  readonly ratio: Estimate | null;
}

const verdicts: { readonly [relation in Relation]: Verdict } = {
  same: "inside",
  inside: "inside",
  below: "below",
  above: "above",
  around: "undecidable",
  open: "undecidable",
};

/** What a table that covers less than half of a period leaves undecided: with the rest it could be otherwise. */
export const undecided: { readonly [relation in Relation]?: true } = {
  same: true,
  inside: true,
  below: true,
};

/** The periods that must be counted, each once, in the order of the statements. */
export function spansOf(statements: readonly Statement[]): readonly Span[] {
  const once = new Map(statements.flatMap(({ span }) => (span ? [[keyOf(span), span]] : [])));
  return [...once.values()];
}

/**
 * Each statement beside what the rows of its own period come to, and between the first and the last of them
 * the steps of which nothing is published, all in the order of time.
 */
export function compare(
  statements: readonly Statement[],
  counts: SpanCounts,
): readonly Comparison[] {
  const byPeriod = new Map(counts.counts.map((count) => [keyOf(count.span), count]));
  const stated = statements.map((statement) =>
    toComparison(statement, byPeriod.get(statement.span ? keyOf(statement.span) : ""), counts),
  );
  const bare = counts.steps
    .filter(({ span }) => !statements.some((each) => each.span && keyOf(each.span) === keyOf(span)))
    .map((own): Comparison => {
      const [period, rest] = [nameOf(own.span), gapOf(own.span, counts.covers)];
      return { ...nothing, key: keyOf(own.span), period, span: own.span, own, gap: rest };
    });
  return [...stated, ...bare].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const nothing = {
  statement: null,
  relation: null,
  verdict: "not published",
  difference: null,
  ratio: null,
} as const;

function toComparison(
  statement: Statement,
  count: SpanCount | undefined,
  { covers }: SpanCounts,
): Comparison {
  const { figure, span, period } = statement;
  const base = { key: figure.id, period: period || "no period stated", span, statement };
  const open = { ...base, own: null, relation: null, difference: null, ratio: null } as const;
  const noGap = { starts: null, ends: null };
  if (!span || !count) return { ...open, gap: noGap, verdict: "no period" };
  if (!covers || !overlaps(span, covers)) return { ...open, gap: noGap, verdict: "not covered" };
  const [own, published] = [ownQuantity(count), quantityOf(figure)];
  const relation = relationOf(own, published);
  const gap = gapOf(span, covers);
  const isPart = shareOf(span, covers) < 0.5;
  return {
    ...base,
    own: count,
    gap,
    relation,
    verdict: isPart && undecided[relation] ? "undecidable" : verdicts[relation],
    ...numbersOf(own, published),
  };
}

function numbersOf(own: Quantity, published: Quantity | null) {
  return { difference: differenceOf(own, published), ratio: ratioOf(own, published) };
}

/** A twelfth of a period may lie before the first row and after the last one without a word. */
function gapOf(span: Span, covers: Span | null): Comparison["gap"] {
  const length = daysBetween(span.from, span.to) + 1;
  const isLong = (days: number) => days > Math.max(1, length / 12);
  const [starts, ends] = covers
    ? [isLong(daysBetween(span.from, covers.from)), isLong(daysBetween(covers.to, span.to))]
    : [false, false];
  return { starts: starts && covers ? covers.from : null, ends: ends && covers ? covers.to : null };
}

/** The share of a period that lies between the first row and the last. */
function shareOf({ from, to }: Span, covers: Span): number {
  const first = from > covers.from ? from : covers.from;
  const last = to < covers.to ? to : covers.to;
  return (daysBetween(first, last) + 1) / (daysBetween(from, to) + 1);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function keyOf({ from, to }: Span): string {
  return `${from}/${to}`;
}

function orderOf({ span, key }: Comparison): string {
  return `${span?.from ?? "9999"} ${span?.to ?? ""} ${key}`;
}

/** A period of whole years or months, or of days, in words. */
export function nameOf({ from, to }: Span): string {
  const isYears = from.endsWith("-01-01") && to.endsWith("-12-31");
  const isMonth = from.slice(0, 7) === to.slice(0, 7) && from.endsWith("-01");
  const cut = (day: string) => day.slice(0, isYears ? 4 : isMonth ? 7 : 10);
  return formatPeriod({ start: cut(from), end: cut(to) });
}
