import type { Value } from "../table/value";
import { type CellChange, type Difference, isSame } from "./difference";

/** A cell as a sentence quotes it; a missing value is a dash. */
export function sayValue(value: Value): string {
  return value === null ? "–" : String(value);
}

/** One change in words: "best 350 → 353". */
export function sayChange({ field, before, after }: CellChange): string {
  return `${field} ${sayValue(before)} → ${sayValue(after)}`;
}

/**
 * A difference in words: how many rows are new, gone and changed, and the first changed cells:
 * "3 rows new, 1 gone, 4 changed; attacks-2021-ctc: best 350 → 353".
 */
export function describeDifference(difference: Difference, most = 3): string {
  if (isSame(difference)) return "No difference";
  const { changed } = difference;
  const said = changed.slice(0, most).map(({ key, cells }) => {
    return `${sayValue(key)}: ${cells.map(sayChange).join(", ")}`;
  });
  const more = changed.length - said.length;
  const parts = [
    sayCounts(difference),
    ...sayColumns(difference),
    ...said,
    more > 0 ? `and ${more.toLocaleString("en")} more` : "",
  ];
  return parts.filter(Boolean).join("; ");
}

/** A difference in words without its cells: "3 rows new, 1 gone, 4 changed; column place new". */
export function summarizeDifference(difference: Difference): string {
  if (isSame(difference)) return "No difference";
  return [sayCounts(difference), ...sayColumns(difference)].filter(Boolean).join("; ");
}

/** How many rows: "3 rows new, 1 gone, 4 changed". */
export function sayCounts({ added, gone, changed }: Difference): string {
  const counts = [
    [added.length, "new"],
    [gone.length, "gone"],
    [changed.length, "changed"],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, kind], index) => {
      const noun = index === 0 ? (count === 1 ? " row" : " rows") : "";
      return `${count.toLocaleString("en")}${noun} ${kind}`;
    })
    .join(", ");
}

function sayColumns({ renamed, columns }: Difference): readonly string[] {
  return [
    ...renamed.map(({ before, after }) => `column ${before} is called ${after}`),
    ...columns.added.map(({ name }) => `column ${name} new`),
    ...columns.gone.map(({ name }) => `column ${name} gone`),
  ];
}
