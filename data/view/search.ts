import { isFigure } from "../figure/figure";
import { formatCell } from "../figure/format";
import type { Names } from "../figure/names";
import type { Row } from "../table/table";
import { fold } from "./fold";

/** What a search looks through: a folded text, and the folded names that the things in it go by. */
export interface Searchable {
  readonly text: string;
  readonly names: readonly string[];
}

/**
 * True of a row that holds every word of the text in some cell, or in a name that something in it
 * also goes by. Quotes keep words together: `"city hall" 2024`.
 */
export function toFind(text: string, names: Names): (row: Row) => boolean {
  // Without a text to look for, no row need be read.
  if (!text) return () => true;
  if (!text) return () => true;
  const isFound = toMatch(text, knownNames(names));
  return (row) => isFound(searchable(row, names));
}

/**
 * The same for anything that is searched. One of the known names finds what goes by it, and nothing that
 * only has its letters: KP is no part of ISKP, and Daesh is not Daesh Khorasan. Three letters or fewer
 * begin a word, in capitals they are all of it; a longer word may stand anywhere.
 */
export function toMatch(find: string, known: readonly string[]): (searched: Searchable) => boolean {
  const sought = toSought(find, known);
  const terms = [...sought.names.map(named), ...sought.words.map(worded)].slice(0, mostWords);
  return (searched) => terms.every((isIn) => isIn(searched));
}

/** What a search looks for: known names of things, and other words. */
export interface Sought {
  readonly names: readonly string[];
  readonly words: readonly SoughtWord[];
}

/** A word, and whether it must begin one in the text, or be all of it. */
interface SoughtWord {
  readonly word: string;
  readonly where: "anywhere" | "begins" | "whole";
}

/** A search as text → what it looks for; `known` are the folded names that things go by. */
export function toSought(find: string, known: readonly string[]): Sought {
  const capitals = new Set(find.split(/\s+/).filter(isCapitals).map(fold));
  const isKnown = (name: string) => name.length > 2 || capitals.has(name);
  const { found, rest } = takeNames(asShown(fold(find)), known.filter(isKnown));
  const whereOf = (word: string) =>
    capitals.has(word) ? "whole" : beginsWord(word) ? "begins" : "anywhere";
  // What stands where a name was taken out is no word.
  const words = toWords(rest).filter((word) => word !== "·");
  return { names: found, words: words.map((word) => ({ word, where: whereOf(word) })) };
}

/** Signs as cells show them, for keyboards without them: ">= 17" is "≥ 17". */
function asShown(folded: string): string {
  return folded.replaceAll(">=", "≥").replaceAll("<=", "≤");
}

type Term = (searched: Searchable) => boolean;

function named(name: string): Term {
  return ({ names }) => names.includes(name);
}

function worded({ word, where }: SoughtWord): Term {
  if (where === "anywhere")
    return ({ text, names }) =>
      text.includes(word) || names.some((name) => hasWord(name, word, false));
  return ({ text, names }) => hasWord(text, word, where === "whole") || names.includes(word);
}

/** True of a word so short that it is looked for where a word begins; other scripts may have no spaces. */
export function beginsWord(word: string): boolean {
  return /^[a-z]{1,3}$/.test(word);
}

function isCapitals(word: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(word);
}

/** Takes known names out of a folded text, the longest first; those in a longer quotation stay in it. */
function takeNames(text: string, known: readonly string[]) {
  const found: string[] = [];
  const byLength = known.toSorted((a, b) => b.length - a.length);
  const take = (piece: string) =>
    byLength.reduce((left, name) => {
      if (!hasWord(left, name)) return left;
      found.push(name);
      return withoutWord(left, name);
    }, piece);
  const rest = text.replace(/"[^"]*"?|[^"]+/g, (piece) => {
    const inner = piece.replaceAll('"', "").trim();
    return piece.startsWith('"') && !byLength.includes(inner) ? piece : take(piece);
  });
  return { found: [...new Set(found)], rest };
}

const known = new WeakMap<Names, readonly string[]>();

/** Every name of every group, folded. */
export function knownNames(names: Names): readonly string[] {
  const all = known.get(names) ?? names.groups.flat().map(fold);
  known.set(names, all);
  return all;
}

/** How many of the rows hold the text only in a column that is not shown, or under another name. */
export function countFoundElsewhere(
  rows: readonly Row[],
  find: string,
  columns: readonly { readonly name: string }[],
  names: Names,
): number {
  if (!find) return 0;
  const shown = toShown(columns, names);
  const known = knownNames(names);
  const isFound = toMatch(find, known);
  const { names: sought, words } = toSought(find, known);
  const asked = known.filter(
    (name) => sought.includes(name) || words.some(({ word }) => name.includes(word)),
  );
  return rows.filter((row) => {
    const text = shown(row);
    return !isFound({ text, names: asked.filter((name) => hasWord(text, name)) });
  }).length;
}

const shownTexts = new WeakMap<Names, Map<string, WeakMap<Row, string>>>();

/** The folded text of a row in some columns; kept a row, since each key stroke asks of all that it finds. */
function toShown(columns: readonly { readonly name: string }[], names: Names) {
  const ofNames = shownTexts.get(names) ?? new Map<string, WeakMap<Row, string>>();
  const key = columns.map(({ name }) => name).join(" ");
  const known = ofNames.get(key) ?? new WeakMap<Row, string>();
  // Of other columns nothing is asked any more.
  shownTexts.set(names, new Map([[key, known]]));
  const folded = foldsOf(names);
  return (row: Row): string => {
    const text =
      known.get(row) ?? columns.map(({ name }) => folded(formatCell(row, name, names))).join(" · ");
    known.set(row, text);
    return text;
  };
}

/** So many different words of a search are looked for: more than any sentence of 200 characters has. */
export const mostWords = 40;

