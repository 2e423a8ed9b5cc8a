import { fold } from "../view/fold";

/** What of a scope a column of a reader's table can say. */
export const aspects = ["actor", "country", "place", "type", "claim"] as const;
export type Aspect = (typeof aspects)[number];

/** Words of a heading by which a column is known, the surest first. */
const headings: { readonly [aspect in Aspect]: readonly RegExp[] } = {
  actor: [/^(actor|group|perpetrator|gname)( ?1| name)?$/, /\b(actor|perpetrator|group|gname)\b/],
  country: [/^(country|countries|nation|state|admin ?0)( name| txt)?$/, /\bcountry\b|^iso ?[23]?$/],
  place: [
    /^(place|province|region|admin ?1|provstate)$/,
    /\b(place|province|region|district|location|city)\b/,
  ],
  type: [
    /^(event|attack|incident) ?type( ?1)?( txt)?$/,
    /^(type|kind|category)$|\b(type|category)\b/,
  ],
  claim: [/^claim(ed)?( by)?$/, /\b(claim(ed|ant)?|responsib\w+|attribution)\b/],
};

/** The columns of a table that say something of its scope, by their headings. */
export function scopeColumns(columns: readonly { readonly id: string; readonly name: string }[]): {
  readonly [aspect in Aspect]?: string;
} {
  const taken = new Set<string>();
  return Object.fromEntries(
    aspects.flatMap((aspect) => {
      const id = headings[aspect]
        .map((heading) => columns.find((each) => !taken.has(each.id) && heading.test(plain(each))))
        .find((found) => found !== undefined)?.id;
      if (id === undefined) return [];
      taken.add(id);
      return [[aspect, id]];
    }),
  );
}

/** A heading in words: event_type and eventType are "event type". */
function plain({ name }: { readonly name: string }): string {
  const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[_.\-/]+/g, " ");
  return fold(apart).replace(/\s+/g, " ").trim();
}

/** The different cells of a column among the rows that are counted, most first. */
export type Values = readonly (readonly [value: string, rows: number])[];

/** What the own table says of each aspect: the column, its values, and whether a filter narrows it. */
export type OwnScope = {
  readonly [aspect in Aspect]?: {
    readonly column: string;
    readonly values: Values;
    readonly isFiltered: boolean;
  };
};

/** So many values are named. */
const mostNamed = 3;

/** The values of a column in words: "Kabul", "4 values: A, B, C and 1 more"; null where all are missing. */
export function describeValues(values: Values): string | null {
  const named = values.map(([value]) => value.trim()).filter(Boolean);
  const missing = named.length < values.length ? ", and rows that do not say" : "";
  if (named.length === 0) return null;
  if (named.length <= mostNamed) return `${joined(named)}${missing}`;
  const more = (named.length - mostNamed).toLocaleString("en-GB");
  return `${named.slice(0, mostNamed).map(short).join(", ")} and ${more} more${missing}`;
}

function joined(values: readonly string[]): string {
  const all = values.map(short);
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

function short(value: string): string {
  return value.length > 60 ? `${[...value].slice(0, 59).join("")}…` : value;
}
