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
