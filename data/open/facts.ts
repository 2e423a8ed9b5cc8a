import { type Coded, placesOf } from "./coded";
import { castDate, type DateParts, matchDate } from "./date";
import { missingKind } from "./missing";
import { matchNumber, type NumberParts, parseDigits } from "./number";
import { hasDigit, plainNumber } from "./plain-number";
import { addShape, createShapes, type Place } from "./shape";

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
  /** Whether each distinct cell is there itself. */
  readonly isComplete: boolean;
}

/** Beyond so many distinct cells, new ones are counted by their shape, under one that has it. */
const mostDistinct = 5_000;

/** All cells of a column, each distinct one once; of very many, those of one shape together. */
export function distinctOf(coded: Coded): Distinct {
  const { counts, first } = placesOf(coded);
  const places = new Map<string, Place>();
  const shapes = createShapes();
  const { words } = coded;
  for (let code = 0; code < words.length; code++) {
    const cell = words[code] ?? "";
    const [count, row] = [counts[code] ?? 0, first[code] ?? 0];
    if (code < mostDistinct) places.set(cell, { count, row });
    else addShape(shapes, cell, count, row);
  }
  const { found } = shapes;
  for (const { cell, place } of found) places.set(cell, place);
  return { cells: places, isComplete: found.length === 0 };
}

/** The facts of a cell, where it is said what stands for a missing value, by that. */
export function factsOf(text: string, said?: readonly string[]): CellFacts {
  const missing = missingKind(text, false, said);
  if (missing || !hasDigit(text)) return { ...noFacts, text, missing };
  return plainNumber.test(text) ? plainFacts(text) : fullFacts(text);
}

const noFacts = {
  missing: null,
  number: null,
  point: false,
  comma: false,
  date: null,
  isDay: false,
};

function plainFacts(text: string): CellFacts {
  const number = { precision: "exact", first: text, second: null, unit: "", mark: "" } as const;
  const comma = !text.includes(".") || /^-?\d{1,3}\.\d{3}$/.test(text);
  const date = text.length === 6 || text.length === 8 ? matchDate(text) : null;
  const isDay = date !== null && castDate(text, "day first") !== null;
  return { text, missing: null, number, point: true, comma, date, isDay };
}

function fullFacts(text: string): CellFacts {
  const number = text.length > 60 ? null : matchNumber(text);
  const reads = (decimal: "." | ",") =>
    number !== null &&
    parseDigits(number.first, decimal) !== null &&
    (number.second === null || isRising(number.first, number.second, decimal));
  const date = matchDate(text);
  const isDay =
    text.length < 60 && (castDate(text, "day first") ?? castDate(text, "month first")) !== null;
  return { text, missing: null, number, point: reads("."), comma: reads(","), date, isDay };
}

function isRising(first: string, second: string, decimal: "." | ","): boolean {
  const [low, high] = [parseDigits(first, decimal), parseDigits(second, decimal)];
  return low !== null && high !== null && low < high;
}
