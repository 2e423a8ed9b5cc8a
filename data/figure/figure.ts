import type { Row } from "../table/table";

export const precisions = [
  "exact",
  "about",
  "at least",
  "more than",
  "up to",
  "fewer than",
  "range",
  "about range",
  "words",
] as const;

export type Precision = (typeof precisions)[number];

/** One figure as one document states it: a row of a sheet after all checks (see the codebook). */
export interface Figure extends Row {
  readonly id: string;
  readonly measure: string;
  readonly unit: string;
  readonly fact: string | null;
  readonly event: string | null;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly place: string | null;
  readonly countries: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly as_of: string | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly precision: Precision;
  readonly as_printed: string;
  readonly basis: string;
  readonly claimant: string | null;
  readonly document: string;
  readonly section: string | null;
  readonly paragraph: number;
  readonly part_of: string | null;
  readonly share_of: string | null;
  readonly echoes: string | null;
  readonly note: string | null;
}

/** What the code relies on in each row of figures, by the field that it is in. */
const shape: { readonly [field: string]: (value: unknown) => boolean } = {
  ...Object.fromEntries(
    ["id", "measure", "unit", "as_printed", "basis", "document"].map((name) => [name, isText]),
  ),
  ...Object.fromEntries(["low", "best", "high"].map((name) => [name, isNumberOrMissing])),
  paragraph: (value) => typeof value === "number",
  precision: (value) => precisions.some((precision) => precision === value),
};

const shapeOf = Object.entries(shape);

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isNumberOrMissing(value: unknown): boolean {
  return value === null || typeof value === "number";
}

/** The first field that keeps a row from being a figure; null where it is one. */
export function faultIn(row: Row): string | null {
  return shapeOf.find(([field, isSound]) => !isSound(row[field]))?.[0] ?? null;
}

const known = new WeakMap<Row, boolean>();

/**
 * True of a row that has what the code relies on; the checks promise it for every row of a sheet. Kept a
 * row, since each view asks.
 */
export function isFigure(row: Row): row is Figure {
  const found = known.get(row) ?? faultIn(row) === null;
  known.set(row, found);
  return found;
}

/** Figures by their ids. */
export function byId<F extends { readonly id: string }>(figures: readonly F[]) {
  return new Map(figures.map((figure) => [figure.id, figure]));
}

/** What a figure says of its quantity: lower and upper bound, null where it states none. */
export function boundsOf({ low, best, high, precision }: Figure): {
  low: number | null;
  high: number | null;
} {
  return precision === "about" ? { low: best, high: best } : { low, high };
}

/**
 * The estimate as one number: best, else the middle of a range, else the one bound there is; null
 * for words. It serves sorting and scales only and is never shown or summed.
 */
export function middleOf({
  low,
  best,
  high,
}: Pick<Figure, "low" | "best" | "high">): number | null {
  if (best !== null) return best;
  if (low !== null && high !== null) return (low + high) / 2;
  return low ?? high;
}
