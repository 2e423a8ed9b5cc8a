import { type CellKind, kindOf, type Profile } from "./kind";
import { type Dialect, isSpaced, joinRuns, unescapeQuotes } from "./quoted";

/** What a row should be like: so many cells, and in each column cells of these kinds. */
export interface RowShape {
  readonly dialect: Dialect;
  readonly profiles: readonly Profile[];
}

/** A row made to fit: its cells, what it took, and whether another way would have been as good. */
export interface Repair {
  readonly cells: string[];
  readonly cost: number;
  readonly isSure: boolean;
  readonly delimiter: string;
}

/** What each departure from a sound row costs; the cheapest way from the text to the row is taken. */
const costs = {
  merge: 2,
  mergeQuoted: 0.4,
  dropEmpty: 1.2,
  missing: 2.5,
  missingLast: 1.5,
  stray: 1.5,
  seam: 3,
  open: 2.5,
  misfit: 3,
  unusual: 0.8,
  otherDelimiter: 1.5,
};

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

/** A cell without a stray quote before it, as its kind is judged. */
function bare(cell: string, { dialect: { quote } }: RowShape): string {
  return quote !== "" && cell.startsWith(quote) ? cell.slice(quote.length) : cell;
}

function offer(steps: (Step | null)[], at: number, step: Step): void {
  const known = steps[at];
  if (!known || step.cost < known.cost - 1e-9) steps[at] = step;
  else if (Math.abs(step.cost - known.cost) < 1e-9 && step.cell !== known.cell) {
    steps[at] = { ...known, isSure: false };
  }
}

/** The ways in which some pieces are one cell, with what each costs. */
function cellsOf(pieces: readonly string[], { dialect }: RowShape, delimiter: string) {
  const joined = pieces.join(delimiter);
  const text = delimiter === " " ? joined : joined.trim();
  const { quote } = dialect;
  const found = [];
  const filled = pieces.filter((piece) => piece.trim() !== "");
  const isQuoted = quote !== "" && text.length >= 2 * quote.length && text.startsWith(quote);
  if (isQuoted && text.endsWith(quote)) {
    const inner = text.slice(quote.length, -quote.length);
    // Closed and opened again around a delimiter: these were two cells.
    const seams = inner.split(`${quote}${delimiter}${quote}`).length - 1;
    const cost = costs.stray * strays(inner, quote) + costs.seam * seams;
    found.push({ cell: unescapeQuotes(inner, dialect), cost });
  }
  const open = quote !== "" && text.startsWith(quote) ? costs.open : 0;
  const own = dialect.padding ? text : joined;
  const inside = open > 0 || !isUneven(pieces[0] ?? "", quote) ? costs.merge : costs.mergeQuoted;
  if (pieces.length === 1) {
    const uneven = open === 0 && isUneven(text, quote) ? costs.stray : 0;
    found.push({ cell: own, cost: open + uneven });
  } else if (filled.length <= 1) {
    const cell = filled[0] ?? "";
    found.push({ cell, cost: open + costs.dropEmpty * (pieces.length - 1) });
  } else {
    const uneven = isUneven(text, quote) ? costs.stray : 0;
    const digits = numberDiscount(text);
    found.push({ cell: own, cost: open + uneven + digits + inside * (pieces.length - 1) });
  }
  return found;
}

/** A number parted by its thousands is whole again; digits that are no groups of three are not. */
function numberDiscount(text: string): number {
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return -1;
  return /^[\d.,]+$/.test(text) ? 1 : 0;
}

/** Whether a text has an odd number of quotes: one opens or closes outside of it. */
function isUneven(text: string, quote: string): boolean {
  return quote !== "" && text.split(quote).length % 2 === 0;
}

/** How many quotes inside a cell are not doubled. */
function strays(inner: string, quote: string): number {
  return inner.replaceAll(quote + quote, "").split(quote).length - 1;
}

/** What a cell costs in a column that has no cells of its kind, or few. */
function misfit(kind: CellKind, profile: Profile): number {
  const share = shareOf(kind, profile);
  if (share >= 0.05) return 0;
  return share > 0 ? costs.unusual : costs.misfit;
}

/** Words, codes and texts are much alike: any of them may stand where another does, at a price. */
const alike: Partial<Record<CellKind, readonly CellKind[]>> = {
  word: ["text", "code"],
  code: ["text", "word"],
  text: ["word"],
  empty: [],
  broken: ["text"],
};

function shareOf(kind: CellKind, profile: Profile): number {
  const own = profile[kind] ?? 0;
  if (own > 0) return own;
  if (kind === "empty") return 0.01;
  const near = (alike[kind] ?? []).reduce((sum, other) => sum + (profile[other] ?? 0), 0);
  return near > 0 ? 0.01 : 0;
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
