import { sniffDialect } from "./dialect";

/** So much of a text is looked at. */
const headLength = 50_000;

/** How another program has quoted lines or cells its own way; the number of lines stays without it. */
export interface Wrapping {
  readonly undo: (text: string) => string;
  /** Whether each line was one quoted cell that holds a line of the table. */
  readonly isOfLines: boolean;
}

/** The wrapping of a text, by its head; null where there is none. */
export function findWrapping(text: string): Wrapping | null {
  const head = text.slice(0, headLength);
  if (isTypographic(head)) return { undo: straighten, isOfLines: false };
  return isWrapped(head) ? { undo: unwrapLines, isOfLines: true } : null;
}

const typographic = /(^|[,;\t|])“([^“”\r\n]*)”(?=[,;\t|\r\n]|$)/gm;

/** Whether cells are quoted by “ and ”, and none by straight quotes. */
function isTypographic(head: string): boolean {
  return !head.includes('"') && (head.match(typographic)?.length ?? 0) > 1;
}

function straighten(text: string): string {
  return text.replace(typographic, (_, before: string, cell: string) => {
    return `${before}"${cell.replaceAll('"', '""')}"`;
  });
}

/** Whether each line is one quoted cell, and a line of a table once the quotes are off. */
function isWrapped(head: string): boolean {
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line !== "");
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  if (whole.length < 2 || !whole.every((line) => /^"(?:[^"]|"")*"$/.test(line))) return false;
  return sniffDialect(unwrapLines(whole.join("\n"))).delimiter !== "";
}

function unwrapLines(text: string): string {
  return text.replace(/^"((?:[^"\r\n]|"")*)"(?=\r|\n|$)/gm, (_, line: string) => {
    return line.replaceAll('""', '"');
  });
}
