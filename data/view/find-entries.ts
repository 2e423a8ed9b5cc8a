import { fold } from "./filter";

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
  const words = fold(text).split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => words.every((word) => entry.text.includes(word)));
  const begins = ({ title }: Entry) => Number(fold(title).startsWith(fold(text)));
  return found.toSorted((a, b) => begins(b) - begins(a)).slice(0, 40);
}
