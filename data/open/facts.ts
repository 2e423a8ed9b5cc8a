import { castDate, type DateParts, matchDate } from "./date";
import { missingKind } from "./missing";
import { matchNumber, type NumberParts, parseDigits } from "./number";

/** What is known of a cell by itself, before its column is known. */
export interface CellFacts {
  readonly text: string;
  readonly missing: "missing" | "withheld" | null;
  readonly number: NumberParts | null;
  /** Whether it is a number with a point, and with a comma, for the decimal sign. */
  readonly point: boolean;
  readonly comma: boolean;
  readonly date: DateParts | null;
  readonly isDay: boolean;
}

/** Distinct cells of a column with how often each stands there, and the row where it stands first. */
export interface Distinct {
  readonly cells: ReadonlyMap<string, Place>;
  readonly rows: number;
}

export interface Place {
  count: number;
  readonly row: number;
}

/** All cells of a column, each distinct one once. */
export function distinctOf(cells: Iterable<string>): Distinct {
  const places = new Map<string, Place>();
  let rows = 0;
  for (const cell of cells) {
    const place = places.get(cell);
    if (place) place.count += 1;
    else places.set(cell, { count: 1, row: rows });
    rows += 1;
  }
  return { cells: places, rows };
}

/** The facts of a cell. */
export function factsOf(text: string): CellFacts {
  const missing = missingKind(text);
  const number = missing ? null : matchNumber(text);
  const reads = (decimal: "." | ",") =>
    number !== null &&
    parseDigits(number.first, decimal) !== null &&
    (number.second === null || isRising(number.first, number.second, decimal));
  const date = missing ? null : matchDate(text);
  const isDay = !missing && (castDate(text, "day first") ?? castDate(text, "month first")) !== null;
  return { text, missing, number, point: reads("."), comma: reads(","), date, isDay };
}

function isRising(first: string, second: string, decimal: "." | ","): boolean {
  const [low, high] = [parseDigits(first, decimal), parseDigits(second, decimal)];
  return low !== null && high !== null && low < high;
}
