import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCell } from "@/data/figure/format";
import { fold } from "@/data/view/fold";
import { toSegments } from "@/data/view/highlight";
import { hasWord, knownNames, toMatch, toSearchable, toSought } from "@/data/view/search";
import { published } from "../published";
import { long, texts, units } from "../texts";

const marked = (text: string, find: string) =>
  toSegments(text, find)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join("");

test.each([
  ["Crocus City Hall", "city", "Crocus [City] Hall"],
  ["Kabul, Kabul", "kabul", "[Kabul], [Kabul]"],
  ["Crocus City Hall", "city crocus", "[Crocus] [City] Hall"],
  ["Kandahar", "kan anda", "[Kan][da]har"],
  ["Crocus City Hall", '"city hall"', "Crocus [City Hall]"],
  ["Crocus City Hall", "“city hall”", "Crocus [City Hall]"],
  ["Crocus", "", "Crocus"],
  ["Crocus", "zzz", "Crocus"],
  ["Crocus", "\u0301", "Crocus"],
  ["Atatürk airport", "ataturk", "[Atatürk] airport"],
  ["Atatu\u0308rk", "atatu", "[Atatu\u0308]rk"],
  ["ISK’s", "isk's", "[ISK’s]"],
  ["in İstanbul, İzmir", "izmir", "in İstanbul, [İzmir]"],
  ["Straße 5", "strasse", "[Straße] 5"],
  ["Straße 5", "5", "Straße [5]"],
  ["Crocus\u2011City", "crocus-city", "[Crocus\u2011City]"],
  ["👨‍👩‍👧 Kabul", "kabul", "👨‍👩‍👧 [Kabul]"],
])("%s searched for %s: %s", (text, find, expected) => {
  expect(marked(text, find)).toBe(expected);
});

const pairs = fc.oneof(
  fc.tuple(texts, texts),
  // A search for a part of the text, which finds it.
  fc
    .tuple(texts, fc.nat(40), fc.nat(40))
    .map(([text, from, to]): [string, string] => [text, text.slice(from, to)]),
);

test("the pieces of any text, whatever is searched, are the text again, and none is empty", () => {
  fc.assert(
    fc.property(pairs, ([text, find]) => {
      const pieces = toSegments(text, find).map((segment) => segment.text);
      expect(pieces.join("")).toBe(text);
      expect(pieces).not.toContain("");
    }),
  );
});

test("something is marked wherever a word of the search is found, and nothing elsewhere", () => {
  fc.assert(
    fc.property(pairs, ([text, find]) => {
      const folded = fold(text);
      const isFound = toSought(find, []).words.some(({ word, where }) =>
        where === "anywhere" ? folded.includes(word) : hasWord(folded, word, where === "whole"),
      );
      expect(toSegments(text, find).some((segment) => segment.isFound)).toBe(isFound);
    }),
  );
});

test("a text of 100 kB is cut into all of itself, whatever is searched", () => {
  fc.assert(
    fc.property(units, texts, (unit, find) => {
      const text = long(unit);
      for (const sought of [find, unit])
        expect(
          toSegments(text, sought)
            .map((segment) => segment.text)
            .join("") === text,
        ).toBe(true);
    }),
    { numRuns: 30 },
  );
}, 60_000);

const { groups } = published.names;
const markedByName = (text: string, find: string) =>
  toSegments(text, find, groups)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join("");

test.each([
  ["ISIS-K and ISIS", "ISIS", "ISIS-K and [ISIS]"],
  ["ISIS-K and ISIS", "ISKP", "[ISIS-K] and ISIS"],
  ["under the UN", "UN", "under the [UN]"],
  ["ISK’s attacks", "isk attacks", "[ISK]’s [attacks]"],
  ["KP, not ISKP", "KP", "[KP], not ISKP"],
  ["this is IS", "IS", "this is [IS]"],
])("in %s a search for %s marks %s", (text, find, expected) => {
  expect(markedByName(text, find)).toBe(expected);
});

test("no cell has a mark by a search of one word that does not find its row", () => {
  const { all, names } = published;
  const known = knownNames(names);
  const words = [...groups.flat(), "un", "UN", "at", "is", "IS", "KP", "attack", "2023", "Kabul"];
  const rows = all.map((row) => {
    const cells = Object.keys(row).map((column) => formatCell(row, column, names));
    return { searchable: toSearchable(row, names), cells: [...new Set(cells)].join(" · ") };
  });
  const wrong = words.flatMap((find) => {
    const isFound = toMatch(find, known);
    return rows
      .filter(({ searchable }) => !isFound(searchable))
      .filter(({ cells }) => toSegments(cells, find, groups).some((each) => each.isFound))
      .map(({ cells }) => `${find}: ${cells}`);
  });
  expect(wrong).toEqual([]);
});
