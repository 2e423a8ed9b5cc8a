import { type Parsed, quote } from "../table/problem";

/** A rectangle of cells by the numbers of its rows and columns from 0, all ends in. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A cell by the number of its row and of its column, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The rectangle with two cells at opposite corners. */
export function rangeOf(a: CellPlace, b: CellPlace): CellRange {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

/** True of a cell inside the rectangle. */
export function isInRange({ row, column }: CellPlace, range: CellRange): boolean {
  const { top, bottom, left, right } = range;
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The rectangle as a spreadsheet names it: "B2", "B2:C5". */
export function formatCellRange({ top, bottom, left, right }: CellRange): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right)}${bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** Name of a column by its number from 0: A to Z, then AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** How many rows and columns a table has. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * What a reader types into the name box → the rectangle: "D6", "B2:C5", "B:C" for whole columns, "2:5" or
 * "7" for whole rows; inverse of `formatCellRange`.
 */
export function parseCellRange(typed: string, size: TableSize): Parsed<CellRange> {
  const text = typed.replace(/[\s$]/g, "").toUpperCase();
  const ends = text.split(":").map((end) => /^([A-Z]{0,3})(\d{0,7})$/.exec(end));
  const [first, last = first] = ends;
  if (!text || ends.length > 2 || !first || !last || isUneven(first, last))
    return { problem: `expected a cell or a range such as D6 or B2:C5, found ${quote(typed)}` };
  const [top, bottom] = [rowNumber(first[2]) ?? 0, rowNumber(last[2]) ?? size.rows - 1];
  const [left, right] = [columnNumber(first[1]) ?? 0, columnNumber(last[1]) ?? size.columns - 1];
  const range = rangeOf({ row: top, column: left }, { row: bottom, column: right });
  if (range.top >= 0 && range.bottom < size.rows && range.right < size.columns) return range;
  const end = formatCellRange(cellOf({ row: size.rows - 1, column: size.columns - 1 }));
  return { problem: `${quote(typed)} is not in the table, which ends at ${end}` };
}

/** Both ends name a row, or none does; the same of columns; and each names something. */
function isUneven(first: RegExpExecArray, last: RegExpExecArray): boolean {
  const [[, a = "", one = ""], [, b = "", other = ""]] = [first, last];
  return (a === "") !== (b === "") || (one === "") !== (other === "") || a + one === "";
}

/** The rectangle of one cell. */
export function cellOf(place: CellPlace): CellRange {
  return rangeOf(place, place);
}

function rowNumber(digits = ""): number | null {
  return digits === "" ? null : Number(digits) - 1;
}

/** Number of a column from 0 by its letters; null for none. */
function columnNumber(letters = ""): number | null {
  if (letters === "") return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A key with the keys held: "Ctrl+Home", "ArrowDown". */
export type MoveKey = keyof typeof moves;

type Move = (at: CellPlace, last: CellPlace, page: number) => CellPlace;

/** Where each key moves to from a cell, as in a spreadsheet; what lies beyond an edge is the edge. */
const moves = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  "Ctrl+ArrowUp": ({ column }) => ({ row: 0, column }),
  "Ctrl+ArrowDown": ({ column }, last) => ({ row: last.row, column }),
  "Ctrl+ArrowLeft": ({ row }) => ({ row, column: 0 }),
  "Ctrl+ArrowRight": ({ row }, last) => ({ row, column: last.column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
  "Ctrl+Home": () => ({ row: 0, column: 0 }),
  "Ctrl+End": (_at, last) => last,
  PageUp: ({ row, column }, _last, page) => ({ row: row - page, column }),
  PageDown: ({ row, column }, _last, page) => ({ row: row + page, column }),
} as const satisfies { readonly [key: string]: Move };

/** The key as `moveCell` knows it, given whether Ctrl or ⌘ is held; null for one that does not move. */
export function toMoveKey(key: string, isCtrl: boolean): MoveKey | null {
  const name = isCtrl ? `Ctrl+${key}` : key;
  return Object.hasOwn(moves, name) ? (name as MoveKey) : null;
}

/** Where a key leads from a cell, in a table of which so many rows are in sight. */
export function moveCell(
  at: CellPlace,
  key: MoveKey,
  { rows, columns }: TableSize,
  page: number,
): CellPlace {
  const last = { row: rows - 1, column: columns - 1 };
  const move: Move = moves[key];
  const { row, column } = move(at, last, page);
  const within = (value: number, most: number) => Math.max(0, Math.min(value, most));
  return { row: within(row, last.row), column: within(column, last.column) };
}