/**
 * The different words of a search, folded, quotes keep words together, and
 * one that is not closed yet goes to the end. None is empty. What ends a sentence is
 * no part of a word before it, as where a link to a search stood at its end.
 */
export function toWords(text: string): readonly string[] {
  const words = [...fold(text).matchAll(/"([^"]*)"?|([^\s"]+)/g)].map(([, quoted, word = ""]) =>
    quoted === undefined ? withoutEnd(word) : quoted.trim(),
  );
  return [...new Set(words)].filter(Boolean);
}

function withoutEnd(word: string): string {
  let end = word.length;
  // A pattern for this would begin anew at each sign of a long run.
  while (end > 0 && sentenceEnd.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end) || word;
}

const sentenceEnd = ".,;:!?)]}>'";

/** Rows are read for so long at a time, in ms; a frame takes 16. */
const longest = 8;

/**
 * Reads rows as a search reads them, all of each and what of it some columns show, so that the first key
 * stroke need not wait for it: as many from a place on as take some ms; gives the place of the next one.
 */
export function prepareFind(
  rows: readonly Row[],
  columns: readonly { readonly name: string }[],
  names: Names,
  from = 0,
): number {
  const end = performance.now() + longest;
  const shown = toShown(columns, names);
  let at = from;
  for (; at < rows.length && performance.now() < end; at++) {
    const row = rows[at] as Row;
    searchable(row, names);
    shown(row);
  }
  return at;
}

const searchables = new WeakMap<Names, WeakMap<Row, Searchable>>();

/** Everything a search may find a row by. Kept a row, since a search asks on every key stroke. */
function searchable(row: Row, names: Names): Searchable {
  const known = searchables.get(names) ?? new WeakMap<Row, Searchable>();
  searchables.set(names, known);
  const found = known.get(row) ?? toSearchable(row, names);
  known.set(row, found);
  return found;
}

/** Everything a row may be found by: its cells as stored and as read, and other names of what is in it. */
export function toSearchable(row: Row, names: Names): Searchable {
  const own = Object.keys(row).flatMap((column) => {
    const value = row[column] ?? null;
    return value === null ? [] : [String(value), formatCell(row, column, names)];
  });
  const ids = [row.event, row.document].filter((id) => typeof id === "string");
  const value = isFigure(row) ? [formatCell(row, "value", names)] : [];
  const aliases = ids.map((id) => names.aliases[id] ?? "");
  const compared = names.compared[String(row.id)] ?? "";
  // A cell that is read as it is stored need not be read twice.
  const cells = [...new Set([...own, ...value, compared, ...aliases].map(withLongMonths))];
  const folded = foldsOf(names);
  const text = asShown(cells.map(folded).join(" · "));
  return { text, names: namesIn(cells.join(" · "), text, names.groups) };
}

const folds = new WeakMap<Names, Map<string, string>>();

/** Folds a cell; what stands in several rows once. */
function foldsOf(names: Names): (cell: string) => string {
  const known = folds.get(names) ?? new Map<string, string>();
  folds.set(names, known);
  return (cell) => {
    const found = known.get(cell) ?? fold(cell);
    known.set(cell, found);
    return found;
  };
}

interface GroupName {
  readonly name: string;
  readonly folded: string;
  readonly group: readonly string[];
}

const longestFirst = new WeakMap<Names["groups"], readonly GroupName[]>();

/** The names of all groups, the longest first. */
function namesByLength(groups: Names["groups"]): readonly GroupName[] {
  const found =
    longestFirst.get(groups) ??
    groups
      .flatMap((group) => group.map((name) => ({ name, folded: fold(name), group })))
      .toSorted((a, b) => b.name.length - a.name.length);
  longestFirst.set(groups, found);
  return found;
}

const longMonths: { readonly [short: string]: string } = Object.fromEntries(
  "January February March April June July August September October November December"
    .split(" ")
    .map((month) => [month.slice(0, 3), month]),
);

const shortMonth = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?= \d{4}\b|[–-])/g;

/** The text and the long names of the months in it: who looks for August means "Aug 2021" too. */
function withLongMonths(text: string): string {
  const long = (text.match(shortMonth) ?? []).map((short) => longMonths[short] ?? "");
  return [text, ...new Set(long)].join(" · ");
}

/** The names of the things that a text names; the longest name is read first, so that ISIS-K is not ISIS. */
function namesIn(text: string, foldedText: string, groups: Names["groups"]): readonly string[] {
  const found = new Set<readonly string[]>();
  let [left, rest] = [text, foldedText];
  for (const { name, folded, group } of namesByLength(groups)) {
    // Two letters are a name in capitals only: "is" is a verb.
    if (name.length < 3 ? !hasWord(left, name) : !hasWord(rest, folded)) continue;
    found.add(group);
    left = withoutWord(left, name);
    rest = withoutWord(rest, folded);
  }
  return [...found].flat().map(fold);
}

/** True of a text that holds the word between signs that are no letters, or only after one; no text holds an empty one. */
export function hasWord(text: string, word: string, isWhole = true): boolean {
  return placeOf(text, word, isWhole) >= 0;
}

function withoutWord(text: string, word: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (let at = placeOf(text, word, true); at >= 0; at = placeOf(text, word, true, end)) {
    pieces.push(text.slice(end, at));
    end = at + word.length;
  }
  return [...pieces, text.slice(end)].join(" · ");
}

/** Where a text holds the word, from a place on; −1 where it does not. */
export function placeOf(text: string, word: string, isWhole: boolean, from = 0): number {
  if (word === "") return -1;
  const isLetter = (letter = " ") => /[\p{L}\p{N}]/u.test(letter);
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !(isWhole && isLetter(text[at + word.length]))) return at;
  return -1;
}
