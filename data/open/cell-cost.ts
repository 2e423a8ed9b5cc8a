import type { CellKind, Profile } from "./kind";
import { type Dialect, unescapeQuotes } from "./quoted";

/** What a row should be like: so many cells, and in each column cells of these kinds. */
export interface RowShape {
  readonly dialect: Dialect;
  readonly profiles: readonly Profile[];
}

/** What each departure from a sound row costs; the cheapest way from the text to the row is taken. */
export const costs = {
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

/** A cell without a stray quote before it, as its kind is judged. */
export function bare(cell: string, { dialect: { quote } }: RowShape): string {
  return quote !== "" && cell.startsWith(quote) ? cell.slice(quote.length) : cell;
}

/** The ways in which some pieces are one cell, with what each costs. */
export function cellsOf(pieces: readonly string[], { dialect }: RowShape, delimiter: string) {
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
export function misfit(kind: CellKind, profile: Profile): number {
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
