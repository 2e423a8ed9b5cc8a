import { roundQuotient, roundSum } from "../figure/digits";
import { type Estimate, exactly, multiply, subtract } from "../figure/estimate";
import type { Figure } from "../figure/figure";
import {
  describeBasis,
  describeBounds,
  describeEstimate,
  formatDate,
  formatNumber,
  formatTotal,
  joinWith,
} from "../figure/format";
import type { Names } from "../figure/names";
import type { SpanCount, SpanCounts } from "../open/spans";
import { plural } from "../view/describe";
import { type Comparison, undecided } from "./compare";
import { ownQuantity, quantityOf, type Relation } from "./quantity";
import type { ScopeLine } from "./scope";

/** What is counted of the own table: its rows, or a sum of one of its columns. */
export interface OwnMeasure {
  /** The name of the column that is added; null where rows are counted. */
  readonly added: string | null;
}

/** The own side as a cell shows it: "334", "334–340", "≥ 334"; "–" where the table does not speak. */
export function formatOwn(own: SpanCount | null): string {
  if (!own) return "–";
  const amount = tidy(ownQuantity(own));
  return own.low < 0 && Number.isFinite(own.high) ? saidInWords(amount) : formatTotal(amount, null);
}

/** Sums of binary fractions without their dust. */
function tidy<E extends Estimate>(estimate: E): E {
  const round = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(12)) : value);
  return { ...estimate, low: round(estimate.low), high: round(estimate.high) };
}

/** Why the own side is no single number, in words; "" where it is one. */
export function describeOpen(own: SpanCount): string {
  const said = [
    own.undated > 0 && `${plural(own.undated, "row")} ${have(own.undated)} no date`,
    own.coarse > 0 && `the dates of ${plural(own.coarse, "row")} reach beyond the period`,
    own.unnumbered > 0 && `${plural(own.unnumbered, "row")} ${have(own.unnumbered)} no number`,
  ];
  return said.filter(Boolean).join(", ");
}

const have = (count: number) => (count === 1 ? "has" : "have");

/** "334 rows", "334 to 340 rows (6 rows have no date)", "fatalities 1,204 (334 rows)", "no row". */
export function describeOwn(own: SpanCount, { added }: OwnMeasure): string {
  const open = describeOpen(own);
  const amount = saidInWords(tidy(ownQuantity(own)));
  const rows = plural(own.rows, "row");
  if (added !== null) return `“${added}” ${amount} (${[rows, open].filter(Boolean).join("; ")})`;
  const most = own.low === 0 && own.high > 0 ? `at most ${formatNumber(own.high)}` : amount;
  const number = own.high === 0 ? "no row" : `${most} ${own.high === 1 ? "row" : "rows"}`;
  return open ? `${number} (${open})` : number;
}

function saidInWords({ low, high }: Estimate): string {
  if (low === high) return withSign(low);
  // "At least 0" says nothing.
  if (!Number.isFinite(high))
    return Number.isFinite(low) && low > 0 ? `at least ${formatNumber(low)}` : "unknown";
  return Number.isFinite(low) ? `${withSign(low)} to ${withSign(high)}` : "unknown";
}

function withSign(value: number): string {
  return value < 0 ? `−${formatNumber(-value)}` : formatNumber(value);
}

/** A difference rounded as vaguely as its vaguest side, the same in size whichever side is taken from the other. */
export function roundDifference(comparison: Comparison): Estimate | null {
  const { difference, own, statement } = comparison;
  const published = statement && quantityOf(statement.figure);
  if (!difference || !own || !published) return null;
  const parts = [ownQuantity(own), published];
  if (difference.high > 0) return tidy(roundSum(difference, parts));
  return negate(tidy(roundSum(negate(difference), parts)));
}

function negate(estimate: Estimate): Estimate {
  return subtract(exactly(0), estimate);
}

/** A difference in words: "19 fewer", "at least 50 fewer", "5 fewer to 7 more", "no difference". */
export function describeDifference(difference: Estimate): string {
  const { low, high, isAbout } = difference;
  if (low === 0 && high === 0) return "no difference";
  if (high <= 0) return `${describeBounds(negate(difference), null)} fewer`;
  if (low >= 0) return `${describeBounds(difference, null)} more`;
  const [fewer, more] = [low, high].map(
    (end) => `${isAbout ? "about " : ""}${formatNumber(Math.abs(end))}`,
  );
  if (!Number.isFinite(low)) return Number.isFinite(high) ? `at most ${more} more` : "open";
  return Number.isFinite(high) ? `${fewer} fewer to ${more} more` : `at most ${fewer} fewer`;
}

/** A difference as a cell shows it: "−19", "−5 to +7", "≤ +34". */
export function formatDifference(difference: Estimate): string {
  const { low, high, isAbout } = difference;
  const about = isAbout ? "≈ " : "";
  const signed = (value: number) =>
    value === 0 ? "0" : `${value > 0 ? "+" : "−"}${formatNumber(Math.abs(value))}`;
  if (low === high) return `${about}${signed(low)}`;
  if (!Number.isFinite(low)) return Number.isFinite(high) ? `≤ ${about}${signed(high)}` : "–";
  if (!Number.isFinite(high)) return `≥ ${about}${signed(low)}`;
  return `${about}${signed(low)} to ${signed(high)}`;
}

