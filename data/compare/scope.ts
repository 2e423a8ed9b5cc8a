import type { Figure } from "../figure/figure";
import { describeBasis, formatDate, inSentence, joinWith } from "../figure/format";
import type { Names } from "../figure/names";
import { fold } from "../view/fold";
import { namesPeople } from "./choice";
import { codeOfCountry, nameOfCountry } from "./country";
import { type Aspect, describeValues, type OwnScope, type Values } from "./own-scope";

/** One thing in which the two sides may differ, as each side puts it. */
export interface ScopeLine {
  readonly what: "actor" | "place" | "counted" | "claimed or all" | "period";
  readonly published: string;
  readonly own: string;
  /** Unknown where one side does not say it, or in words that nobody but a person can compare. */
  readonly stands: "same" | "differs" | "unknown";
}

/** What is known of the own table, apart from its numbers. */
export interface OwnSide {
  readonly scope: OwnScope;
  /** The column that is added; null where rows are counted. */
  readonly added: string | null;
  /** The days of the period that the table does not reach. */
  readonly gap: { readonly starts: string | null; readonly ends: string | null };
}

/** What is counted on each side: whose acts, where, of what kind, claimed or all, and when. */
export function scopeOf(figure: Figure, own: OwnSide, names: Names): readonly ScopeLine[] {
  return [
    actorLine(figure, own, names),
    placeLine(figure, own),
    countedLine(figure, own, names),
    claimLine(figure, own),
    ...periodLine(own),
  ];
}

const noColumn = "not stated, no such column";

function say({ scope }: OwnSide, aspect: Aspect): string {
  const said = scope[aspect];
  return (said && describeValues(said.values)) ?? noColumn;
}

function namedIn(values: Values | undefined): readonly string[] {
  return (values ?? []).map(([value]) => value.trim());
}

function actorLine({ actor }: Figure, own: OwnSide, { groups }: Names): ScopeLine {
  const sides = {
    what: "actor",
    published: actor ?? "not stated",
    own: say(own, "actor"),
  } as const;
  const values = namedIn(own.scope.actor?.values);
  if (!actor || !values.some(Boolean)) return { ...sides, stands: "unknown" };
  const known = new Set(
    [actor, ...(groups.find((group) => group.includes(actor)) ?? [])].map(fold),
  );
  const isNamed = (value: string) => namesIn(value).some((name) => known.has(name));
  return { ...sides, stands: values.every(isNamed) ? "same" : "differs" };
}

/** "Islamic State (ISK)" is also "Islamic State" and "ISK". */
function namesIn(value: string): readonly string[] {
  const [, outside = "", inside = ""] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(value) ?? [];
  return [value, outside, inside].filter(Boolean).map(fold);
}

/** A place is the same only where both sides name the same whole countries. */
function placeLine(figure: Figure, own: OwnSide): ScopeLine {
  const { place, countries } = figure;
  const codes = countries?.split(" ") ?? [];
  const published = place ?? (joinWith(codes.map(nameOfCountry), "and") || "not stated");
  const values = namedIn(own.scope.country?.values);
  const [inCountries, inPlaces] = [say(own, "country"), say(own, "place")];
  const said = [inCountries, inPlaces].filter((text) => text !== noColumn).join("; ");
  const sides = { what: "place", published, own: said || noColumn } as const;
  if (published === "not stated" || !values.some(Boolean)) return { ...sides, stands: "unknown" };
  const found = new Set(values.flatMap((value) => codeOfCountry(value) ?? [value]));
  const isSame = found.size === codes.length && codes.every((code) => found.has(code));
  const isWhole = place === null || isOnly(place, codes);
  // A filter by a place within the countries makes the own side narrower than they are.
  const isNarrowed = own.scope.place?.isFiltered ?? false;
  return { ...sides, stands: isSame && isWhole && !isNarrowed ? "same" : "differs" };
}

/** True of a place that names these countries and nothing else. */
function isOnly(place: string, codes: readonly string[]): boolean {
  const named = place.split(/,? and |, /).map((part) => codeOfCountry(part));
  return named.every((code) => code !== null) && named.length === codes.length;
}

/** Words for what is counted only a person can compare; but people are not what is counted in anything else. */
function countedLine(
  { subject, measure, unit }: Figure,
  own: OwnSide,
  { measures }: Names,
): ScopeLine {
  const title = inSentence(measures[measure] ?? measure);
  const types = say(own, "type");
  const said = [own.added === null ? "rows" : `the sum of ${own.added}`, types];
  return {
    what: "counted",
    published: subject && !subject.includes(title) ? `${title}: ${subject}` : (subject ?? title),
    own: said.filter((text) => text !== noColumn).join(": "),
    stands:
      own.added !== null && namesPeople(own.added) && unit !== "people" ? "differs" : "unknown",
  };
}

function claimLine(figure: Figure, own: OwnSide): ScopeLine {
  const { subject } = figure;
  const basis = describeBasis(figure);
  return {
    what: "claimed or all",
    published: /\bclaim/.test(subject ?? "") ? `${subject}, ${basis}` : basis,
    own: say(own, "claim"),
    stands: "unknown",
  };
}

function periodLine({ gap: { starts, ends } }: OwnSide): readonly ScopeLine[] {
  if (!starts && !ends) return [];
  const said = [
    starts && `the table begins on ${formatDate(starts)}`,
    ends && `${starts ? "" : "the table "}ends on ${formatDate(ends)}`,
  ];
  const isDay = starts !== null && starts === ends;
  const own = isDay
    ? `the table is of ${formatDate(starts)} alone`
    : said.filter(Boolean).join(" and ");
  return [{ what: "period", published: "all of it", own, stands: "differs" }];
}
