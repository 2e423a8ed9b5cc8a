import { loosen, roundQuotient, roundSum } from "../figure/digits";
import { changeInPercent, type Estimate, exactly, subtract, toEstimate } from "../figure/estimate";
import type { Figure } from "../figure/figure";
import { formatTotal } from "../figure/format";
import { measuredUnits } from "../figure/unit";
import { compareText } from "../table/order";
import { firstOf, notOneOf, quote } from "../table/problem";
import { byFact, type CountingRule, everyStatement, ruleOf } from "../view/counting-rule";
import { notAPage, parsePage } from "../view/page";
import { withoutTracking } from "../view/tracking.mjs";

/** How the statements of a fact stand to one another. */
export type Verdict = "contradict" | "compatible" | "agree";

/** One fact, as all documents that state it put it. */
export interface Disagreement {
  readonly fact: string;
  /** Statements in the order of the sheets, repeats left out. */
  readonly statements: readonly Figure[];
  readonly repeats: number;
  /** Documents that make a statement of their own and do not follow another one that does. */
  readonly independent: number;
  readonly verdict: Verdict;
  /** Pairs that cannot both be true. */
  readonly contradictions: readonly (readonly [Figure, Figure])[];
  /** Highest − lowest of the statements that are closed on both sides; null under two of them. */
  readonly difference: Estimate | null;
  /** The same in per cent of the lowest; null where that is nothing, or the numbers are percentages. */
  readonly percent: Estimate | null;
}

export const verdicts: { readonly [verdict in Verdict]: { title: string; says: string } } = {
  contradict: {
    title: "contradict",
    says: "Two statements at least cannot both be true: no number lies in both.",
  },
  compatible: {
    title: "compatible",
    says: "The statements differ, but some number fits any two of them; words fit anything.",
  },
  agree: { title: "agree", says: "All statements give the same value with the same precision." },
};

/**
 * Every fact that is stated twice, or in two documents; the widest spread first. `follows` names,
 * for a document, the one it follows: where both state a fact, they are one source.
 */
export function toDisagreements(
  figures: readonly Figure[],
  follows: { readonly [document: string]: string },
): readonly Disagreement[] {
  return [...byFact(figures)]
    .filter(([, members]) => isStatedTwice(members))
    .map(([fact, members]) => toDisagreement(fact, members, follows))
    .toSorted(
      (a, b) => spreadOf(b) - spreadOf(a) || rank(b) - rank(a) || compareText(a.fact, b.fact),
    );
}

/** How the page of disagreements lists its facts. */
export interface Order {
  readonly sort: "-spread" | "spread" | "fact";
  /** Facts on which documents agree are listed too. */
  readonly agree: boolean;
  /** Which page of the list, from 1. */
  readonly page: number;
}

const orders: {
  readonly [sort in Order["sort"]]: (all: readonly Disagreement[]) => readonly Disagreement[];
} = {
  "-spread": (all) => all,
  spread: (all) => all.toReversed(),
  fact: (all) => all.toSorted((a, b) => compareText(a.fact, b.fact)),
};

/** The facts that an order lists, of all in their first order, in the order it asks for. */
export function arrange(
  all: readonly Disagreement[],
  { sort, agree }: Pick<Order, "sort" | "agree">,
) {
  return orders[sort](agree ? all : all.filter(({ verdict }) => verdict !== "agree"));
}

/** A query of the page → the order it asks for, and a line for each part that says nothing. */
export function parseOrder(
  query: URLSearchParams,
  documents: readonly string[] = [],
): { order: Order; count: CountingRule; problems: readonly string[] } {
  const rule = ruleOf(query, documents);
  const sorts = Object.keys(orders) as Order["sort"][];
  const sort = sorts.find((each) => each === query.get("_sort"));
  const agree = query.get("_agree") === "show";
  const page = parsePage(query.get("_page") ?? "");
  const others = [...withoutTracking(query).keys()].filter(
    (key) => !["_sort", "_agree", "_count", "_version", "_page"].includes(key),
  );
  const problems = [
    ...rule.problems,
    ...(query.has("_sort") && !sort ? [notOneOf("_sort", query.get("_sort") ?? "", sorts)] : []),
    ...(query.has("_agree") && !agree
      ? [`_agree: expected show, found ${quote(query.get("_agree") ?? "")}`]
      : []),
    ...(query.has("_page") && page === null ? [notAPage(query.get("_page") ?? "")] : []),
    ...others.map((key) => `${quote(key)}: expected one of _sort, _agree`),
  ];
  const order = { sort: sort ?? "-spread", agree, page: page ?? 1 };
  return { order, count: rule.count, problems: firstOf(problems) };
}

/** The query of an order; inverse of `parseOrder`. */
export function formatOrder(
  { sort, agree, page }: Order,
  count: CountingRule = everyStatement,
): string {
  const rule = count === everyStatement ? "" : `&_count=${count}`;
  return `_sort=${sort}${agree ? "&_agree=show" : ""}${page > 1 ? `&_page=${page}` : ""}${rule}`;
}

function isStatedTwice(members: readonly Figure[]): boolean {
  const statements = members.filter(({ echoes }) => echoes === null);
  const documents = new Set(members.map(({ document }) => document));
  return statements.length > 1 || (statements.length === 1 && documents.size > 1);
}

