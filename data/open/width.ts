import { isBlank, lastFilled } from "./filled";
import type { FileRecord } from "./records";

/**
 * How many cells a row of the table has: as many as the first long run of records, else as most
 * records, else (where rows fall apart in many ways) as the first record.
 */
export function commonWidth(records: readonly FileRecord[]): number {
  const widths = records.filter((record) => !isBlank(record)).map(({ cells }) => cells.length);
  const runs = runsOf(widths);
  const sizeOf = ({ width, count }: Run) => (width - 1) * count;
  const most = runs.reduce((most, run) => Math.max(most, sizeOf(run)), 0);
  const longest = runs.reduce((most, { count }) => Math.max(most, count), 0);
  const isLong = (run: Run) =>
    run.width > 1 && sizeOf(run) >= 0.25 * most && run.count >= Math.min(3, longest);
  const run = longest * 4 >= widths.length ? runs.find(isLong) : undefined;
  if (run) return run.width;
  const first = widths[0] ?? 1;
  const [width, count] = mostCommon(widths);
  const isLeast = widths.filter((one) => one >= first).length > 0.9 * widths.length;
  return count * 2 < widths.length && isLeast && first > 1 ? first : width;
}

interface Run {
  readonly width: number;
  count: number;
}

/** Numbers → how often each stands in a row, in order. */
function runsOf(widths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const width of widths) {
    const last = runs.at(-1);
    if (last?.width === width) last.count += 1;
    else runs.push({ width, count: 1 });
  }
  return runs;
}

/** The number that stands most often, the larger the better, and how often. */
function mostCommon(widths: readonly number[]): readonly [number, number] {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const weight = ([width, count]: readonly [number, number]) =>
    width > 1 ? count * (1 - 1 / width) : count / 20;
  const sorted = [...counts].sort((one, other) => weight(other) - weight(one));
  return sorted[0] ?? [1, 0];
}

/** The width without columns at the end that have neither a heading nor a value. */
export function usedWidth(
  width: number,
  heads: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
): number {
  const headed = Math.max(0, ...heads.map((cells) => lastFilled(cells)));
  if (heads.length === 0 || headed >= width) return Math.max(headed, width);
  const filled = rows.reduce((most, cells) => Math.max(most, lastFilled(cells)), 0);
  return rows.length === 0 ? width : Math.max(headed, filled, 1);
}
