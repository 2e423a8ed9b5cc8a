import type { Store } from "./store";

/** All of a table, cells as printed, each row with its line in the file. */
export interface WholeTable {
  readonly names: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Rows that are left out, since there are more than are asked for. */
  readonly more: number;
}

/** The first so many rows of a table with all their cells. */
export function wholeOf({ columns, size, lines }: Store, most: number): WholeTable {
  const count = Math.min(size, most);
  return {
    names: columns.map(({ column }) => column.name),
    rows: Array.from({ length: count }, (_, row) => ({
      line: lines[row] ?? 0,
      cells: columns.map(({ words, codes }) => words[codes[row] ?? 0] ?? ""),
    })),
    more: size - count,
  };
}
