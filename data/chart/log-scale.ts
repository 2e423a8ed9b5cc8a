import type { Mark, Series } from "./mark";
import { hasScale, marksOf } from "./series";

/** Where the largest number is so many times the smallest, bars to a linear scale hide the small ones. */
const wide = 20;

/** Whether a logarithmic scale would show what a linear one does not; one that is chosen can be left. */
export function suitsLog(series: Series): boolean {
  if (!hasScale(series)) return false;
  if (series.axis.scale === "log") return true;
  const stated = marksOf(series).flatMap(numbersOf);
  return stated.length > 1 && Math.max(...stated) > wide * Math.min(...stated);
}

function numbersOf({ low, high }: Mark): readonly number[] {
  return [low, high].filter((value) => value !== null && value > 0) as number[];
}
