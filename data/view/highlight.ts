import type { Names } from "../figure/names";
import { kept } from "../table/kept";
import { type FoldedText, fold, foldWithPlaces } from "./fold";
import { mostWords, placeOf, type Sought, toSought } from "./search";

/** A piece of a text, and whether a search found it. */
export interface Segment {
  readonly text: string;
  readonly isFound: boolean;
}

const noGroups: Names["groups"] = [];

/** From where to where in a text, the end left out. */
type Span = readonly [from: number, to: number];

/**
 * The text in pieces, so that what a search found can be marked, and no more: a known name where the
 * text has a name of the same thing, a word where the search would find it.
 */
export function toSegments(
  text: string,
  find: string,
  groups: Names["groups"] = noGroups,
): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const [from, to] of spansIn(text, find, groups)) {
    if (from > end) segments.push({ text: text.slice(end, from), isFound: false });
    if (to > end) segments.push({ text: text.slice(Math.max(from, end), to), isFound: true });
    end = Math.max(end, to);
  }
  if (end < text.length) segments.push({ text: text.slice(end), isFound: false });
  return segments;
}

function spansIn(text: string, find: string, groups: Names["groups"]): readonly Span[] {
  const { names, words } = soughtIn(groups)(find);
  const folded = fold(text);
  const held = words.slice(0, mostWords).filter(({ word }) => folded.includes(word));
  if (held.length === 0 && names.length === 0) return [];
  const places = foldWithPlaces(text);
  return [
    ...held.flatMap((word) => spansOf(folded, word)),
    ...spansOfNames(text, places, names, groups),
  ]
    .map(([from, to]): Span => [places.starts[from] ?? 0, places.ends[to - 1] ?? text.length])
    .toSorted((a, b) => a[0] - b[0]);
}

/** What a search looks for, read once for all cells that it is marked in. */
const soughtIn = kept((groups: Names["groups"]) => {
  const known = groups.flat().map(fold);
  let latest: { readonly find: string; readonly sought: Sought } | undefined;
  return (find: string): Sought => {
    if (latest?.find !== find) latest = { find, sought: toSought(find, known) };
    return latest.sought;
  };
});

/** Where a word stands in a text, without overlaps; an empty word stands nowhere. */
function spansOf(text: string, { word, where }: Sought["words"][number]): readonly Span[] {
  if (word === "") return [];
  const next = (from: number) =>
    where === "anywhere" ? text.indexOf(word, from) : placeOf(text, word, where === "whole", from);
  const spans: Span[] = [];
  for (let at = next(0); at >= 0; at = next(at + word.length)) spans.push([at, at + word.length]);
  return spans;
}

/**
 * Where a text has a name of what one of these names stands for; the longest name is read first, so that
 * ISIS-K is not ISIS. Two letters are a name in capitals only.
 */
function spansOfNames(
  text: string,
  { text: folded, starts, ends }: FoldedText,
  sought: readonly string[],
  groups: Names["groups"],
): readonly Span[] {
  if (sought.length === 0) return [];
  const spans: Span[] = [];
  let left = folded;
  const all = groups.flatMap((group) => {
    const isSought = group.some((name) => sought.includes(fold(name)));
    return group.map((name) => ({ name, word: fold(name), isSought }));
  });
  for (const { name, word, isSought } of all.toSorted((a, b) => b.name.length - a.name.length))
    for (const [from, to] of spansOf(left, { word, where: "whole" })) {
      if (name.length < 3 && text.slice(starts[from], ends[to - 1]) !== name) continue;
      if (isSought) spans.push([from, to]);
      left = `${left.slice(0, from)}${"·".repeat(to - from)}${left.slice(to)}`;
    }
  return spans;
}
