import type { StoredColumn } from "./store";

/** How the numbers of a column are spread: rows in steps of one width. */
export interface Spread {
  readonly kind: "spread";
  readonly bins: readonly Bin[];
  /** Whether all numbers are whole: then a step ends before the next one begins. */
  readonly isWhole: boolean;
  readonly missing: number;
  readonly inWords: number;
  /** Rows whose bounds reach over more than one step: they are in none. */
  readonly wide: number;
}

export interface Bin {
  readonly from: number;
  /** Where the next step begins. */
  readonly to: number;
  readonly rows: number;
}

/** So many steps are aimed at. */
const wanted = 24;

/** The rows by steps of a number, the empty ones too; what is in none is counted. */
export function drawSpread(column: StoredColumn, rows: Uint32Array): Spread {
  const { codes, low, high, missing } = column;
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(codes[row] ?? 0, (counts.get(codes[row] ?? 0) ?? 0) + 1);
  const found = { missing: 0, inWords: 0, wide: 0 };
  const numbers: { from: number; to: number; count: number }[] = [];
  for (const [code, count] of counts) {
    const [from, to] = [low[code] ?? Number.NaN, high[code] ?? Number.NaN];
    if (missing[code] === 1) found.missing += count;
    else if (Number.isNaN(from)) found.inWords += count;
    else numbers.push({ from, to, count });
  }
  const ends = numbers.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  const [min, max] = [
    ends.reduce((a, b) => Math.min(a, b), Infinity),
    ends.reduce(larger, -Infinity),
  ];
  const isWhole = ends.every(Number.isInteger);
  const step = stepFor(max - min, isWhole);
  const first = Math.floor(min / step);
  const length = ends.length === 0 ? 0 : Math.floor(max / step) - first + 1;
  const filled = new Float64Array(length);
  for (const { from, to, count } of numbers) {
    const at = Math.floor(from / step) - first;
    if (Math.floor(to / step) - first === at) filled[at] = (filled[at] ?? 0) + count;
    else found.wide += count;
  }
  const place = (at: number) => Number(((first + at) * step).toPrecision(12));
  const bins = Array.from(filled, (count, at) => ({
    from: place(at),
    to: place(at + 1),
    rows: count,
  }));
  return { kind: "spread", bins, isWhole, ...found };
}

const larger = (a: number, b: number) => Math.max(a, b);

/** A width of 1, 2 or 5 of a power of ten that cuts a span into about as many steps as are wanted. */
export function stepFor(span: number, isWhole: boolean): number {
  if (!(span > 0) || !Number.isFinite(span)) return 1;
  const power = 10 ** Math.floor(Math.log10(span / wanted));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => span / each <= wanted);
  return isWhole ? Math.max(1, step ?? 1) : (step ?? 1);
}
