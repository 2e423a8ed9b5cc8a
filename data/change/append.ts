/** Lines for a change log: a heading, the head of its table, and rows. */
export interface Lines {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the part of the next version is called until it has a number. */
const next = "### Next version";

/**
 * A change log (Markdown) with more lines in its part on the figures, below the heading of the version
 * that is to come. Lines of a title that stands there already go into its table.
 */
export function appendChanges(text: string, more: readonly Lines[]): string {
  const start = text.indexOf("\n## The figures\n");
  if (start < 0)
    return `${text.trimEnd()}\n\n## The figures\n\n${next}\n${more.map(toBlock).join("")}`;
  const from = text.indexOf("\n### ", start) + 1 || text.length;
  const isThere = text.startsWith(next, from);
  const end = isThere ? text.indexOf("\n### ", from) + 1 || text.length : from;
  const part = isThere ? text.slice(from, end).trimEnd() : next;
  const grown = more.reduce(addLines, part);
  return `${text.slice(0, from)}${grown.trimEnd()}\n\n${text.slice(end)}`;
}

/** The change log with the coming version under its number and its day, as people write it. */
export function nameNext(text: string, version: string, date: string): string | null {
  return text.includes(`\n${next}\n`) ? text.replace(next, `### ${version} (${date})`) : null;
}

function addLines(part: string, lines: Lines): string {
  const at = part.indexOf(`\n#### ${lines.title}\n`);
  if (at < 0) return `${part.trimEnd()}\n${toBlock(lines)}`;
  const end = part.indexOf("\n#### ", at + 1);
  const [before, after] = end < 0 ? [part, ""] : [part.slice(0, end), part.slice(end)];
  return `${before.trimEnd()}\n${lines.rows.map(toRow).join("\n")}\n${after}`;
}

function toBlock({ title, head, rows }: Lines): string {
  const rule = `|${"---|".repeat(head.length)}`;
  return `\n#### ${title}\n\n${[toRow(head), rule, ...rows.map(toRow)].join("\n")}\n`;
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ") || "–").join(" | ")} |`;
}
