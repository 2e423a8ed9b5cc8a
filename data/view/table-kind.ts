export const tableKinds = ["grid", "wrap", "plain"] as const;

/** What holds the rows: the grid, the same with all text of a cell in lines, or the server's own table, which stays. */
export type TableKind = (typeof tableKinds)[number];
