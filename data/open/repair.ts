import { bare, cellsOf, costs, misfit, type RowShape } from "./cell-cost";
import { type CellKind, kindOf, type Profile } from "./kind";
import { isSpaced, joinRuns } from "./quoted";

/** A row made to fit: its cells, what it took, and whether another way would have been as good. */
export interface Repair {
  readonly cells: string[];
  readonly cost: number;
  readonly isSure: boolean;
  readonly delimiter: string;
}

/** Signs that may part the cells of one row in place of the file's own. */
const others = [",", ";", "\t", "|", " "];

/** Beyond this a row is filled or cut as it is: looking for the best way would take too long. */
const mostSteps = 200_000;

/**
 * The text of one row → as many cells as there are columns, by whatever departure from the dialect
 * is least: a delimiter too many or too few, a quote that does not close, another delimiter.
 */
export function repairRow(text: string, shape: RowShape): Repair {
  const { delimiter } = shape.dialect;
  const own = alignRow(text, shape, delimiter);
  const isShort = delimiter === "" || text.split(delimiter).length < shape.profiles.length;
  if (own.cost <= costs.merge || !isShort) return own;
  const rest = others
    .filter((sign) => sign !== delimiter && text.includes(sign))
    .map((sign) => alignRow(text, shape, sign))
    .map((repair) => ({ ...repair, cost: repair.cost + costs.otherDelimiter }));
  return rest.reduce((best, one) => (one.cost < best.cost ? one : best), own);
}

/** The text of one row → its cells as they stand, without a look for a better way. */
export function cutRow(text: string, shape: RowShape): Repair {
  return cut(text.split(shape.dialect.delimiter || "\n"), shape);
}

interface Step {
  readonly cost: number;
  readonly isSure: boolean;
  readonly from: number;
  readonly cell: string;
}

/** The cheapest way to give each column one piece, several, or none, column by column. */
function alignRow(text: string, shape: RowShape, delimiter: string): Repair {
  const line = isSpaced(shape.dialect) ? joinRuns(text, shape.dialect) : text;
  const pieces = delimiter === "" ? [line] : line.split(delimiter);
  const width = shape.profiles.length;
  const span = Math.max(pieces.length - width + 1, longestQuoted(pieces, shape.dialect.quote)) + 1;
  if (width * pieces.length * Math.min(span, pieces.length) > mostSteps) return cut(pieces, shape);
  const groups = pieces.map((_, at) => groupsFrom(pieces, at, span, shape, delimiter));
  const table: (Step | null)[][] = [[{ cost: 0, isSure: true, from: 0, cell: "" }]];
  for (let column = 0; column < width; column += 1) {
    table.push(nextColumn(table[column] ?? [], groups, shape.profiles[column] ?? {}));
  }
  return trace(table, pieces, shape, delimiter);
}

/** One way to take some pieces from a place on as one cell. */
interface Group {
  readonly cell: string;
  readonly cost: number;
  readonly kind: CellKind;
  readonly end: number;
}

function groupsFrom(
  pieces: readonly string[],
  at: number,
  span: number,
  shape: RowShape,
  delimiter: string,
): Group[] {
  const last = Math.min(span, pieces.length - at);
  return Array.from({ length: last }, (_, index) => at + index + 1).flatMap((end) =>
    cellsOf(pieces.slice(at, end), shape, delimiter).map(({ cell, cost }) => {
      return { cell, cost, kind: kindOf(bare(cell, shape)), end };
    }),
  );
}

function nextColumn(
  before: readonly (Step | null)[],
  groups: readonly (readonly Group[])[],
  profile: Profile,
): (Step | null)[] {
  const after: (Step | null)[] = new Array(groups.length + 1).fill(null);
  before.forEach((step, at) => {
    if (!step) return;
    const none = at === groups.length ? costs.missingLast : costs.missing;
    offer(after, at, { ...step, cost: step.cost + none, from: at, cell: "" });
    for (const { cell, cost, kind, end } of groups[at] ?? []) {
      const total = step.cost + cost + misfit(kind, profile);
      offer(after, end, { ...step, cost: total, from: at, cell });
    }
  });
  return after;
}

function offer(steps: (Step | null)[], at: number, step: Step): void {
  const known = steps[at];
  if (!known || step.cost < known.cost - 1e-9) steps[at] = step;
  else if (Math.abs(step.cost - known.cost) < 1e-9 && step.cell !== known.cell) {
    steps[at] = { ...known, isSure: false };
  }
}

function longestQuoted(pieces: readonly string[], quote: string): number {
  if (quote === "") return 1;
  let [longest, start] = [1, -1];
  pieces.forEach((piece, at) => {
    if (start < 0 && piece.trimStart().startsWith(quote)) start = at;
    if (start >= 0) longest = Math.max(longest, at - start + 1);
    if (start >= 0 && piece.trimEnd().endsWith(quote)) start = -1;
  });
  return Math.min(longest, 60);
}

function trace(
  table: readonly (Step | null)[][],
  pieces: readonly string[],
  shape: RowShape,
  delimiter: string,
): Repair {
  const last = table.at(-1)?.[pieces.length];
  if (!last) return cut(pieces, shape);
  const cells: string[] = [];
  let [at, isSure] = [pieces.length, true];
  for (let column = table.length - 1; column > 0; column -= 1) {
    const step = table[column]?.[at];
    if (!step) return cut(pieces, shape);
    cells.push(step.cell);
    isSure &&= step.isSure;
    at = step.from;
  }
  return { cells: cells.reverse(), cost: last.cost, isSure, delimiter };
}

/** The row as it is, filled up with nothing or with what is too much in its last cell. */
function cut(pieces: readonly string[], { profiles, dialect }: RowShape): Repair {
  const width = profiles.length;
  const cells = profiles.map((_, at) => pieces[at] ?? "");
  if (pieces.length > width) {
    cells[width - 1] = pieces.slice(width - 1).join(dialect.delimiter);
  }
  return { cells, cost: Number.POSITIVE_INFINITY, isSure: false, delimiter: dialect.delimiter };
}