function toDisagreement(
  fact: string,
  members: readonly Figure[],
  follows: { readonly [document: string]: string },
): Disagreement {
  const statements = members.filter(({ echoes }) => echoes === null);
  const documents = new Set(statements.map(({ document }) => document));
  const pairs = statements.flatMap((a, index) =>
    statements.slice(index + 1).map((b) => [a, b] as const),
  );
  const contradictions = pairs.filter(([a, b]) => !canBothBeTrue(a, b));
  const same = pairs.every(([a, b]) => isSame(a, b));
  return {
    fact,
    statements,
    repeats: members.length - statements.length,
    independent: countIndependent(documents, follows),
    verdict: contradictions.length > 0 ? "contradict" : same ? "agree" : "compatible",
    contradictions,
    ...toSpread(statements),
  };
}

/** Documents of which no other one is in the chain that they follow; one at least, even in a circle. */
function countIndependent(
  documents: ReadonlySet<string>,
  follows: { readonly [document: string]: string },
): number {
  const isFollower = (id: string) => {
    const seen = new Set([id]);
    for (let next = follows[id]; next && !seen.has(next); next = follows[next]) {
      if (documents.has(next)) return true;
      seen.add(next);
    }
    return false;
  };
  const count = [...documents].filter((id) => !isFollower(id)).length;
  return Math.max(count, Math.min(1, documents.size));
}

function toSpread(statements: readonly Figure[]): Pick<Disagreement, "difference" | "percent"> {
  const closed = statements.filter(isClosed).flatMap((figure) => toEstimate(figure) ?? []);
  if (closed.length < 2) return { difference: null, percent: null };
  const isAbout = closed.some((each) => each.isAbout);
  const [lowest, highest] = endsOf(closed);
  const percent = statements[0]?.unit === "percent" ? null : changeInPercent(lowest, highest);
  const loose = changeInPercent(...endsOf(closed.map(loosen)));
  return {
    difference: roundSum({ ...subtract(highest, lowest), isAbout }, closed),
    percent: percent && roundQuotient({ ...percent, isAbout }, loose ?? percent),
  };
}

function endsOf(estimates: readonly Estimate[]): [lowest: Estimate, highest: Estimate] {
  const lowest = Math.min(...estimates.map(({ low }) => low));
  return [exactly(lowest), exactly(Math.max(...estimates.map(({ high }) => high)))];
}

/**
 * How far apart the statements of a fact are, as a reader may be told: "The exact counts differ by 1
 * (0.7%), computed." Bounds and words do not count.
 */
export function describeSpread({ statements, difference, percent }: Disagreement): string {
  if (!difference) return "Too few exact numbers to measure a gap.";
  const closed = statements.filter(isClosed);
  const isExact = closed.every(({ precision }) => precision === "exact");
  const isMeasured = measuredUnits.includes(closed[0]?.unit ?? "");
  const numbers = `${isExact ? "exact " : ""}${isExact && !isMeasured ? "counts" : "numbers"}`;
  if (difference.high === 0)
    return `The ${numbers} are ${difference.isAbout ? "about " : ""}the same.`;
  const verb = closed.some(({ best }) => best === null) ? "are up to" : "differ by";
  const points = closed[0]?.unit === "percent" ? " percentage points" : "";
  const gap = `${formatTotal(difference, null)}${points}${verb === "are up to" ? " apart" : ""}`;
  const share = percent
    ? ` (${formatTotal({ ...percent, isAbout: difference.isAbout }, "percent")})`
    : "";
  return `The ${numbers} ${verb} ${gap}${share}, computed.`;
}

/** False of a statement that bounds its number on one side only. */
function isClosed({ low, best, high }: Figure): boolean {
  return best !== null || (low !== null && high !== null);
}

function isSame(a: Figure, b: Figure): boolean {
  const names = ["low", "best", "high", "precision"] as const;
  const words = a.precision !== "words" || a.as_printed === b.as_printed;
  return words && names.every((name) => a[name] === b[name]);
}

/**
 * True where some number fits both statements. Words fit anything. An approximate number reaches half
 * a unit of its last digit that is not 0, to either side (about 1,100 fits 1,050 to 1,150); a range
 * the finer of its two units. What is counted one by one has no number between 139 and 140.
 */
export function canBothBeTrue(a: Figure, b: Figure): boolean {
  const [first, second] = [toEstimate(a), toEstimate(b)];
  if (!first || !second) return true;
  const [x, y] = [loosened(first, a.unit), loosened(second, b.unit)];
  return isBelow(x, y) && isBelow(y, x);
}

function isBelow(a: Estimate, b: Estimate): boolean {
  return a.isLowStrict || b.isHighStrict ? a.low < b.high : a.low <= b.high;
}

function loosened(estimate: Estimate, unit: string): Estimate {
  if (estimate.isAbout) return loosen(estimate);
  if (measuredUnits.includes(unit)) return estimate;
  const { low, high, isLowStrict, isHighStrict } = estimate;
  const from = isLowStrict ? low + 1 : low;
  return { ...exactly(from), high: isHighStrict ? high - 1 : high };
}

/** The number that facts sort by: contradictions by their difference, then the others. */
function spreadOf({ difference }: Disagreement): number {
  return difference?.high ?? -1;
}

function rank({ verdict }: Disagreement): number {
  return ["agree", "compatible", "contradict"].indexOf(verdict);
}
