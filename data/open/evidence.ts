import type { Coded } from "./coded";
import type { ColumnRole, ColumnType, GivenColumn } from "./column-type";
import type { DateOrder } from "./date";
import { type CellFacts, distinctOf, factsOf } from "./facts";
import type { Decimal } from "./number";
import type { Place } from "./shape";

/** One distinct cell of a column: what it is, how often it stands there, and where first. */
export interface Cell extends CellFacts, Place {}

/** What the type of a column is decided by. */
export interface Evidence {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** The cells that are not missing, and in how many rows they stand. */
  readonly filled: readonly Cell[];
  readonly count: number;
  readonly rows: number;
  /** Whether each distinct cell is among the cells; of very many, those of one shape are one. */
  readonly isComplete: boolean;
  readonly given: GivenColumn;
  /** The decimal sign that other columns of the file show. */
  readonly decimal?: Decimal;
}

/** What one type makes of a column: null where the column is of another. */
export interface TypeReading {
  readonly type: ColumnType;
  readonly decimal?: Decimal;
  readonly order?: DateOrder;
  readonly unit?: string;
  /** What it is for, where that is not what columns of its type are usually for. */
  readonly role?: ColumnRole;
  readonly isAdditive?: boolean;
  readonly odd?: readonly Cell[];
  readonly offers?: readonly string[];
  /** What a person should know, beside a cell where it is about one. */
  readonly remarks?: readonly { readonly cell?: Cell; readonly message: string }[];
}

/** So much of a column, at least, is of its type. */
const least = 0.8;

/** The cells of a column, each distinct one looked at once. */
export function gatherEvidence(name: string, coded: Coded, given: GivenColumn = {}): Evidence {
  const { cells: places, isComplete } = distinctOf(coded);
  const rows = coded.codes.length;
  const all = [...places].map(([text, place]) => ({ ...factsOf(text, given.missing), ...place }));
  const filled = all.filter(({ missing }) => missing === null);
  return { name, cells: all, filled, count: countOf(filled), rows, isComplete, given };
}

/** In how many rows cells stand. */
export function countOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** Whether nearly all filled cells pass a test. */
export function areMostly({ filled, count }: Evidence, test: (cell: Cell) => boolean): boolean {
  return count > 0 && countOf(filled.filter(test)) >= least * count;
}
