import { type Figure, middleOf } from "../figure/figure";
import { compareText, groupBy } from "../table/order";
import { firstDay } from "../table/period";
import { firstOf as firstOfProblems, notOneOf, type Parsed } from "../table/problem";

/** How to choose among the statements of one fact: a rule's name, or the id of a document. */
export type CountingRule = string;

export const everyStatement = "all";

interface CountRule {
  readonly title: string;
  readonly says: string;
  /** Puts the statement to keep first; none of them repeats another. */
  readonly order: (statements: readonly Figure[], published: PublicationDates) => readonly Figure[];
}

/** When each document was published, by its id. */
export type PublicationDates = { readonly [document: string]: string };

const byLeast = (statements: readonly Figure[]) =>
  statements.toSorted((a, b) => least(a) - least(b) || openness(a) - openness(b));

const byMiddle = (statements: readonly Figure[]) =>
  statements.toSorted((a, b) => middle(a) - middle(b) || openness(a) - openness(b));

/** The values of `_count` → the rule they ask for: one for all statements, a rule's name, or a document's id. */
export function parseRule(
  [value = "", ...more]: readonly string[],
  documents: readonly string[],
): Parsed<CountingRule> {
  const known = [everyStatement, ...Object.keys(countingRules), ...documents];
  if (more.length === 0 && known.includes(value)) return value;
  return { problem: notOneOf("_count", value, known) };
}

/** The rule that the query of a page without a view asks for, and a line where it means nothing. */
export function ruleOf(
  query: URLSearchParams,
  documents: readonly string[],
): { count: CountingRule; problems: readonly string[] } {
  const values = query.getAll("_count");
  const rule = values.length > 0 ? parseRule(values, documents) : everyStatement;
  return typeof rule === "string"
    ? { count: rule, problems: [] }
    : { count: everyStatement, problems: firstOfProblems([rule.problem]) };
}

/** The rules in the order in which a reader is offered them. */
export const countingRules: { readonly [rule: string]: CountRule } = {
  lowest: {
    title: "Lowest",
    says: "The statement with the smallest number, as ACLED takes the most conservative of several reports. A bound stays a bound: of 139 and more than 130, more than 130 is kept.",
    order: byLeast,
  },
  highest: {
    title: "Highest",
    says: "The statement with the largest number: the upper end that UCDP publishes as high, and Iraq Body Count as its maximum. A bound stays a bound.",
    order: (statements) =>
      statements.toSorted((a, b) => most(b) - most(a) || openness(a) - openness(b)),
  },
  median: {
    title: "Median",
    says: "The middle statement by its number, the lower of two. A range counts by its middle, a bound by the number it states. It is a statement that was made, like UCDP’s best, and never an average.",
    order: (statements) => {
      const sorted = byMiddle(statements);
      const at = Math.floor((sorted.length - 1) / 2);
      return [...sorted.slice(at), ...sorted.slice(0, at)];
    },
  },
  latest: {
    title: "Latest",
    says: "The statement of the latest date: the date it is stated for, else the date of its document. A month or a year counts as its first day, so that a vague date never beats a precise one.",
    order: (statements, published) =>
      statements.toSorted(
        (a, b) => compareText(statedOn(b, published), statedOn(a, published)) || laterIn(a, b),
      ),
  },
};

/** What the rule of a preferred document says; the document stands in place of the rule's name. */
export const preferredSays =
  "The statement of the document you prefer, also where it is made in words or repeats another document’s; the most exact one where it makes several, a number before words. Where it makes none, the median of the others.";

function preferring(document: string): Choice {
  return (statements, published) => {
    const own = statements.filter((statement) => statement.document === document);
    const roots = own.map(({ echoes }) => echoes);
    const said = firstOf(
      own,
      statements.filter(({ id }) => roots.includes(id)),
    );
    return said.length > 0 ? said.toSorted(byOpenness)[0] : byRule("median")(statements, published);
  };
}

/** Chooses the statement of a fact to keep. */
type Choice = (statements: readonly Figure[], published: PublicationDates) => Figure | undefined;

/** Words only where there is no number, and a repeat only where what it repeats is not there. */
function byRule(rule: string): Choice {
  return (statements, published) => {
    const candidates = firstOf(statements);
    const numbers = candidates.filter((statement) => middleOf(statement) !== null);
    const chosen = numbers.length > 0 ? numbers : candidates;
    return (countingRules[rule]?.order(chosen, published) ?? chosen)[0];
  };
}

/** The first list without its repeats, else the next one, else the first as it is. */
function firstOf(...lists: readonly (readonly Figure[])[]): readonly Figure[] {
  const [own, ...others] = lists.map((list) => list.filter(({ echoes }) => echoes === null));
  return [own, ...others].find((list) => list && list.length > 0) ?? lists[0] ?? [];
}

/**
 * Keeps one statement of each fact, as the rule chooses; a figure that no other one disputes stays.
 * Words are kept only where no statement of the fact has a number, or where the preferred document
 * says it in words; they are never turned into a number, nor is one put in their place. Repeats are no
 * statements of their own. Done twice, it changes nothing more.
 */
export function applyCountingRule(
  figures: readonly Figure[],
  count: CountingRule,
  published: PublicationDates,
): readonly Figure[] {
  if (count === everyStatement) return figures;
  const choose = Object.hasOwn(countingRules, count) ? byRule(count) : preferring(count);
  const kept = new Set(
    [...byFact(figures).values()].map((statements) => choose(statements, published)),
  );
  return figures.filter((figure) => figure.fact === null || kept.has(figure));
}

/** The figures of each fact, in their order. */
export function byFact(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const stated = figures.flatMap((figure) =>
    figure.fact === null ? [] : [{ figure, fact: figure.fact }],
  );
  const facts = groupBy(stated, ({ fact }) => fact);
  return new Map([...facts].map(([fact, members]) => [fact, members.map(({ figure }) => figure)]));
}

function least({ low, best, high }: Figure): number {
  return low ?? best ?? high ?? 0;
}

function most({ low, best, high }: Figure): number {
  return high ?? best ?? low ?? 0;
}

function middle(figure: Figure): number {
  return middleOf(figure) ?? 0;
}

/** Among equal numbers the more exact statement goes first. */
function openness({ precision }: Figure): number {
  const order = ["exact", "about", "range", "about range", "at least", "up to"];
  const index = order.indexOf(precision);
  return index < 0 ? order.length + Number(precision === "words") : index;
}

function byOpenness(a: Figure, b: Figure): number {
  return openness(a) - openness(b);
}

/** Of two statements of one document, the one further on comes first. */
function laterIn(a: Figure, b: Figure): number {
  return a.document === b.document ? b.paragraph - a.paragraph : 0;
}

function statedOn({ as_of, document }: Figure, published: PublicationDates): string {
  return firstDay(as_of ?? published[document] ?? "0000");
}
