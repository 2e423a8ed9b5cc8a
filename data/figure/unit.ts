/** What one of a unit is called where it is not the plural without its s. */
const singulars: { readonly [plural: string]: string } = {
  people: "person",
  persons: "person",
  countries: "country",
  cities: "city",
  series: "series",
};

/** Units whose numbers are a place in an order and are said so: 21st. */
export const orderUnits: readonly string[] = ["position in order"];

/** Units that are measured and not counted one by one: between two of their numbers there is another. */
export const measuredUnits: readonly string[] = ["percent", "years", "kilometres"];

/** "people" → "person", "attacks" → "attack". */
export function singular(unit: string): string {
  return singulars[unit] ?? unit.replace(/s$/, "");
}

/** The unit as it stands behind a number; "" where the number says it itself, as 40% and 21st do. */
export function unitAfter(number: number | null, unit: string): string {
  if (unit === "percent" || orderUnits.includes(unit)) return "";
  return number === 1 ? singular(unit) : unit;
}

const endings: { readonly [category: string]: string } = { one: "st", two: "nd", few: "rd" };
const order = new Intl.PluralRules("en-GB", { type: "ordinal" });

/** 21 → "21st", 162 → "162nd". */
export function ordinal(number: number): string {
  return `${number.toLocaleString("en-GB")}${endings[order.select(number)] ?? "th"}`;
}
