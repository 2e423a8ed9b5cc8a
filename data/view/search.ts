import { isFigure } from "../figure/figure";
import { formatCell } from "../figure/format";
import type { Names } from "../figure/names";
import type { Row } from "../table/table";
import { fold } from "./fold";

/**
 * True of a row that holds every word of the text in some cell, or in a name that something in it
 * also goes by. Quotes keep words together: `"city hall" 2024`.
 */
export function toFind(text: string, names: Names): (row: Row) => boolean {
  const words = toWords(text).slice(0, mostWords);
  return (row) => words.every((word) => searchText(row, names).includes(word));
}

/** So many different words of a search are looked for: more than any sentence of 200 characters has. */
export const mostWords = 40;

/**
 * The different words of a search, folded, quotes keep words together, and
 * one that is not closed yet goes to the end. None is empty.
 */
export function toWords(text: string): readonly string[] {
  const words = [...fold(text).matchAll(/"([^"]*)"?|([^\s"]+)/g)].map(([, quoted, word = ""]) =>
    (quoted ?? word).trim(),
  );
  return [...new Set(words)].filter(Boolean);
}

/** Reads all rows as a search reads them, so that the first key stroke need not wait for it. */
export function prepareFind(rows: readonly Row[], names: Names) {
  for (const row of rows) searchText(row, names);
}

const searchTexts = new WeakMap<Names, WeakMap<Row, string>>();

/** Everything a search may find a row by. Kept a row, since a search asks on every key stroke. */
function searchText(row: Row, names: Names): string {
  const texts = searchTexts.get(names) ?? new WeakMap<Row, string>();
  searchTexts.set(names, texts);
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = fold(toSearchText(row, names));
  texts.set(row, text);
  return text;
}

/** Everything a row may be found by: its cells as stored and as read, and other names of what is in it. */
export function toSearchText(row: Row, names: Names): string {
  const own = Object.keys(row).flatMap((column) => {
    const value = row[column] ?? null;
    return value === null ? [] : [String(value), formatCell(row, column, names)];
  });
  const ids = [row.event, row.document].filter((id) => typeof id === "string");
  const value = isFigure(row) ? [formatCell(row, "value", names)] : [];
  const text = [...own, ...value, ...ids.map((id) => names.aliases[id] ?? "")].join(" · ");
  const groups = names.groups.filter((group) => group.some((name) => hasWord(text, name)));
  return [text, ...groups.flat()].join(" · ");
}

/** True of a text that holds the word between signs that are no letters; no text holds an empty one. */
export function hasWord(text: string, word: string): boolean {
  if (word === "") return false;
  const isLetter = (letter = " ") => /[\p{L}\p{N}-]/u.test(letter);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  return false;
}
