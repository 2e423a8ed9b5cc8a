/** What one of a unit is called where it is not the plural without its s. */
const singulars: { readonly [plural: string]: string } = {
  people: "person",
  persons: "person",
  countries: "country",
  cities: "city",
  series: "series",
};

/** Units whose numbers are a place in an order, and how one is said: 21st, rank 162. */
const positions: { readonly [unit: string]: (number: number) => string } = {
  "position in order": ordinal,
  rank: (number) => `rank ${numbers.format(number)}`,
};

/** The units of positions; their numbers are never an amount. */
export const orderUnits: readonly string[] = Object.keys(positions);

/** A number as a place in an order, where its unit is one: 21 → "21st", 162 → "rank 162"; null elsewhere. */
export function formatPosition(number: number, unit: string | null): string | null {
  const format = Object.hasOwn(positions, unit ?? "") ? positions[unit ?? ""] : undefined;
  return format ? format(number) : null;
}

/** Units that are measured and not counted one by one: between two of their numbers there is another. */
export const measuredUnits: readonly string[] = ["percent", "years", "kilometres"];

/** "people" → "person", "attacks" → "attack". */
export function singular(unit: string): string {
  return singulars[unit] ?? unit.replace(/s$/, "");
}

/** The unit as it stands behind a number; "" where the number says it itself, as 40%, 21st and rank 162 do. */
export function unitAfter(number: number | null, unit: string): string {
  if (unit === "percent" || orderUnits.includes(unit)) return "";
  return number === 1 ? singular(unit) : unit;
}

// Made once: `toLocaleString` makes one for each number.
const numbers = new Intl.NumberFormat("en-GB");
const endings: { readonly [category: string]: string } = { one: "st", two: "nd", few: "rd" };
const order = new Intl.PluralRules("en-GB", { type: "ordinal" });

/** 21 → "21st", 162 → "162nd". */
export function ordinal(number: number): string {
  return `${numbers.format(number)}${endings[order.select(number)] ?? "th"}`;
}
