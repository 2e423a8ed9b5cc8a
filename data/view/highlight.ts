import { toWords } from "./search";

/** A piece of a text, and whether a search found it. */
export interface Segment {
  readonly text: string;
  readonly isFound: boolean;
}

/** The text in pieces, so that what a search found can be marked; case does not count. */
export function toSegments(text: string, find: string): readonly Segment[] {
  const words = toWords(find);
  const spans = words
    .flatMap((word) => spansOf(text.toLowerCase(), word))
    .toSorted((a, b) => a[0] - b[0]);
  const segments: Segment[] = [];
  let end = 0;
  for (const [from, to] of spans) {
    if (from > end) segments.push({ text: text.slice(end, from), isFound: false });
    if (to > end) segments.push({ text: text.slice(Math.max(from, end), to), isFound: true });
    end = Math.max(end, to);
  }
  if (end < text.length) segments.push({ text: text.slice(end), isFound: false });
  return segments;
}

function spansOf(text: string, word: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    spans.push([at, at + word.length]);
  return spans;
}
