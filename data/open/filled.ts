import type { FileRecord } from "./records";

/** So many records are looked at to find out what a column holds, fewer of very wide ones. */
const profiled = 300;
const profiledCells = 60_000;

/** A record without anything in it, or with a rule that is drawn in dashes. */
export function isBlank({ cells }: FileRecord): boolean {
  return cells.every((cell) => {
    const text = cell.trim();
    return text === "" || (text.length < 200 && /^[+|:]*-{3}[-+|:]*$/.test(text));
  });
}

export function isText(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== "";
}

export function filledCount(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}

/** Rows that are certainly rows: as wide as the table, with sound quotes. */
export function soundRows(records: readonly FileRecord[], width: number): (readonly string[])[] {
  return records
    .filter((record) => record.isSound && record.cells.length === width && !isBlank(record))
    .slice(0, Math.max(20, Math.min(profiled, Math.floor(profiledCells / width))))
    .map(({ cells }) => cells);
}

export function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "") + 1;
}

/** How many lines at the top are comments: begun by a #, all but the last where that has headings. */
export function countComments(records: readonly FileRecord[]): number {
  const end = records.findIndex(({ cells }) => !cells[0]?.trimStart().startsWith("#"));
  if (end < 1) return 0;
  const [last, next] = [records[end - 1], records[end]];
  return last && last.cells.length > 1 && last.cells.length === next?.cells.length ? end - 1 : end;
}
