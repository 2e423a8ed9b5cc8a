import { type Coded, placesOf } from "./coded";
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
  /** Whether each distinct cell is there itself. */
  readonly isComplete: boolean;
}

export interface Place {
  count: number;
  readonly row: number;
}

/** Beyond so many distinct cells, new ones are counted by their shape, under one that has it. */
const mostDistinct = 5_000;

/** All cells of a column, each distinct one once; of very many, those of one shape together. */
export function distinctOf(coded: Coded): Distinct {
  const { counts, first } = placesOf(coded);
  const places = new Map<string, Place>();
  const shapes = new Map<string, [string, Place]>();
  for (const [code, cell] of coded.words.entries()) {
    const place = { count: counts[code] ?? 0, row: first[code] ?? 0 };
    if (code < mostDistinct) places.set(cell, place);
    else addShape(shapes, cell, place);
  }
  const isComplete = shapes.size === 0;
  for (const [cell, place] of shapes.values()) places.set(cell, place);
  return { cells: places, isComplete };
}

function addShape(shapes: Map<string, [string, Place]>, cell: string, place: Place): void {
  const shape = shapeOf(cell);
  const known = shapes.get(shape);
  if (known) known[1].count += place.count;
  else shapes.set(shape, [cell, place]);
}

/** Cells of one shape have the same facts but for their value; a date is a shape of its own. */
function shapeOf(cell: string): string {
  if (!hasDigit(cell)) return cell.length > 16 ? "words" : cell;
  if (
    cell.length > 5 &&
    cell.length < 40 &&
    !plainNumber.test(cell) &&
    matchDate(cell.length > 19 ? cell.slice(0, 10) : cell)
  )
    return cell.slice(0, 10);
  // The first two digits tell years and padded codes from other numbers.
  return cell.length > 40 ? "text" : cell.slice(0, 2) + cell.slice(2).replace(/\d/g, "9");
}

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code > 47 && code < 58) || code > 0x65f) return true;
  }
  return false;
}

const plainNumber = /^-?\d{1,15}(?:\.\d+)?$/;

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

/** Digits with at most a point among them: most numbers of most tables. */
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
