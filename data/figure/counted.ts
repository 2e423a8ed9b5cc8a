import type { Figure } from "./figure";
import { describeEstimate, describeQuantity, inSentence, unitBehind } from "./format";
import type { Names } from "./names";
import { measuredUnits, orderUnits, singular } from "./unit";

/** A number, and what it counts with the space or colon before it. */
export interface Counted {
  readonly number: string;
  readonly what: string;
}

/**
 * A number and what it counts, said once: "353 attacks claimed by ISK", "1 person killed", "29 years:
 * Sanaullah Ghafari". A colon stands where what is counted does not go on from the number.
 */
export function toCounted(figure: Figure, names: Names): Counted {
  const what = figure.subject ?? inSentence(names.measures[figure.measure] ?? figure.measure);
  return goesOn(figure, what)
    ? { number: describeEstimate(figure), what: ` ${inNumber(what, figure)}` }
    : { number: describeQuantity(figure), what: `: ${what}` };
}

/** The same as one text, with the measure where the text does not say it. */
export function describeCounted(figure: Figure, names: Names): string {
  const { number, what } = toCounted(figure, names);
  return `${number}${what}${measureBehind(figure, names)}`;
}

/** The measure in brackets: " (arrested)", " (age)"; "" where the number and what it counts say it. */
export function measureBehind(figure: Figure, names: Names): string {
  const title = inSentence(names.measures[figure.measure] ?? figure.measure);
  const [first = ""] = title.split(" ");
  const { number, what } = toCounted(figure, names);
  const words = `${number}${what}`.toLowerCase().split(/[^\p{L}]+/u);
  const isSaid = words.some(
    (word) => word !== "" && singular(word) === singular(first.toLowerCase()),
  );
  return isSaid ? "" : ` (${title})`;
}

/**
 * The same where something stands between the two, as who says so: "353 attacks" and "claimed by ISK",
 * "13 people" and "American soldiers killed".
 */
export function toCountedApart(figure: Figure, names: Names): Counted {
  const number = figure.precision === "words" ? describeEstimate(figure) : describeQuantity(figure);
  const { what } = toCounted(figure, names);
  const said = what.replace(/^:? /, "");
  const noun = unitBehind(figure);
  const isSaidAlready = noun !== "" && said.startsWith(`${noun} `);
  return { number, what: isSaidAlready ? said.slice(noun.length + 1) : said };
}

/** True of what can stand right behind its number. */
function goesOn({ unit, precision, subject, best }: Figure, what: string): boolean {
  if (precision === "words" || measuredUnits.includes(unit) || unit === "rank") return false;
  if (orderUnits.includes(unit)) return true;
  const words = what.split(/\W+/);
  const [first = ""] = words;
  if (best === 1 && first !== unit && first.endsWith("s")) return false;
  if (subject === null || unit === "people") return !["all", "total"].includes(first);
  return words.includes(unit) || words.includes(singular(unit));
}

/** "people killed" is "person killed" behind 1. */
function inNumber(what: string, figure: Figure): string {
  return what.startsWith(`${figure.unit} `)
    ? `${unitBehind(figure)}${what.slice(figure.unit.length)}`
    : what;
}
