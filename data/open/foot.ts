import { kindOf } from "./kind";
import type { Layout } from "./layout";
import type { Dialect } from "./quoted";
import { type FileRecord, textOf } from "./records";

const noteWords =
  /^(?:\(?\*|†|‡|§|source|note|quelle|anmerkung|fuente|fonte|nota|remarque|generated|exported|extracted|last updated|updated|copyright|©|licen[cs]e|disclaimer|page \d|end of|\(?\d\) |\d+ rows?|\(\d+ rows)/i;

const totalWords =
  /^(?:grand |sub|sous-)?(?:total|totals|totale|totales|sum|summe|insgesamt|gesamt|somme|suma|totaal|razem|итого|всего|المجموع|مجموع|جمع|جمله|合计|総計|toplam)\b[\s:.]*/iu;

/** How these begin: a cell that does not is none. */
export const totalWordStarts = [
  ..."gra sub sou tot sum ins ges som sum raz итого всего المجموع مجموع جمع جمله 合计 総計 top".split(
    " ",
  ),
];

/**
 * What a record at the end of a table is if it is no row: a note (one cell where rows have several) or a
 * total (a first word that says so). `isApart` says that a blank line stands before it.
 */
export function footKind(
  record: FileRecord,
  isApart: boolean,
  layout: Layout,
  dialect: Dialect,
): "note" | "total" | null {
  if (!isBrokenRow(record, layout, dialect) && isNote(record, isApart, layout)) return "note";
  return isTotal(record, layout) ? "total" : null;
}

/** One filled cell at the left, and a reason to take it for words about the table. */
function isNote({ cells }: FileRecord, isApart: boolean, layout: Layout): boolean {
  const text = (cells[0] ?? "").trim();
  const isAlone = text !== "" && cells.slice(1).every((cell) => cell.trim() === "");
  if (layout.width < 2 || (!isAlone && cells.length === layout.width)) return false;
  if (noteWords.test(text)) return isAlone || cells.length < layout.width;
  if (!isAlone) return false;
  const isAlien = (layout.profiles[0]?.[kindOf(text)] ?? 0) === 0;
  return isApart || isAlien || (cells.length === 1 && text.length > 60);
}

/** A row whose quotes or delimiters are not those of the file may look like one cell. */
function isBrokenRow(record: FileRecord, { width }: Layout, dialect: Dialect): boolean {
  const others = [",", ";", "\t", "|"].filter((sign) => sign !== dialect.delimiter);
  return (
    !record.isSound || others.some((sign) => textOf(record, dialect).split(sign).length >= width)
  );
}

const wordEnds = /(?:^|\s)(?:total|totals|subtotal|sub-total|insgesamt|summe|итого|всего)[:.]?$/iu;

/** Whether a cell says of its row that it is a total: “Total”, “North Total”. */
export function isTotalWord(cell: string): boolean {
  return cell.length < 40 && cell.length > 4 && wordEnds.test(cell.trim());
}

/** A total: its first filled cell says so. Two columns or more, and a number beside the word. */
export function isTotal({ cells }: FileRecord, { width }: Layout): boolean {
  const first = cells.find((cell) => cell.trim() !== "") ?? "";
  const rest = cells.filter((cell) => kindOf(cell) === "number").length;
  const match = totalWords.exec(first.trim());
  return width > 1 && rest > 0 && match !== null && match[0].length >= first.trim().length - 12;
}
