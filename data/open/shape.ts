import { matchDate } from "./date";
import { hasDigit, plainNumber } from "./plain-number";

/** In how many rows a cell stands, and in which first. */
export interface Place {
  count: number;
  readonly row: number;
}

/** Cells of one shape have the same facts but for their value; the first of them stands for all. */
interface Shape {
  readonly cell: string;
  /** Whether some cell of it is a date. */
  readonly mayBeDate: boolean;
  place: Place | null;
}

/** The shapes of a column, and in the order in which they come a cell of each. */
export interface Shapes {
  readonly found: { readonly cell: string; readonly place: Place }[];
  /** By the hash of a shape, those that have it. */
  readonly byHash: Map<number, Shape[]>;
  /** Each day is a shape of its own. */
  readonly days: Map<string, Shape>;
  readonly words: Shape;
  readonly texts: Shape;
}

export function createShapes(): Shapes {
  const shape = { cell: "", mayBeDate: false, place: null };
  return {
    found: [],
    byHash: new Map(),
    days: new Map(),
    words: { ...shape },
    texts: { ...shape },
  };
}

/** Counts a cell that no other one is like, letter by letter, under its shape. */
export function addShape(shapes: Shapes, cell: string, count: number, row: number): void {
  const shape = shapeFor(shapes, cell);
  if (shape?.place) shape.place.count += count;
  else {
    const place = { count, row };
    shapes.found.push({ cell, place });
    if (shape) shape.place = place;
  }
}

/** Words of up to 16 signs may stand for a missing value: they are of no shape. */
function shapeFor(shapes: Shapes, cell: string): Shape | null {
  if (!hasDigit(cell)) return cell.length > 16 ? shapes.words : null;
  if (cell.length > 40) return shapes.texts;
  const shape = shapeOf(shapes, cell);
  return shape.mayBeDate && matchDate(datePart(cell)) ? dayOf(shapes, cell) : shape;
}

function datePart(cell: string): string {
  return cell.length > 19 ? cell.slice(0, 10) : cell;
}

function dayOf({ days }: Shapes, cell: string): Shape {
  const day = cell.slice(0, 10);
  const known = days.get(day) ?? { cell, mayBeDate: true, place: null };
  days.set(day, known);
  return known;
}

/** The first two digits tell years and padded codes from other numbers; all others are alike. */
function shapeOf({ byHash }: Shapes, cell: string): Shape {
  const hash = hashOf(cell);
  const alike = byHash.get(hash) ?? [];
  const known = alike.find((shape) => isAlike(shape.cell, cell));
  if (known) return known;
  const shape = { cell, mayBeDate: mayBeDate(cell), place: null };
  byHash.set(hash, [...alike, shape]);
  return shape;
}

const nine = 57;

function signAt(cell: string, at: number): number {
  const code = cell.charCodeAt(at);
  return at > 1 && code > 47 && code < 58 ? nine : code;
}

function hashOf(cell: string): number {
  let hash = 0;
  for (let at = 0; at < cell.length; at++) hash = (Math.imul(hash, 31) + signAt(cell, at)) | 0;
  return hash;
}

function isAlike(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (signAt(one, at) !== signAt(other, at)) return false;
  return true;
}

/** Tried with digits that a date may have wherever a cell of the shape has some. */
function mayBeDate(cell: string): boolean {
  if (cell.length < 6 || cell.length > 39 || plainNumber.test(cell)) return false;
  const likely = datePart(cell).replace(/\d+/g, (digits) => {
    return digits.length < 4 ? "1".repeat(digits.length) : "2011".padEnd(digits.length, "1");
  });
  return matchDate(likely) !== null;
}