/** The own side in per cent of the published one: "≈ 95%", "≥ 111%"; "–" where there is no ratio. */
export function formatRatio(ratio: Estimate | null): string {
  if (!ratio) return "–";
  const percent = roundQuotient(multiply(ratio, 100));
  const isOpen = percent.low === 0 && !Number.isFinite(percent.high);
  return isOpen ? "–" : `${formatTotal(percent, null)}%`;
}

const verbs: { readonly [basis: string]: string } = {
  counted: "counts",
  estimated: "estimates",
  claimed: "gives as claimed",
  reported: "reports",
};

/** Who states a figure, behind its number: "that CTC Sentinel counts", "that OSW gives (claimed by Taliban)". */
export function whoStates({ basis, claimant, document }: Figure, { documents }: Names): string {
  const name = documents[document] ?? document;
  const figure = { basis, claimant };
  return claimant
    ? `that ${name} gives (${describeBasis(figure)})`
    : `that ${name} ${verbs[basis] ?? "states"}`;
}

/** A published number with who states it: "the 353 that CTC Sentinel counts"; signs and words stand in quotes. */
function describeStated(figure: Figure, names: Names): string {
  const isPlain = ["exact", "range", "words"].includes(figure.precision);
  const number = describeEstimate(figure);
  return `the ${isPlain ? number : `“${number}”`} ${whoStates(figure, names)}`;
}

/** How the own side stands to the published number, as the end of a sentence. */
export function describeVerdict(comparison: Comparison, names: Names): string {
  const { statement, relation, verdict } = comparison;
  if (!statement || !relation) return "and no statement beside it is of exactly that period";
  const stated = describeStated(statement.figure, names);
  const difference = roundDifference(comparison);
  const words = statement.figure.precision === "words";
  const said: { readonly [relation in Relation]: string } = {
    below: `${difference ? describeDifference(difference) : "fewer"} than ${stated}`,
    above: `${difference ? describeDifference(difference) : "more"} than ${stated}`,
    same: `the same as ${stated}`,
    inside: `which fits ${stated}`,
    around: `which may or may not be ${stated}`,
    open: words
      ? `beside ${stated}, which is no number`
      : `which ${stated} neither confirms nor excludes`,
  };
  const isPart = verdict === "undecidable" && relation in undecided;
  if (!isPart) return said[relation];
  const inside = relation === "inside" ? `which lies within ${stated}` : said[relation];
  return `${inside}, though the table covers less than half of the period`;
}

/**
 * "Own table: 334 rows for 2021, 19 fewer than the 353 that CTC Sentinel counts; scopes differ: …". Where it
 * is short it names what differs without what each side says.
 */
export function describeComparison(
  comparison: Comparison,
  own: OwnMeasure,
  scope: readonly ScopeLine[],
  { covers }: Pick<SpanCounts, "covers">,
  names: Names,
  isShort = false,
): string {
  const { statement, verdict, period } = comparison;
  const figure = statement?.figure;
  const published = figure && describeStated(figure, names);
  if (verdict === "no period")
    return `Own table: nothing can be held against ${published}, of which no period is stated.`;
  if (verdict === "not covered" || !comparison.own)
    return `Own table: ${reach(covers)}, so it says nothing of ${period}${published ? `, for which nothing stands beside ${published}` : ""}.`;
  const said = `Own table: ${describeOwn(comparison.own, own)} for ${period}, ${describeVerdict(comparison, names)}`;
  return `${[said, ...(isShort ? nameScope(scope) : describeScope(scope))].join("; ")}.`;
}

function reach(covers: SpanCounts["covers"]): string {
  if (!covers) return "no row has a date";
  if (covers.from === covers.to) return `all rows with a date are of ${formatDate(covers.from)}`;
  return `its rows run from ${formatDate(covers.from)} to ${formatDate(covers.to)}`;
}

/** What differs, by name alone. */
function nameScope(scope: readonly ScopeLine[]): readonly string[] {
  const differs = scope.filter(({ stands }) => stands === "differs").map(({ what }) => what);
  return differs.length > 0 ? [`scopes differ: ${joinWith(differs, "and")}`] : [];
}

/** What differs and what is not known, both sides named. */
export function describeScope(scope: readonly ScopeLine[]): readonly string[] {
  const list = (stands: ScopeLine["stands"]) =>
    scope
      .filter((line) => line.stands === stands)
      .map(({ what, published, own }) => `${what} (own: ${own}; published: ${published})`)
      .join(", ");
  const [differs, unknown] = [list("differs"), list("unknown")];
  return [
    ...(differs ? [`scopes differ: ${differs}`] : []),
    ...(unknown ? [`to be judged: ${unknown}`] : []),
  ];
}

/** Each verdict in a word or two, for a table. */
export const verdictTitles: { readonly [verdict in Comparison["verdict"]]: string } = {
  inside: "fits",
  below: "below",
  above: "above",
  undecidable: "cannot be told",
  "not covered": "not covered",
  "no period": "no period stated",
  "not published": "no statement",
};
