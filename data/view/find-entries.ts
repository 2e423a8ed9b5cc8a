import { fold } from "./fold";
import { mostWords, toWords } from "./search";

/** Something that can be found from anywhere, with the address it leads to. */
export interface Entry {
  readonly kind: "Figure" | "Event" | "Document" | "Measure" | "Sheet" | "Column";
  readonly title: string;
  readonly detail: string;
  readonly href: string;
  /** All it may be found by, folded. */
  readonly text: string;
}

/** The entries that hold every word, those whose title begins with the text first; 40 at most. */
export function findEntries(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = toWords(text).slice(0, mostWords);
  const found = entries.filter((entry) => words.every((word) => entry.text.includes(word)));
  const start = fold(text).trim();
  const begins = ({ title }: Entry) => Number(fold(title).startsWith(start));
  return found.toSorted((a, b) => begins(b) - begins(a)).slice(0, 40);
}
