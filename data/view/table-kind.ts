export const tableKinds = ["grid", "plain"] as const;

/** What holds the rows: the grid, or the server's own table, which stays. */
export type TableKind = (typeof tableKinds)[number];
