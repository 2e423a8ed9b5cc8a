import { lastDay, spanOf } from "../table/period";
import type { Figure } from "./figure";
import { formatPeriod, inSentence, joinWith } from "./format";
import type { Names } from "./names";

/** What the numbers of a total are numbers of: every field holds what its figures say, each once. */
export interface Scope {
  readonly measure: string;
  readonly unit: string;
  /** Whose acts they are; "" where a figure names nobody. */
  readonly actors: readonly string[];
  /** How they are known and by whom: "reported", "claimed by Taliban". */
  readonly bases: readonly string[];
  /** In the order of time, those that follow one another as one; "" where none is stated. */
  readonly periods: readonly string[];
  readonly places: readonly string[];
}

/** What figures of one measure cover together. */
export function toScope(figures: readonly Figure[], { measures }: Names): Scope | null {
  const sorted = figures.toSorted((a, b) => order(keyOf(a), keyOf(b)));
  const [first] = sorted;
  if (!first) return null;
  return {
    measure: measures[first.measure] ?? first.measure,
    unit: first.unit,
    actors: distinct(sorted.map(({ actor }) => actor ?? "")),
    bases: distinct(sorted.map(basisOf)),
    periods: periodsOf(sorted),
    places: distinct(sorted.map(({ place }) => place ?? "")),
  };
}

/** "attacks, ISK, 2020–2023, Afghanistan and Khyber Pakhtunkhwa, counted". */
export function describeScope({ measure, actors, bases, periods, places }: Scope): string {
  const partly = bases.length > 1 ? bases.map((basis) => `partly ${basis}`) : bases;
  return [
    inSentence(measure),
    listed(actors, "actor", "no actor stated", actors.length),
    listed(periods, "period", "no period stated", 3),
    listed(places, "place", "no place stated", 2),
    joinWith(partly, "and"),
  ]
    .filter(Boolean)
    .join(", ");
}

/** A few by their names, more by their number; nothing where none of the figures says any. */
function listed(values: readonly string[], noun: string, none: string, most: number): string {
  if (values.every((value) => value === "")) return "";
  if (values.length > most) return `${values.length} ${noun}s`;
  const said = values.map((value) => value || none);
  // "Afghanistan and Khyber Pakhtunkhwa" is one place: no second "and" may stand beside it.
  return said.some((value) => value.includes(" and ")) ? said.join("; ") : joinWith(said, "and");
}

function basisOf({ basis, claimant }: Figure): string {
  return claimant ? `${basis} by ${claimant}` : basis;
}

/** Periods of figures in the order of time; one that begins on the day after another ends is joined to it. */
function periodsOf(figures: readonly Figure[]): readonly string[] {
  const dated = figures.filter((figure) => spanOf(figure) !== null);
  const once = new Map(dated.map((figure) => [formatPeriod(figure), figure]));
  const joined: Figure[] = [];
  for (const figure of once.values()) {
    const before = joined.at(-1);
    if (before && follows(before, figure))
      joined[joined.length - 1] = { ...before, end: figure.end ?? figure.start };
    else joined.push(figure);
  }
  const undated = dated.length < figures.length ? [""] : [];
  return [...distinct(joined.map(formatPeriod)), ...undated];
}

function follows(a: Figure, b: Figure): boolean {
  if (a.start === null || b.start === null) return false;
  const next = new Date(`${lastDay(a.end ?? a.start)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return spanOf(b)?.from === next.toISOString().slice(0, 10);
}

/** Orders by time, then by id, so that the order of the rows changes nothing. */
function keyOf(figure: Figure): string {
  const span = spanOf(figure);
  return `${span?.from ?? "9999"} ${span?.to} ${figure.id}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted((a, b) => Number(a === "") - Number(b === ""));
}
