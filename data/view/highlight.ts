import { fold, foldWithPlaces } from "./fold";
import { beginsWord, toWords } from "./search";

/** A piece of a text, and whether a search found it. */
export interface Segment {
  readonly text: string;
  readonly isFound: boolean;
}

/** From where to where in a text, the end left out. */
type Span = readonly [from: number, to: number];

/** The text in pieces, so that what a search found can be marked, in the way the search compares. */
export function toSegments(text: string, find: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const [from, to] of spansIn(text, toWords(find))) {
    if (from > end) segments.push({ text: text.slice(end, from), isFound: false });
    if (to > end) segments.push({ text: text.slice(Math.max(from, end), to), isFound: true });
    end = Math.max(end, to);
  }
  if (end < text.length) segments.push({ text: text.slice(end), isFound: false });
  return segments;
}

function spansIn(text: string, words: readonly string[]): readonly Span[] {
  const folded = fold(text);
  const held = words.filter((word) => folded.includes(word));
  if (held.length === 0) return [];
  const { starts, ends } = foldWithPlaces(text);
  return held
    .flatMap((word) => spansOf(folded, word))
    .map(([from, to]): Span => [starts[from] ?? 0, ends[to - 1] ?? text.length])
    .toSorted((a, b) => a[0] - b[0]);
}

/** Where a word stands in a text, without overlaps; an empty word stands nowhere. */
function spansOf(text: string, word: string): readonly Span[] {
  if (word === "") return [];
  const spans: Span[] = [];
  const isStart = beginsWord(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (!isStart || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ")) spans.push([at, at + word.length]);
  return spans;
}
