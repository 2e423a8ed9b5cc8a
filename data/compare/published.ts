import type { Figure } from "../figure/figure";
import { formatPeriod } from "../figure/format";
import type { Names } from "../figure/names";
import { groupBy } from "../table/order";
import { firstDay, lastDay, type Span } from "../table/period";

/** A published figure that a count of rows can be held against, with the days that it covers. */
export interface Statement {
  readonly figure: Figure;
  /** Null where no period is stated, or only the date at which it was said. */
  readonly span: Span | null;
  /** The period in words. */
  readonly period: string;
}

/** Statements of one thing: the same actor, subject, place and claimant, or of the same fact. */
export interface PublishedSeries {
  /** The id of its first figure, by which an address calls it. */
  readonly id: string;
  readonly title: string;
  readonly statements: readonly Statement[];
}

/** True of a measure of which rows can be counted or added: what happened over a period. */
export function isComparable(measure: string, { kinds }: Pick<Names, "kinds">): boolean {
  return kinds[measure]?.kind === "flow";
}

/** The statements of one measure in the order of time; a repeat of an earlier figure is none of its own. */
export function statementsOf(figures: readonly Figure[], measure: string): readonly Statement[] {
  return figures
    .filter((figure) => figure.measure === measure && figure.echoes === null)
    .map((figure) => ({ figure, span: periodOf(figure), period: formatPeriod(figure) }))
    .toSorted((a, b) => order(keyOf(a), keyOf(b)));
}

/** The days of the period that a figure states; the date of a statement is none. */
function periodOf({ start, end }: Figure): Span | null {
  return start === null ? null : { from: firstDay(start), to: lastDay(end ?? start) };
}

function keyOf({ span, figure }: Statement): string {
  return `${span?.from ?? "9999"} ${span?.to ?? ""} ${figure.id}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The statements by what they count; those with most periods first. What shares a fact is of one series. */
export function seriesOf(statements: readonly Statement[]): readonly PublishedSeries[] {
  const groups = [...groupBy(statements, ({ figure }) => scopeKey(figure)).values()];
  return joinFacts(groups)
    .map((own): PublishedSeries => {
      const [first] = own;
      return { id: first?.figure.id ?? "", title: first ? titleOf(first) : "", statements: own };
    })
    .toSorted((a, b) => periodsIn(b) - periodsIn(a) || order(a.title, b.title));
}

function scopeKey({ actor, subject, place, claimant }: Figure): string {
  return JSON.stringify([actor, subject, place, claimant]);
}

/** Groups that state a fact together become one, in the order of time. */
function joinFacts(groups: readonly (readonly Statement[])[]): readonly (readonly Statement[])[] {
  const joined: Statement[][] = [];
  const factsOf = (own: readonly Statement[]) => own.flatMap(({ figure }) => figure.fact ?? []);
  for (const group of groups) {
    const facts = new Set(factsOf(group));
    const [into, ...others] = joined.filter((own) => factsOf(own).some((fact) => facts.has(fact)));
    if (!into) {
      joined.push([...group]);
      continue;
    }
    into.push(...group, ...others.flat());
    for (const other of others) joined.splice(joined.indexOf(other), 1);
  }
  return joined.map((own) => own.toSorted((a, b) => order(keyOf(a), keyOf(b))));
}

function titleOf({ figure: { subject, place, claimant, actor } }: Statement): string {
  const parts = [subject ?? actor, place, claimant && `according to ${claimant}`];
  return parts.filter(Boolean).join(", ");
}

/** How many different periods a series states. */
export function periodsIn({ statements }: Pick<PublishedSeries, "statements">): number {
  return new Set(statements.flatMap(({ span }) => (span ? `${span.from}/${span.to}` : []))).size;
}
