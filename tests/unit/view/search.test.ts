import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import { findEntries } from "@/data/view/find-entries";
import { fold } from "@/data/view/fold";
import { countFoundElsewhere, hasWord, toFind, toWords } from "@/data/view/search";
import { figure } from "../figures";
import { figuresOf, published } from "../published";
import { long, texts, units } from "../texts";

describe("the words of a search", () => {
  test.each([
    ["city hall", ["city", "hall"]],
    ['"city hall" 2024', ["city hall", "2024"]],
    ["“city hall” 2024", ["city hall", "2024"]],
    ['"city hall', ["city hall"]],
    ["Kabul kabul KABUL", ["kabul"]],
    ["city\u00a0hall", ["city", "hall"]],
    ["\u0301", []],
    ["kabul \u0301", ["kabul"]],
    ['"" " " "', []],
    ["\u200b", []],
  ])("%j are %j", (text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  test("are never empty, never the same twice, and folded", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = toWords(text);
        expect(words).not.toContain("");
        expect(new Set(words).size).toBe(words.length);
        expect(words.map(fold)).toEqual(words);
      }),
    );
  });
});

describe("a reader’s own spelling finds the row", () => {
  const row = figure({
    place: "İstanbul, Türkiye",
    note: "Crocus-City hall; Atatürk airport, 2021-2022; ISK's",
  });
  test.each([
    "İstanbul",
    "ISTANBUL",
    "ıstanbul",
    "istanbul",
    "Türkiye",
    "turkiye",
    "Ataturk",
    "Crocus\u2011City",
    "Crocus–City",
    "Crocus−City",
    '"city\u00a0hall"',
    "Ata\u200btürk",
    "\u202bTürkiye\u202c",
    "2021–2022",
    "ISK’s",
    "٢٠٢١",
  ])("%s", (find) => {
    expect(toFind(find, published.names)(row)).toBe(true);
  });
});

test("any text that a cell holds finds its row", () => {
  const find = texts.filter((text) => !fold(text).includes('"'));
  fc.assert(
    fc.property(find, (text) => {
      expect(toFind(text, published.names)(figure({ note: text }))).toBe(true);
    }),
  );
});

test("no text holds an empty word, and each search for a word ends", () => {
  expect([hasWord("", ""), hasWord("Kabul", "")]).toEqual([false, false]);
  fc.assert(fc.property(texts, texts, (text, word) => typeof hasWord(text, word) === "boolean"));
});

test("the palette finds by the same spelling, and by any text however long", () => {
  const entry = {
    kind: "Event",
    title: "Atatürk",
    detail: "",
    href: "/",
    text: "ataturk",
  } as const;
  expect(findEntries([entry], "ATATÜRK\u200b").entries).toEqual([entry]);
  fc.assert(
    fc.property(units, (unit) => {
      for (const sought of [unit, long(unit)])
        expect(() => findEntries([entry], sought)).not.toThrow();
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("a search through all figures comes to its end, however much is searched", () => {
  fc.assert(
    fc.property(units, (unit) => {
      const find = toFind(long(unit), published.names);
      expect(() => published.all.filter(find)).not.toThrow();
    }),
    { numRuns: 20 },
  );
}, 60_000);

describe("a name finds what goes by it, and nothing that only has its letters", () => {
  const found = (find: string, said: Partial<Figure>) =>
    toFind(find, published.names)(figure({ as_printed: "one", ...said }));
  test.each<[string, Partial<Figure>, boolean]>([
    ["KP", { actor: "ISKP" }, false],
    ["KP", { place: "Khyber Pakhtunkhwa" }, true],
    ["TTA", { note: "an attack" }, false],
    ["TTA", { actor: "Taliban" }, true],
    ["UN", { basis: "counted" }, false],
    ["UN", { claimant: "UN" }, true],
    ["un", { basis: "counted" }, false],
    ["un", { note: "unclaimed" }, true],
    ["Daesh", { actor: "ISK" }, false],
    ["Daesh", { actor: "IS" }, true],
    ["ISIS", { actor: "ISIS-K" }, false],
    ["ISK", { actor: "ISIS-K" }, true],
    ["IS", { actor: "ISK", note: "it is a note" }, false],
    ["is", { note: "it is a note" }, true],
    ["Daesh Khorasan", { actor: "ISK" }, true],
    ["Daesh Khorasan", { actor: "IS" }, false],
    ["kab", { place: "Kabul" }, true],
    ["kabul attack", { place: "Kabul", note: "an attack" }, true],
  ])("%s and %j: %s", (find, said, isFound) => {
    expect(found(find, said)).toBe(isFound);
  });

  test("whatever the group: its rows are the same by each of its names", () => {
    for (const group of published.names.groups) {
      const ids = group.map((name) =>
        published.all.filter(toFind(name, published.names)).map(({ id }) => id),
      );
      expect(ids).toEqual(ids.map(() => ids[0]));
    }
  });

  test("counts what is found by another name or in a column not shown", () => {
    const rows = [figure({ place: "Kabul" }), figure({ note: "Kabul" }), figure({ actor: "ISK" })];
    const columns = [{ name: "place" }, { name: "actor" }];
    const count = (find: string) =>
      countFoundElsewhere(
        rows.filter(toFind(find, published.names)),
        find,
        columns,
        published.names,
      );
    expect([count("kabul"), count("ISKP"), count("ISK"), count("")]).toEqual([1, 1, 0, 0]);
  });
});

test.each([
  ["crocus.", ["crocus"]],
  ["(crocus city)", ["(crocus", "city"]],
  ["Kabul, Kunar; Herat!?", ["kabul", "kunar", "herat"]],
  ["U.S.", ["u.s"]],
  ["...", ["..."]],
  ['"crocus city,"', ["crocus city,"]],
])("what ends a sentence is no part of a word: %s", (text, words) => {
  expect(toWords(text)).toEqual(words);
});

test.each([
  [">= 17", { precision: "at least", low: 17, best: null, high: null }, true],
  ["<= 17", { precision: "at least", low: 17, best: null, high: null }, false],
  ["August 2021", { start: "2021-08", end: "2021-08" }, true],
  ["October", { start: "2019", end: "2021-10-03" }, true],
  ["June 2023", { start: "2023-06", end: "2024-03-24" }, true],
  ["August 2021", { start: "2021-07", end: "2021-07" }, false],
] as const)("what a cell shows is found as people type it: %s in %j: %s", (find, said, isFound) => {
  expect(toFind(find, published.names)(figure(said))).toBe(isFound);
});

test.each(["+325", "-39", "−39%"])("a change that a cell shows is found: %s", (find) => {
  const [up, down] = figuresOf("attacks-2021-ctc", "attacks-2022-ctc").map(
    toFind(find, published.names),
  );
  expect([up, down]).toEqual([find.startsWith("+"), !find.startsWith("+")]);
});
