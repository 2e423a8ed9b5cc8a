import { sniffDialect } from "./dialect";

/** So much of a text is looked at. */
const headLength = 50_000;

/**
 * Text whose lines or cells another program has quoted its own way → text as others have it. The
 * number of lines stays, so that a problem still names the line in the file.
 */
export function unwrap(text: string): { text: string; isWrapped: boolean } {
  const head = text.slice(0, headLength);
  if (isTypographic(head)) return { text: straighten(text), isWrapped: false };
  return isWrapped(head)
    ? { text: unwrapLines(text), isWrapped: true }
    : { text, isWrapped: false };
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
