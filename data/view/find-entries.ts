import { fold } from "./fold";
import { toMatch } from "./search";

/** Something that can be found from anywhere, with the address it leads to. */
export interface Entry {
  readonly kind: "Figure" | "Event" | "Document" | "Measure" | "Sheet" | "Column";
  readonly title: string;
  readonly detail: string;
  readonly href: string;
  /** All it may be found by, folded. */
  readonly text: string;
  /** Names that something in it goes by, folded; left out where there are none. */
  readonly names?: readonly string[];
}

/** What of the entries a search finds: the first of them, and how many there are. */
export interface FoundEntries {
  readonly entries: readonly Entry[];
  readonly count: number;
}

/** The entries that hold every word, those whose title begins with the text first; the first 40 of them. */
export function findEntries(entries: readonly Entry[], text: string): FoundEntries {
  const isFound = toMatch(text, [...new Set(entries.flatMap(({ names = [] }) => names))]);
  const found = entries.filter((entry) => isFound({ names: [], ...entry }));
  const start = fold(text).trim();
  const begins = ({ title }: Entry) => Number(fold(title).startsWith(start));
  const sorted = found.toSorted((a, b) => begins(b) - begins(a));
  return { entries: sorted.slice(0, 40), count: found.length };
}
