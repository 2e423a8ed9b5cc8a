/** The most cells that a block may have that is pasted into a table. */
export const mostPasted = 2_000_000;

/**
 * Cells as a spreadsheet puts them on the clipboard: tabs between cells, a line a row; a cell with a tab
 * or a line break in it stands in quotes.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const push = (cell: string) => rows.at(-1)?.push(cell);
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at);
    push(cell);
    const sign = text[end];
    if (sign === undefined) break;
    at = end + (sign === "\r" && text[end + 1] === "\n" ? 2 : 1);
    if (sign !== "\t") {
      if (at >= text.length) break;
      rows.push([]);
    }
  }
  return rows;
}

function plainAt(text: string, at: number): readonly [cell: string, end: number] {
  let end = at;
  while (end < text.length && !isEnd(text[end])) end++;
  return [text.slice(at, end), end];
}

/** A quote that does not end where a cell ends is a sign like any other. */
function quotedAt(text: string, at: number): readonly [cell: string, end: number] {
  let end = at + 1;
  while (end < text.length) {
    if (text[end] === '"' && text[end + 1] === '"') end += 2;
    else if (text[end] === '"') break;
    else end++;
  }
  const isClosed = text[end] === '"' && (end + 1 === text.length || isEnd(text[end + 1]));
  if (!isClosed) return plainAt(text, at);
  return [text.slice(at + 1, end).replaceAll('""', '"'), end + 1];
}

function isEnd(sign: string | undefined): boolean {
  return sign === "\t" || sign === "\n" || sign === "\r";
}

/** A block for a range: one cell fills all of it, and a block that fits into it evenly is repeated. */
export function fitBlock(
  block: readonly (readonly string[])[],
  size: { readonly rows: number; readonly columns: number },
): readonly (readonly string[])[] {
  const width = block.reduce((most, row) => Math.max(most, row.length), 0);
  const isEven =
    block.length > 0 && size.rows % block.length === 0 && width > 0 && size.columns % width === 0;
  if (!isEven) return block;
  return Array.from({ length: size.rows }, (_, row) =>
    Array.from(
      { length: size.columns },
      (_, column) => block[row % block.length]?.[column % width] ?? "",
    ),
  );
}
