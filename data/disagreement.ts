import { byFact } from "./count";
import { divide, type Estimate, exactly, subtract, toEstimate } from "./estimate";
import type { Figure } from "./figure";

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
  /** Highest ÷ lowest of the same. */
  readonly ratio: Estimate | null;
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
    .toSorted((a, b) => spreadOf(b) - spreadOf(a) || rank(b) - rank(a) || compare(a.fact, b.fact));
}

function isStatedTwice(members: readonly Figure[]): boolean {
  const statements = members.filter(({ echoes }) => echoes === null);
  return statements.length > 1 || new Set(members.map(({ document }) => document)).size > 1;
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
    independent: [...documents].filter((id) => !documents.has(follows[id] ?? "")).length,
    verdict: contradictions.length > 0 ? "contradict" : same ? "agree" : "compatible",
    contradictions,
    ...toSpread(statements),
  };
}

function toSpread(statements: readonly Figure[]): Pick<Disagreement, "difference" | "ratio"> {
  const closed = statements.filter(isClosed).flatMap((figure) => toEstimate(figure) ?? []);
  if (closed.length < 2) return { difference: null, ratio: null };
  const isAbout = closed.some((each) => each.isAbout);
  const highest = exactly(Math.max(...closed.map(({ high }) => high)));
  const lowest = exactly(Math.min(...closed.map(({ low }) => low)));
  const ratio = divide(highest, lowest);
  return {
    difference: { ...subtract(highest, lowest), isAbout },
    ratio: ratio && { ...ratio, isAbout },
  };
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
 * a unit of its last digit that is not 0, to either side (about 1,100 fits 1,050 to 1,150).
 */
export function canBothBeTrue(a: Figure, b: Figure): boolean {
  const [first, second] = [toEstimate(a), toEstimate(b)];
  if (!first || !second) return true;
  const [x, y] = [loosened(first), loosened(second)];
  return isBelow(x, y) && isBelow(y, x);
}

function isBelow(a: Estimate, b: Estimate): boolean {
  return a.isLowStrict || b.isHighStrict ? a.low < b.high : a.low <= b.high;
}

function loosened(estimate: Estimate): Estimate {
  if (!estimate.isAbout) return estimate;
  const { low, high } = estimate;
  return { ...estimate, low: low - halfUnit(low), high: high + halfUnit(high) };
}

/** Half a unit of the last digit that is not 0: 1,100 → 50, 174 → 0.5, 33.3 → 0.05. */
export function halfUnit(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const [, digits = "", decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
  if (decimals) return 10 ** -decimals.length / 2;
  return 10 ** (digits.length - digits.replace(/0+$/, "").length) / 2;
}

/** The number that facts sort by: contradictions by their difference, then the others. */
function spreadOf({ difference }: Disagreement): number {
  return difference?.high ?? -1;
}

function rank({ verdict }: Disagreement): number {
  return ["agree", "compatible", "contradict"].indexOf(verdict);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
