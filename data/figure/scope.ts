import { firstDay, lastDay, spanOf } from "../table/period";
import type { Figure } from "./figure";
import { describeBasis, formatDate, formatPeriod, inSentence, joinWith } from "./format";
import type { Names } from "./names";

/** What the numbers of a total are numbers of: every field holds what its figures say, each once. */
export interface Scope {
  readonly measure: string;
  /** What all of them count; null where they count different things. */
  readonly subject: string | null;
  readonly unit: string;
  /** Whose acts they are; "" where a figure names nobody. */
  readonly actors: readonly string[];
  /** How they are known and by whom: "reported", "claimed by Taliban". */
  readonly bases: readonly string[];
  /** In the order of time, those that follow one another as one; "" where none is stated. */
  readonly periods: readonly string[];
  readonly places: readonly string[];
  /** The codes of the countries of these places. */
  readonly countries: readonly string[];
  /** From the first to the last date that any of them speaks of; "" where none is stated. */
  readonly extent: string;
}

/** What figures of one measure cover together. */
export function toScope(figures: readonly Figure[], { measures }: Names): Scope | null {
  const sorted = figures.toSorted((a, b) => order(keyOf(a), keyOf(b)));
  const [first] = sorted;
  if (!first) return null;
  return {
    measure: measures[first.measure] ?? first.measure,
    subject: sorted.every(({ subject }) => subject === first.subject) ? first.subject : null,
    unit: first.unit,
    actors: distinct(sorted.map(({ actor }) => actor ?? "")),
    bases: distinct(sorted.map(describeBasis)),
    periods: periodsOf(sorted),
    places: distinct(sorted.map(({ place }) => place ?? "")),
    countries: distinct(sorted.flatMap(({ countries }) => countries?.split(" ") ?? [])),
    extent: extentOf(sorted),
  };
}

/**
 * "attacks claimed by ISK; actor ISK; 2020–2023; Afghanistan and Khyber Pakhtunkhwa; counted".
 * What is added names all its actors and claimants; where nothing is added, many are given by their number.
 */
export function describeScope(scope: Scope, isAdded: boolean): string {
  const { actors, bases } = scope;
  return [
    sayMeasure(scope),
    sayActors(actors, isAdded),
    sayPeriods(scope),
    sayPlaces(scope),
    sayBases(bases, isAdded),
  ]
    .filter(Boolean)
    .join("; ");
}

/** "attacks claimed by ISK", "arrested (suspects linked to Daesh)": the measure, and what all figures count. */
function sayMeasure({ measure, subject }: Scope): string {
  const said = inSentence(measure);
  if (!subject) return said;
  return subject.startsWith(`${said} `) ? subject : `${said} (${subject})`;
}

function sayActors(actors: readonly string[], isAdded: boolean): string {
  const named = actors.filter(Boolean);
  if (named.length === 0) return "";
  const silent = named.length < actors.length ? ["none stated"] : [];
  const noun = named.length === 1 && silent.length === 0 ? "actor" : "actors";
  if (!isAdded && named.length > 3) return `${named.length} actors`;
  return `${noun} ${joined([...named, ...silent])}`;
}

function sayPeriods({ periods, extent }: Scope): string {
  if (periods.every((period) => period === "")) return "";
  if (periods.length > 3) return `${periods.filter(Boolean).length} periods ${extent}`;
  return joined(periods.map((period) => period || "no period stated"));
}

function sayPlaces({ places, countries }: Scope): string {
  if (places.every((place) => place === "")) return "";
  if (places.length <= 2) return joined(places.map((place) => place || "no place stated"));
  const number = places.filter(Boolean).length;
  if (countries.length === 0) return `${number} places`;
  return `${number} places in ${countries.length === 1 ? "one country" : `${countries.length} countries`}`;
}

function sayBases(bases: readonly string[], isAdded: boolean): string {
  const said = isAdded || bases.length <= 3 ? bases : [...new Set(bases.map(withoutClaimant))];
  return said.length > 1 ? joined(said.map((basis) => `partly ${basis}`)) : joined(said);
}

/** How something is known, without who says so: "claimed by Taliban" → "claimed". */
function withoutClaimant(basis: string): string {
  return basis.replace(/,? (?:by|from) .*/, "");
}

/** "A and B"; "Kabul, and Afghanistan and Pakistan" where one of the names has an "and" or a comma of its own. */
function joined(values: readonly string[]): string {
  const isPlain = values.length < 2 || values.every((value) => !/ and |,/.test(value));
  return isPlain
    ? joinWith(values, "and")
    : `${values.slice(0, -1).join(", ")}, and ${values.at(-1)}`;
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

/** "from 2016 to May 2024": the first and the last date that figures speak of. */
function extentOf(figures: readonly Figure[]): string {
  const dates = figures.flatMap(({ start, end, as_of }) =>
    [start ?? as_of, start === null ? as_of : (end ?? start)].filter((date) => date !== null),
  );
  const first = dates.toSorted((a, b) => order(firstDay(a), firstDay(b)))[0];
  const last = dates.toSorted((a, b) => order(lastDay(a), lastDay(b))).at(-1);
  if (!first || !last) return "";
  return first === last
    ? `of ${formatDate(first)}`
    : `from ${formatDate(first)} to ${formatDate(last)}`;
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
