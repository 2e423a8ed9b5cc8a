import { isFigure } from "../figure/figure";
import { formatCell } from "../figure/format";
import type { Names } from "../figure/names";
import type { Row } from "../table/table";
import { fold } from "./filter";

/**
 * True of a row that holds every word of the text in some cell, or in a name that something in it
 * also goes by. Quotes keep words together: `"city hall" 2024`.
 */
export function toFind(text: string, names: Names): (row: Row) => boolean {
  const words = toWords(text);
  return (row) => words.every((word) => searchText(row, names).includes(word));
}

/** The words of a search, folded; quotes keep words together. */
export function toWords(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, word = ""]) =>
    fold(quoted ?? word),
  );
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

function hasWord(text: string, word: string): boolean {
  const isLetter = (letter = " ") => /[\p{L}\p{N}-]/u.test(letter);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  return false;
}
