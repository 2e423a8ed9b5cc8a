import { isBlank } from "./filled";
import { kindOf } from "./kind";
import type { Layout } from "./layout";
import type { Dialect } from "./quoted";
import { type FileRecord, textOf } from "./records";

const noteWords =
  /^(?:\(?\*|†|‡|§|source|note|quelle|anmerkung|fuente|fonte|nota|remarque|generated|exported|extracted|last updated|updated|copyright|©|licen[cs]e|disclaimer|page \d|end of|\(?\d\) |\d+ rows?|\(\d+ rows)/i;

const totalWords =
  /^(?:grand |sub|sous-)?(?:total|totals|totale|totales|sum|summe|insgesamt|gesamt|somme|suma|totaal|razem|итого|всего|المجموع|مجموع|جمع|جمله|合计|総計|toplam)\b[\s:.]*/iu;

/**
 * How many of the filled records are rows: at the end stand notes (one cell where rows have several)
 * and totals (a first word that says so), and blank lines between.
 */
export function footOf(
  records: readonly FileRecord[],
  filled: readonly FileRecord[],
  layout: Layout,
  dialect: Dialect,
) {
  const notes: FileRecord[] = [];
  const totals: FileRecord[] = [];
  let end = filled.length;
  for (; end > 0; end -= 1) {
    const record = filled[end - 1];
    if (!record) break;
    const isRow = isBrokenRow(record, layout, dialect);
    if (!isRow && isNote(record, records, layout)) notes.unshift(record);
    else if (isTotal(record, layout)) totals.unshift(record);
    else break;
  }
  return { end, notes, totals };
}

/** One filled cell at the left, and a reason to take it for words about the table. */
function isNote(record: FileRecord, records: readonly FileRecord[], layout: Layout): boolean {
  const { cells } = record;
  const text = (cells[0] ?? "").trim();
  const isAlone = text !== "" && cells.slice(1).every((cell) => cell.trim() === "");
  if (layout.width < 2 || (!isAlone && cells.length === layout.width)) return false;
  if (noteWords.test(text)) return isAlone || cells.length < layout.width;
  if (!isAlone) return false;
  const at = records.lastIndexOf(record);
  const isApart = at > 0 && isBlank(records[at - 1] ?? record);
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
